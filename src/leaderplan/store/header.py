"""A first look at a plan's file, before SQLite touches it: an empty or a cut off file would open without a word.

The layout is that of https://www.sqlite.org/fileformat.html, 1.3 (the database header).
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlite_utils import Database

from leaderplan.domain.messages import _
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store import failures
from leaderplan.store.failures import Damaged, Newer, NotAPlan
from leaderplan.store.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100


def written_format(file: Path, *, whole: bool = True) -> int:
    """The format of the plan in ``file``; raises UserError where it is no ``whole`` plan that this version can read.

    Not for a file that this process holds locked: closing any handle lets go of POSIX locks.
    """
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise _not_a_plan(file)
        with file.open("rb") as stream:
            header = stream.read(_LENGTH)
    except PermissionError as error:
        raise failures.unreadable(file) from error
    if size == 0:
        raise NotAPlan(
            _("{file} is empty.", file=str(file)),
            _("It was left as it is. Open a backup or a copy of the plan."),
        )
    if not header.startswith(_MAGIC[: len(header)]):
        raise _not_a_plan(file)
    if len(header) < _LENGTH:
        raise _cut_off(file)
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise _not_a_plan(file)
    written = int.from_bytes(header[60:64])
    if written > FORMAT:
        raise _newer(file)
    if written < 1:
        raise _not_a_plan(file)
    page = int.from_bytes(header[16:18])
    if whole and size < int.from_bytes(header[28:32]) * (65536 if page == 1 else page):
        raise _cut_off(file)
    return written


def demand_plan(db: Database, file: Path) -> None:
    """The same of a plan that is open: raises UserError unless ``db``, which lies in ``file``, is one of ours."""
    application, written = (
        int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
    )
    if application != APPLICATION_ID or written < 1:
        raise _not_a_plan(file)
    if written > FORMAT:
        raise _newer(file)


def has_unfinished_work(file: Path) -> bool:
    """Whether a program died while it wrote: SQLite takes its half a transaction back at the next opening."""
    journal = file.with_name(f"{file.name}-journal")
    return journal.is_file() and journal.stat().st_size > 0


def demand_writable(file: Path) -> None:
    """Raise UserError unless the file and the folder, where the journal goes, may be written."""
    for place in (file, file.parent):
        if not os.access(place, os.W_OK):
            raise failures.unwritable(place)


def _not_a_plan(file: Path) -> NotAPlan:
    return NotAPlan(
        _("{file} is not a LeaderPlan plan.", file=str(file)),
        _("It was left as it is. Choose the folder of a plan."),
    )


def _newer(file: Path) -> Newer:
    return Newer(
        _("The plan in {file} was written by a newer LeaderPlan.", file=str(file)),
        _("It was left as it is. Open it with that version, or install the newer one here."),
    )


def _cut_off(file: Path) -> Damaged:
    return Damaged(file, _("It is shorter than it was: its end is missing."))
