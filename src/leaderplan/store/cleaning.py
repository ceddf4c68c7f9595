"""An erasure carried out in a database beside the plan: a backup, or a plan that was set aside.

The database is never altered in place. A copy of it (``.cleaning``) is scrubbed, vacuumed and proved, named ``.clean``
when it is whole on the disk, and then takes the place of the database in one moment. So whatever happens there is the
old file, or the new one, or a ``.clean`` that only needs to be put in its place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from leaderplan.domain.upgrades import FORMAT
from leaderplan.store import database
from leaderplan.store.extent import extent, written_format
from leaderplan.store.failures import BadRow
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, SET_ASIDE, settle, sweep_workshops
from leaderplan.store.loading import structure
from leaderplan.store.references import attachments_in
from leaderplan.store.rows import scanned, shapes
from leaderplan.store.schema import APPLICATION_ID
from leaderplan.store.scrubbing import scrub_history, scrub_records

# Whatever happens to the copy before it is whole, it is thrown away.
_QUICK = ("PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF")
_NOBODY_WRITES_FOR = 3600.0  # seconds after which a file under a passing name is nobody's work any more
_PASSING = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY)
_SIDES = ("-journal", "-wal", "-shm")


class Uncleanable(Exception):
    """Why a database could not be cleaned; one that is ``passing``, of the disk, is worth another try."""

    def __init__(self, reason: str, *, passing: bool = False) -> None:
        super().__init__(reason)
        self.passing = passing


class Cleaned(NamedTuple):
    """Whether a database had to be rewritten, and the attachments that it named before and names now."""

    changed: bool
    before: set[str]
    after: set[str]


def copies(folder: Path) -> Iterator[Path]:
    """Every database beside the plan in its folder."""
    for place in (BACKUPS, SET_ASIDE):
        for file in sorted((folder / place).rglob("*.db")):
            if ATTACHMENTS not in file.relative_to(folder).parts and file.is_file() and file.stat().st_size:
                yield file


def clean(file: Path, ids: Collection[str]) -> Cleaned:
    """Take ``ids`` and all that hangs on them out of a database of any format, if they are in it.

    Raises Uncleanable where that cannot be done; then the database is as it was.
    """
    copy, ready = _beside(file, "cleaning"), _beside(file, "clean")
    if ready.exists():
        _swap(ready, file)
    try:
        _duplicate(file, copy)
        done = _scrub(copy, ids)
        if done.changed:
            _write_down(copy)
            copy.replace(ready)
            settle(file.parent)
            _swap(ready, file)
    except (sqlite3.Error, OSError, ValueError, TypeError, KeyError, BadRow) as error:
        raise Uncleanable(str(error), passing=is_passing(error)) from error
    finally:
        with suppress(OSError):  # they are swept the next time
            for leftover in (copy, *_sides(copy)):
                leftover.unlink(missing_ok=True)
    return done


def is_passing(error: Exception) -> bool:
    """Whether an error is of the disk, which may be well again later, and neither of the file nor of its rights."""
    if isinstance(error, OSError):
        return not isinstance(error, PermissionError)
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING


def sweep(folder: Path) -> None:
    """Remove what programs that died have left half done: unproved copies, clean ones of what is gone, half a file."""
    for place in (folder / BACKUPS, folder / SET_ASIDE):
        for left in (*place.rglob("*.cleaning"), *place.rglob("*.cleaning-*")):
            left.unlink(missing_ok=True)
        for left in place.rglob("*.clean"):
            if not left.with_suffix("").exists():
                left.unlink(missing_ok=True)
    sweep_workshops(folder)
    for left in folder.rglob("*.part"):
        if time.time() - left.stat().st_mtime > _NOBODY_WRITES_FOR:
            left.unlink(missing_ok=True)


def _beside(file: Path, state: str) -> Path:
    return file.with_name(f"{file.name}.{state}")


def _sides(file: Path) -> list[Path]:
    return [file.with_name(f"{file.name}{side}") for side in _SIDES]


def _duplicate(file: Path, copy: Path) -> None:
    """With the journal of a transaction that was never finished: SQLite takes that back in the copy."""
    for source, target in zip((file, *_sides(file)), (copy, *_sides(copy)), strict=True):
        target.unlink(missing_ok=True)
        if source.exists():
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            shutil.copyfile(source, target)


def _scrub(copy: Path, ids: Collection[str]) -> Cleaned:
    with closing(database.connect(copy)) as db:
        for pragma in _QUICK:
            db.execute(pragma)
        _demand_plan(db)
        tables = shapes(db)
        before, writes = attachments_in(db), db.conn.total_changes
        with database.writing(db, tables) as ledger:
            reach = extent(db, ids)
            scrub_records(db, ledger, tables, reach)
            scrub_history(db, ledger, reach)
        if not (changed := db.conn.total_changes > writes):
            return Cleaned(changed, before, before)
        db.execute("VACUUM")
        _demand_sound(db)
        return Cleaned(changed, before, attachments_in(db))


def _demand_plan(db: Database) -> None:
    ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not ours or not 1 <= written_format(db) <= FORMAT:
        raise Uncleanable("no plan that this version can read")


def _demand_sound(db: Database) -> None:
    """Raise Uncleanable unless every digest, every sum and SQLite's own check say that it is whole."""
    found = structure(db)
    for table, columns in shapes(db).items():
        for _row in scanned(db, table, columns, found):
            pass
    if found:
        raise Uncleanable(str(found[0].what).removesuffix("."))


def _write_down(file: Path) -> None:
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())


def _swap(ready: Path, file: Path) -> None:
    """What belonged to the old file goes first: its journal would spoil the new one, its description is wrong now."""
    for beside in (*_sides(file), file.with_suffix(".json")):
        beside.unlink(missing_ok=True)
    settle(file.parent)
    ready.replace(file)
    settle(file.parent)
