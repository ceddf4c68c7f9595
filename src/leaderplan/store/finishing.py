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
from leaderplan.errors import UserError
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
    with alone(folder, patience):
        todo = pending(folder)
        with closing(database.connect(folder / PLAN)) as db:
            done = [erasure for erasure in todo if _is_committed(db, erasure)]
            with database.writing(db):
                sweep(folder)
            if done:
                building.discard(folder / PLAN)
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


def carry_over(folder: Path, new: Path) -> None:
    """Finish what is written down in a plan that is about to give way to ``new``, and in that as well.

    For whoever is :func:`alone`, with every other program kept out of the plan. Raises sqlite3.Error and OSError, and
    UserError where the new plan cannot be rid of what was to go.
    """
    todo = pending(folder)
    if not todo:
        return
    ids = {id for erasure in todo for id in erasure.ids}
    try:
        cleaning.clean(new, ids)
    except cleaning.Uncleanable as error:
        raise UserError(
            _("What was erased is still in that plan and cannot be taken out of it: {reason}.", reason=str(error)),
            _("Nothing was changed. Choose another one."),
        ) from error
    with closing(database.connect(new)) as db:
        _finished(folder, todo, attachments_in(db))
    settled(folder, todo)


@contextmanager
def alone(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Nobody finishes an erasure meanwhile: SQLite's lock on an empty file, which dies with its holder.

    The file stays: who waits for it and who makes it anew would not see each other. Raises sqlite3.Error.
    """
    file = folder / _LOCK
    file.touch(0o600)
    with closing(database.raw(file, "mode=rw")) as lock:
        lock.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}").close()
        lock.execute("BEGIN EXCLUSIVE").close()
        yield


def _is_committed(db: Database, erasure: Pending) -> bool:
    found = db.execute("SELECT kind FROM step WHERE id = ?", [erasure.step]).fetchone()
    return bool(found == (StepKind.ERASE.value,))


def _finished(folder: Path, done: Iterable[Pending], named: set[str]) -> Finished:
    ids = {id for erasure in done for id in erasure.ids}
    orphans = {digest for erasure in done for digest in erasure.attachments}
    rewritten, failed, again = [], [], False
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
