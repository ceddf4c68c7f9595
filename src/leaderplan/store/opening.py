"""From a folder to a connection and the plan in it, or to the sentence that says why not."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from leaderplan.domain.plan import Plan
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store import database, header, setaside, sidefiles
from leaderplan.store.failures import Damaged, as_sentences, is_busy
from leaderplan.store.folder import identity
from leaderplan.store.loading import load
from leaderplan.store.rebuilding import rebuild
from leaderplan.store.rows import Progress


class Opened(NamedTuple):
    """What opening gives: the connection, the plan that was read through it, and when and from which file."""

    db: Database
    plan: Plan
    version: int
    identity: tuple[int, int]


def opened(file: Path, at: datetime, progress: Progress | None) -> Opened:
    """A sound plan and its connection; an older format is rebuilt first. Raises UserError and leaves the file alone.

    One failed read can look like damage, so what seems damaged is read once more through a fresh connection.
    """
    try:
        return _opened(file, at, progress)
    except Damaged:
        return _opened(file, at, progress)


def _opened(file: Path, at: datetime, progress: Progress | None) -> Opened:
    with as_sentences(file):
        sidefiles.set_aside_foreign(file, at)
        as_it_was = _take_back(file, at) if header.has_unfinished_work(file) else None
        written = header.written_format(file)
        header.demand_writable(file)
        if written < FORMAT:
            rebuild(file, written, at, progress)
        # Taken before connecting: if the file is replaced in between, the first look at the workspace's own notices.
        which = identity(file)
        db = database.connect(file)
        try:
            with database.writing(db):  # whoever cannot get the lock could not store anything either
                plan = load(file, db, progress)
                if as_it_was is not None:  # the plan is sound: nobody needs what was half written
                    shutil.rmtree(as_it_was, ignore_errors=True)
                return Opened(db, plan, database.version(db), which)
        except BaseException:
            db.close()
            raise


def _take_back(file: Path, at: datetime) -> Path | None:
    """Let SQLite take back what a program that died has half written.

    It writes into the file to do so. If the journal were of another file, that would do harm; so the bytes are set
    aside before, where the disk has room for them. Where they lie is returned.
    """
    kept = None
    with suppress(OSError):
        kept = setaside.copied(file.parent, at)
    try:
        with closing(database.connect(file)) as db, database.writing(db):
            pass
    except sqlite3.Error as error:
        if kept is not None and is_busy(error):  # it lives, and takes back or finishes its work itself
            shutil.rmtree(kept, ignore_errors=True)
        raise
    return kept
