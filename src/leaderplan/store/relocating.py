"""A plan that moves to another folder: whole, proved there, and set aside here."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.store import building, database, setaside
from leaderplan.store.failures import as_sentences
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, PLAN, identity, settle
from leaderplan.store.loading import load
from leaderplan.store.rows import Progress

_BESIDE = (ATTACHMENTS, BACKUPS)


def move(folder: Path, target: Path, at: datetime, progress: Progress | None = None) -> Path:
    """Move the plan in ``folder`` to the folder ``target``; where what was left behind is set aside, below the old one.

    Nobody can write to it meanwhile. Raises UserError; then it is where it was.
    """
    with as_sentences(target / PLAN):
        if (target / PLAN).exists():
            raise UserError(
                _("There is a plan in {folder} already.", folder=str(target)), _("Choose another folder to move to.")
            )
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in _BESIDE:
            _copy_files(folder / name, target / name)
    file = folder / PLAN
    with as_sentences(file), closing(database.connect(file)) as old:
        which = identity(file)
        old.execute("BEGIN EXCLUSIVE")
        new = building.unfinished(target / PLAN)
        try:
            with as_sentences(target / PLAN):
                _copy_plan(old.conn.serialize(), target / PLAN, progress)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        if os.name == "nt":  # pragma: no cover - there an open file cannot be moved
            old.close()
        assert identity(file) == which
        return setaside.moved(folder, at)


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


def _copy_files(source: Path, target: Path) -> None:
    target.mkdir(mode=0o700, exist_ok=True)
    if not source.is_dir():
        return
    for file in source.iterdir():
        if file.is_file() and not file.name.endswith(".part") and not (target / file.name).exists():
            with file.open("rb") as bytes_in, (target / file.name).open("xb") as bytes_out:
                shutil.copyfileobj(bytes_in, bytes_out, 1 << 20)
                bytes_out.flush()
                os.fsync(bytes_out.fileno())
    settle(target)
