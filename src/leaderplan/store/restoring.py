"""Putting an earlier state in the place of a plan: in one moment, with what was there set aside."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from leaderplan.domain.messages import _
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store import building, contents, database, finishing, header, rebuilding, setaside
from leaderplan.store.contents import Contents
from leaderplan.store.failures import Damaged, as_sentences, is_busy, locked
from leaderplan.store.folder import PLAN
from leaderplan.store.loading import load
from leaderplan.store.rows import Progress


def restore(
    folder: Path, source: Path, at: datetime, progress: Progress | None = None, proved: str | None = None
) -> Path | None:
    """Make the plan file ``source``, of whatever format, the plan in ``folder``; where the one before was set aside.

    ``proved`` is the SHA-256 of bytes that were read through and found sound before: then only they are compared.
    Raises UserError where the source is not sound or the disk refuses; then the plan is as it was.
    """
    return swap(folder, at, lambda file: _copy(source, file, progress, proved))


def restore_contents(
    folder: Path, held: Contents, source: Path, at: datetime, progress: Progress | None = None
) -> Path | None:
    """As :func:`restore`, of what was read out of the file ``source``."""
    return swap(folder, at, lambda file: rebuilding.build(held, source, file, progress))


def swap(folder: Path, at: datetime, build: Callable[[Path], None]) -> Path | None:
    """Let ``build(file)`` make and prove a plan under the name that is not final, then give it the name.

    No other program stores anything in between. Returns where the plan before was set aside, None where there was none.
    """
    file = folder / PLAN
    with as_sentences(file), finishing.alone(folder):
        try:
            build(file)
            if header.has_unfinished_work(file):
                setaside.copied(folder, at)
            with _held(file) as old:
                aside = setaside.keep(folder, at, old) if file.exists() else None
                # What a program that died had half written is of the old file; SQLite would put it into the new one.
                (folder / setaside.JOURNAL).unlink(missing_ok=True)
                finishing.carry_over(folder, building.unfinished(file))
                if old is not None and os.name == "nt":  # pragma: no cover - there an open file cannot be replaced
                    old.close()
                building.name(file)
        except BaseException:
            building.discard(file)
            raise
    return aside


def _copy(source: Path, file: Path, progress: Progress | None, proved: str | None) -> None:
    written = header.written_format(source)
    new = building.unfinished(file)
    building.discard(file)
    copied = new if written == FORMAT else new.with_name(f"{file.name}.older")
    try:
        digest = _copy_bytes(source, copied)
        if proved is not None and digest != proved:
            raise Damaged(source, _("It is not as it was written."))
        if proved is not None and written == FORMAT:
            return
        with closing(database.connect(copied)) as db, database.reading(db):
            if written == FORMAT:
                load(source, db, progress)
            else:
                rebuilding.build(contents.sound(db, source, written), source, file, progress)
    finally:
        if copied != new:
            for leftover in (copied, copied.with_name(f"{copied.name}-journal")):
                leftover.unlink(missing_ok=True)


def _copy_bytes(source: Path, target: Path) -> str:
    """Copy a file and have it on the disk; the SHA-256 of what it holds, in hex."""
    digest = sha256()
    with source.open("rb") as bytes_in, target.open("wb") as bytes_out:
        target.chmod(0o600)
        while piece := bytes_in.read(1 << 20):
            digest.update(piece)
            bytes_out.write(piece)
        bytes_out.flush()
        os.fsync(bytes_out.fileno())
    return digest.hexdigest()


@contextmanager
def _held(file: Path) -> Iterator[Database | None]:
    """The plan that gives way, with every other program kept out of it; None where SQLite cannot read it at all."""
    db = _exclusive(file) if file.is_file() else None
    try:
        yield db
    finally:
        if db is not None:
            db.close()


def _exclusive(file: Path) -> Database | None:
    db = None
    try:
        db = database.connect(file)
        db.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if db is not None:
            db.close()
        if is_busy(error):
            raise locked(file) from error
        return None
    return db
