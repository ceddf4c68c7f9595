"""A plan that moves to another folder: whole, proved there, and set aside here."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.store import building, database, earlier, setaside
from leaderplan.store.failures import Replaced, as_sentences
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, PLAN, identity, make_folder, settle
from leaderplan.store.loading import load
from leaderplan.store.rows import Progress

_BESIDE = (ATTACHMENTS, BACKUPS)


def move(folder: Path, target: Path, at: datetime, progress: Progress | None = None) -> Path:
    """Move the plan in ``folder`` to the folder ``target``; where what was left behind is set aside, below the old one.

    Nobody can write to it meanwhile. Raises UserError; then it is where it was.
    """
    file, goal = folder / PLAN, target / PLAN
    with as_sentences(goal):
        if goal.exists():
            raise UserError(
                _("There is a plan in {folder} already.", folder=str(target)), _("Choose another folder to move to.")
            )
        make_folder(target)
        _copy_beside(folder, target)
    with as_sentences(file):
        which = identity(file)
        with closing(database.connect(file)) as old:
            old.execute("BEGIN EXCLUSIVE")
            if identity(file) != which:
                raise Replaced(file)
            try:
                with as_sentences(goal):
                    _copy_beside(folder, target)  # what came to the plan before it was locked
                    _copy_plan(old.conn.serialize(), goal, progress)
                if os.name == "nt":  # pragma: no cover - there an open file cannot be moved
                    old.close()
                aside = setaside.moved(folder, at)
            except BaseException:
                _withdraw(file, goal)
                raise
    with suppress(OSError):
        earlier.note(target, aside)
    return aside


def _withdraw(file: Path, goal: Path) -> None:
    """Two plans would be one too many, but none would be worse."""
    with suppress(OSError):
        building.discard(goal)
        if file.exists():
            goal.unlink(missing_ok=True)


def _copy_plan(data: bytes, file: Path, progress: Progress | None) -> None:
    new = building.unfinished(file)
    building.discard(file)
    with new.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    new.chmod(0o600)
    with closing(database.connect(new)) as db, database.reading(db):
        load(new, db, progress)
    building.name(file)


def _copy_beside(folder: Path, target: Path) -> None:
    """Copy what is not there yet; a copy has its name when it is whole on the disk."""
    for name in _BESIDE:
        source, place = folder / name, target / name
        make_folder(place)
        files = sorted(source.iterdir()) if source.is_dir() else []
        for file in files:
            if file.is_file() and not file.name.endswith(".part") and not (place / file.name).exists():
                _copy(file, place / file.name)
        settle(place)


def _copy(file: Path, other: Path) -> None:
    part = other.with_name(f"{other.name}.{secrets.token_hex(4)}.part")
    try:
        with file.open("rb") as source, part.open("xb") as copied:
            shutil.copyfileobj(source, copied, 1 << 20)
            copied.flush()
            os.fsync(copied.fileno())
        part.rename(other)
    finally:
        part.unlink(missing_ok=True)
