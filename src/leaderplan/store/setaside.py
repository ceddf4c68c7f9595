"""What was there before: a plan that gives way to another is kept, whole, in a folder of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from leaderplan.store.failures import as_sentences
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, PLAN, SET_ASIDE, make_folder, settle, write

JOURNAL = f"{PLAN}-journal"
_BELONGS_TOGETHER = ((PLAN, JOURNAL), (ATTACHMENTS, BACKUPS))
"""The plan goes first, for good before the rest follows: it may never lie there without its files."""


def keep(folder: Path, at: datetime, held: Database | None = None) -> Path:
    """Give the plan in ``folder``, as it lies there, a second place below ``set-aside``; which one.

    ``held`` is the connection that keeps others out of it, if there is one.

    It is a plan folder of its own, with its attachments. Files are linked, so that it takes no room and not a byte of
    them is read; where the disk knows one name for a file only, they are copied. Raises OSError.
    """
    aside = _fresh_for(folder, at)
    try:
        # The plan comes last: where one lies, all that it needs is there.
        files = [file for file in (folder / ATTACHMENTS).glob("*") if not file.name.endswith(".part")]
        if files:
            make_folder(aside / ATTACHMENTS)
            for file in files:
                _double(file, aside / ATTACHMENTS / file.name)
            settle(aside / ATTACHMENTS)
        for name in (JOURNAL, PLAN):
            if (folder / name).is_file():
                _double(folder / name, aside / name, held if name == PLAN else None)
                settle(aside)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)  # the plan is still where it was
        raise
    return aside


def copied(folder: Path, at: datetime) -> Path:
    """A copy of the plan's file and its journal, byte for byte, before SQLite takes back what was half written.

    Not for a plan that this process holds locked. Raises OSError.
    """
    aside = _fresh_for(folder, at)
    for name in (PLAN, JOURNAL):
        _copy(folder / name, aside / name)
    settle(aside)
    settle(aside.parent)
    return aside


def moved(folder: Path, at: datetime) -> Path:
    """Move the plan and all that belongs to it below ``set-aside``; which folder.

    Raises UserError or OSError, and has put back what it could.
    """
    aside = _fresh_for(folder, at)
    with _or_back(folder, aside):
        return aside


def _double(file: Path, other: Path, held: Database | None = None) -> None:
    try:
        os.link(file, other)
    except OSError:
        if held is not None:  # reading the file here would let go of its lock
            write(other, held.conn.serialize())
            return
        _copy(file, other)


def _copy(file: Path, other: Path) -> None:
    with file.open("rb") as source, other.open("xb") as target:
        shutil.copyfileobj(source, target, 1 << 20)
        target.flush()
        os.fsync(target.fileno())


@contextmanager
def moved_aside(folder: Path, at: datetime) -> Iterator[None]:
    """Move what is in the way into a folder of its own, and back if the block fails."""
    if not (folder / PLAN).exists():
        yield
        return
    with as_sentences(folder / PLAN):
        aside = _fresh_for(folder, at)
    with _or_back(folder, aside):
        yield


@contextmanager
def _or_back(folder: Path, aside: Path) -> Iterator[None]:
    """Move the plan and all that belongs to it, and back if that or the block fails."""
    moved: list[tuple[Path, Path]] = []
    try:
        with as_sentences(folder / PLAN):
            for names in _BELONGS_TOGETHER:
                for name in names:
                    if (folder / name).exists():
                        (folder / name).rename(aside / name)
                        moved.append((folder / name, aside / name))
                settle(aside)
                settle(folder)
        yield
    except BaseException:
        with as_sentences(folder / PLAN):
            for here, there in reversed(moved):
                _put_back(here, there)
        raise


def _fresh_for(folder: Path, at: datetime) -> Path:
    """A new folder below ``set-aside``, named by the moment in UTC."""
    return _fresh(folder / SET_ASIDE / f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def _fresh(wanted: Path) -> Path:
    """The folder wanted, made now; with a number behind it where there is one already."""
    folder, number = wanted, 1
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    make_folder(folder)
    return folder


def _put_back(here: Path, there: Path) -> None:
    """What the new plan has begun of the same name gives way."""
    if here.exists():
        here.rename(_fresh(there.with_name("unfinished")) / here.name)
    there.rename(here)
