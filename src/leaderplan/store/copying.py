"""A whole copy of a plan that others write to meanwhile, by SQLite's backup API: https://www.sqlite.org/backup.html."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from leaderplan.domain.messages import _
from leaderplan.store import database, header
from leaderplan.store.failures import Damaged, as_sentences, locked
from leaderplan.store.proof import state_of
from leaderplan.store.rows import Progress

_PAGES = 256
"""Copied under one lock: 1 MiB, about a millisecond, in which a commit waits."""
_TRIES = 3


class _Overtaken(Exception):
    """Another connection has committed, so that the copy began anew."""


def copy(plan: Path, target: Path, progress: Progress) -> tuple[int, str]:
    """Fill the empty file ``target`` and have it on the disk; the newest step and the state that it should hold.

    It goes in small steps, so that commits pass in between; a plan that is never still is locked for the time of one
    copy. Raises sqlite3.Error, OSError, UserError, and what ``progress`` raises.
    """
    with closing(_source(plan)) as source:
        meant = _still(source, plan, target, progress) or _locked(source, plan, target, progress)
    handle = os.open(target, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    return meant


def _source(plan: Path) -> Database:
    """A connection to the plan; raises UserError, about the plan and not its copy, where it cannot be read."""
    with as_sentences(plan):
        db = database.connect_beside(plan)
        try:
            header.demand_plan(db, plan)
            state_of(db)
        except sqlite3.OperationalError as error:
            db.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                raise Damaged(plan, _("A table in it is missing.")) from error
            raise
        except BaseException:
            db.close()
            raise
        return db


def _still(source: Database, plan: Path, target: Path, progress: Progress) -> tuple[int, str] | None:
    """Copy in steps; None where others committed in between each time."""
    for _try in range(_TRIES):
        version = database.version(source)
        with database.reading(source):
            meant = state_of(source)
        try:
            _fill(source, plan, target, _PAGES, progress)
        except _Overtaken:
            continue
        if database.version(source) == version:
            return meant
    return None


def _locked(source: Database, plan: Path, target: Path, progress: Progress) -> tuple[int, str]:
    with database.reading(source):
        meant = state_of(source)
        _fill(source, plan, target, _PAGES, progress)
    return meant


def _fill(source: Database, plan: Path, target: Path, pages: int, progress: Progress) -> None:
    left = 1 << 62

    def watch(status: int, remaining: int, total: int) -> None:
        nonlocal left
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # it has waited already
            raise locked(plan)
        if remaining >= left:
            raise _Overtaken
        left = remaining
        progress(total - remaining, total)

    os.truncate(target, 0)
    with closing(database.raw(target, "mode=rw")) as copy:
        # Nobody looks at it before it is whole, and it is brought to the disk at the end.
        copy.execute("PRAGMA journal_mode = OFF").close()
        copy.execute("PRAGMA synchronous = OFF").close()
        source.conn.backup(copy, pages=pages, progress=watch)
