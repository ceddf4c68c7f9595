"""The rest of an erasure, once the plan itself is rid of the records: freed pages, copies, attachments."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from leaderplan.domain.messages import Message, _
from leaderplan.store import building, cleaning, database
from leaderplan.store.folder import ATTACHMENTS, PLAN, SET_ASIDE, settle
from leaderplan.store.pending import ERASING, Pending, pending, settled, sweep
from leaderplan.store.references import attachments_in
from leaderplan.store.steps import StepKind

_LOCK = "erasing.lock"
_PATIENCE = 60.0  # seconds that an erasure waits for one that another program is finishing

_log = logging.getLogger(__name__)


class Finished(NamedTuple):
    """The databases that were rewritten, and a sentence for each that could not be; whether to try ``again`` later."""

    cleaned: tuple[Path, ...] = ()
    failed: tuple[Message, ...] = ()
    again: bool = False


def finish(folder: Path, patience: float = _PATIENCE) -> Finished:
    """Finish every erasure that is written down in a plan's folder.

    Raises sqlite3.Error or OSError where the plan itself or the folder stands in the way; it stays written down.
    """
    if not (folder / ERASING).exists():
        return Finished()
    with _alone(folder, patience):
        todo = pending(folder)
        with closing(database.connect(folder / PLAN)) as db:
            done = [erasure for erasure in todo if _is_committed(db, erasure)]
            with database.writing(db):
                sweep(folder)
            if done:
                db.execute("VACUUM")
            named = attachments_in(db)
        finished = _finished(folder, done, named) if done else Finished()
        if not finished.again:
            settled(folder, todo)
    return finished


def resume(folder: Path) -> None:
    """Finish what a program that died has left; what cannot be finished now is tried again the next time."""
    try:
        finish(folder, patience=0)
    except (sqlite3.Error, OSError) as error:
        _log.info("An erasure is not finished: %s", error)


@contextmanager
def _alone(folder: Path, patience: float) -> Iterator[None]:
    """No other program does the same meanwhile: SQLite's lock on an empty file, which dies with its holder."""
    file = folder / _LOCK
    with closing(sqlite3.connect(file, timeout=patience, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
    file.unlink(missing_ok=True)


def _is_committed(db: Database, erasure: Pending) -> bool:
    found = db.execute("SELECT kind FROM step WHERE id = ?", [erasure.step]).fetchone()
    return bool(found == (StepKind.ERASE.value,))


def _finished(folder: Path, done: Iterable[Pending], named: set[str]) -> Finished:
    ids = {id for erasure in done for id in erasure.ids}
    orphans = {digest for erasure in done for digest in erasure.attachments}
    rewritten, failed, again = [], [], False
    building.discard(folder / PLAN)
    for file in cleaning.copies(folder):
        try:
            result = cleaning.clean(file, ids)
        except cleaning.Uncleanable as error:
            failed.append(_failed(file, str(error)))
            again = again or error.passing
            continue
        if result.changed:
            rewritten.append(file)
        orphans |= result.before - result.after
        named |= result.after
    cleaning.sweep(folder)
    _remove(folder, orphans - named)
    return Finished(tuple(rewritten), tuple(failed), again)


def _failed(file: Path, reason: str) -> Message:
    return _("{file} could not be cleaned: {reason}. Delete it if you can do without.", file=str(file), reason=reason)


def _remove(folder: Path, digests: Collection[str]) -> None:
    for place in (folder / ATTACHMENTS, *(folder / SET_ASIDE).rglob(ATTACHMENTS)):
        for digest in digests:
            (place / digest).unlink(missing_ok=True)
        if digests and place.is_dir():
            settle(place)
