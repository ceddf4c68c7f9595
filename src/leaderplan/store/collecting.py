"""Attachments that nothing needs any more: neither the plan with its history, nor a backup, nor what was set aside."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from leaderplan.errors import UserError
from leaderplan.store import backups, database, header
from leaderplan.store.failures import as_sentences
from leaderplan.store.folder import ATTACHMENTS, PLAN, SET_ASIDE, settle
from leaderplan.store.references import attachments_in

_BEING_ATTACHED = timedelta(hours=1)
"""How long another program may take between keeping a file and storing the record that refers to it."""
_LEFT_BEHIND = timedelta(days=1)
_KEPT = re.compile("[0-9a-f]{64}")
_GOING = ".going"


class _Doubt(Exception):
    """Something that may refer to an attachment cannot be read."""


def collect(folder: Path, at: datetime) -> list[Path]:
    """Remove the attachments that nothing needs, and say which; none where anything that might need one is unreadable.

    Raises UserError where one cannot be removed.
    """
    place = folder / ATTACHMENTS
    try:
        needed = _needed(folder)
    except (_Doubt, UserError, OSError, sqlite3.Error):
        return []
    gone = []
    with as_sentences(place):
        _bring_back(place)
        for file in sorted(place.iterdir()) if place.is_dir() else ():
            with suppress(FileNotFoundError):  # another program was quicker
                if _KEPT.fullmatch(file.name) and file.name not in needed and _remove(file, at):
                    gone.append(file)
                elif file.suffix == ".part" and _is_older(file, at, _LEFT_BEHIND):
                    file.unlink()
        if gone:
            settle(place)
    return gone


def _needed(folder: Path) -> set[str]:
    snapshots = backups.all_of(folder)
    if snapshots is None:
        raise _Doubt
    with closing(database.connect_beside(folder / PLAN)) as db:
        needed = _referred_to(db)
    for file in _databases_in(folder / SET_ASIDE):
        header.written_format(file)
        if header.has_unfinished_work(file):
            raise _Doubt
        with closing(database.connect_still(file)) as db:
            needed |= _referred_to(db)
    return needed.union(*(snapshot.attachments for snapshot in snapshots))


def _referred_to(db: Database) -> set[str]:
    """What a database refers to, if all of its rows are there to be asked."""
    with database.reading(db):
        for table, expected in db.execute('SELECT name, "count" FROM meta').fetchall():
            if db.execute(f'SELECT count(*) FROM "{table}"').fetchone() != (expected,):
                raise _Doubt
        return attachments_in(db)


def _databases_in(place: Path) -> Iterator[Path]:
    """Every database below a folder; raises OSError where a part of it cannot be looked into."""

    def fail(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            raise error

    for inside, _folders, files in os.walk(place, onerror=fail):
        yield from (Path(inside) / name for name in files if name.endswith(".db"))


def _remove(file: Path, at: datetime) -> bool:
    """Remove a file unless it is young.

    Whoever keeps the same bytes again makes the file new before looking at it. Out of the way it can only be found
    missing, so what is still old there was not made new by anybody.
    """
    if not _is_older(file, at, _BEING_ATTACHED):
        return False
    going = file.with_name(file.name + _GOING)
    file.rename(going)
    if not _is_older(going, at, _BEING_ATTACHED):
        going.replace(file)
        return False
    going.unlink()
    return True


def _bring_back(place: Path) -> None:
    """What a program that died had put out of the way is judged again."""
    for going in place.glob(f"*{_GOING}"):
        going.replace(going.with_suffix(""))


def _is_older(file: Path, at: datetime, than: timedelta) -> bool:
    return at.timestamp() - file.stat().st_mtime > than.total_seconds()
