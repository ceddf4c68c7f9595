"""The one door: every change of a plan goes through a Workspace and comes out as a ChangeSet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Record
from leaderplan.store import (
    backups,
    checking,
    creating,
    database,
    drafts,
    erasing,
    news,
    removals,
    rows,
    thinning,
    versions,
)
from leaderplan.store.attachments import Attachments
from leaderplan.store.erasing import Erased
from leaderplan.store.failures import Replaced, as_sentences
from leaderplan.store.finishing import resume
from leaderplan.store.folder import ATTACHMENTS, PLAN, identity
from leaderplan.store.history import History
from leaderplan.store.joining import Joining
from leaderplan.store.lawful import demand_storable
from leaderplan.store.ledger import Ledger
from leaderplan.store.looking import Looking
from leaderplan.store.moving import moves
from leaderplan.store.opening import Opened, opened
from leaderplan.store.rows import Progress
from leaderplan.store.search import Index
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import Step, StepKind, now, touched_by
from leaderplan.store.troubles import Trouble
from leaderplan.store.watchers import Watcher, Watchers

Clock = Callable[[], datetime]
MANY = 20
"""Records: where more are removed at once, a backup is taken before."""


class Workspace(Looking):
    """An open plan.

    Any thread may call it: a lock lets one call through at a time, and watchers are called in the thread whose call
    made the change. Work that takes long is given ``plan``, an immutable value, and needs neither lock nor file.
    Every method raises UserError for what the person can mend, and then nothing has changed.
    """

    read_only = False

    def __init__(self, folder: Path, found: Opened, clock: Clock = now) -> None:
        self.folder = folder
        self.plan: Plan = found.plan
        self.blobs = Attachments(folder / ATTACHMENTS)
        self._file = folder / PLAN
        self._db = found.db
        self._identity = found.identity
        self._version = found.version
        self._clock = clock
        self._lock = threading.RLock()
        self._history = History(found.db)
        self._index = Index(found.db)
        self._watchers = Watchers()
        self._joining: Joining | None = None
        self._seen = self._history.newest()

    @classmethod
    def create(cls, folder: Path, records: Iterable[Record] = (), *, clock: Clock = now) -> Workspace:
        """Make a plan of these records in a folder that has none, with an empty profile if none is among them."""
        creating.create(folder, tuple(records), clock())
        return cls.open(folder, clock=clock)

    @classmethod
    def open(cls, folder: Path, *, progress: Progress | None = None, clock: Clock = now) -> Workspace:
        """Open the plan in a folder, proved to be whole; one of an older format is rebuilt, and its file kept."""
        found = opened(folder / PLAN, clock(), progress)
        resume(folder)
        return cls(folder, found, clock)

    def close(self) -> None:
        """Let go of the file. The plan stays usable as a value."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def commit(self, edit: ChangeSet, by: object = None, join: object = None) -> Step | None:
        """Store an edit as a step, or with the same ``join`` as the last time let it extend the last step.

        ``by`` is told to the watchers, and kept in the history where it is a text. An edit that changes nothing stores
        nothing and returns None. Raises Refused with what is wrong, and Overtaken where a record is no longer as it is
        before the edit.
        """
        return self._commit(edit, by, join)

    def _commit(self, edit: ChangeSet, by: object, join: object, returning: bool = False) -> Step | None:
        changes = tuple(change for change in edit if change.before != change.after)
        edit = ChangeSet(edit.label, changes)
        with self._telling():
            if not edit:
                return None
            if not self.read_only and sum(change.after is None for change in edit) > MANY:
                backups.take(self.folder, Reason.REMOVAL, self._clock())
            with self._writing() as ledger:
                demand_storable(self.plan, edit, returning=returning)
                joining = self._joining if self._joining and join is not None and self._joining.token == join else None
                at = self._clock()
                if joining is None:
                    made = Joining.begin(join, self._history.append_edit(ledger, edit, at, _name(by)), edit)
                else:
                    made = joining.extended(edit)
                    self._history.extend(ledger, made.step, made.label, at, made.ends_of(edit))
                self._write(ledger, edit)
            self._joining = made
            self._swap(edit, by, made.step)
            return Step(made.step, at, made.label, made.touched, by=_name(by))

    def undo(self, by: object = None, steps: int = 1) -> Step | None:
        """Take back the last steps that are in force, whoever made them; None where there is nothing to undo.

        The step returned is the last line that this added to the history, with all records that changed.
        """
        return self._move(StepKind.UNDO, by, steps)

    def redo(self, by: object = None, steps: int = 1) -> Step | None:
        """Do again what was undone since the last new edit; None where there is nothing to redo."""
        return self._move(StepKind.REDO, by, steps)

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Have ``watcher(edit, by)`` called after every change, in order; returns what ends that."""
        return self._watchers.watch(watcher)

    def poll(self) -> bool:
        """Take in what another program has written since, and tell the watchers with ``by=None``; cheap."""
        with self._telling(), self._reading():
            return self._take_in()

    def restore(self, record_id: str, by: object = None) -> Step:
        """Take a record out of the bin with what hung on it; raises UserError where that cannot be."""
        step = self._return(record_id, by, removals.restoration)
        assert step is not None
        return step

    def restore_version(self, version: Record, by: object = None) -> Step | None:
        """Make a record what it was in a version, also one in the bin; None where it is so already."""
        return self._return(version, by, removals.returned)

    def _return(self, what: str | Record, by: object, way: Callable[..., ChangeSet]) -> Step | None:
        with self._telling():
            with self._reading():
                self._take_in()
                edit = way(self._history, self.plan, self._clock(), what)
            return self._commit(edit, by, None, returning=any(change.before is None for change in edit))

    def bring_back(self, edit: ChangeSet, by: object = None) -> Step | None:
        """As :meth:`commit`, for what comes from an earlier state of the plan: rule 9 held then what it holds now."""
        return self._commit(edit, by, None, returning=True)

    def erase(self, ids: Sequence[str], by: object = None) -> Erased:
        """Take records, living or removed, and all that ever hung on them out of the plan, its history and its copies.

        This cannot be undone. Raises UserError for an unknown record and for the profile.
        """
        with self._telling():
            with self._writing() as ledger:
                erasure = erasing.prepared(self._db, self.plan, ids)
                demand_storable(self.plan, erasure.edit, returning=True)
                self._write(ledger, erasure.edit)
                step = erasing.write(self.folder, self._db, ledger, erasure, self._clock(), _name(by))
            self._joining = None
            self._swap(erasure.edit, by, step)
        return erasing.completed(self.folder, erasure)

    def thin(self) -> int:
        """Of history older than 90 days keep one version of a record a day; returns how many steps fewer there are."""
        with self._telling(), self._writing() as ledger:
            return thinning.thin(self._history, ledger, self._clock())

    def draft(self, record_id: str, field: str, text: str) -> None:
        """Keep what is typed into a field and cannot be stored there yet."""
        with self._telling(), self._writing() as ledger:
            drafts.keep(self._db, ledger, record_id, field, text, self._clock())

    def forget_draft(self, record_id: str, field: str) -> None:
        """Let go of a draft, if there is one."""
        with self._telling(), self._writing() as ledger:
            drafts.forget(self._db, ledger, record_id, field)

    def check(self) -> list[Trouble]:
        """Everything that is wrong with the plan, its index and its attachments; a wrong index is made anew."""
        with self._lock, as_sentences(self._file):
            return checking.check(self._db, self.blobs)

    def mend_search(self) -> bool:
        """Whether the search index did not agree with the plan, and was made anew."""
        with self._telling(), self._writing():
            return checking.mended(self._db, self.plan)

    def _move(self, kind: StepKind, by: object, steps: int) -> Step | None:
        with self._telling():
            with self._writing() as ledger:
                if not (made := moves(self._history, ledger, self.plan, kind, self._clock(), _name(by), steps)):
                    return None
                last = made[-1]
                edit = merged(last.edit.label, [one.edit for one in made])
                self._write(ledger, edit)
            self._joining = None
            self._swap(edit, by, last.row.id)
            return versions.step(last.row, touched_by(edit))

    def _write(self, ledger: Ledger, edit: ChangeSet) -> None:
        rows.write(ledger, edit)
        self._index.take(edit)

    def _swap(self, edit: ChangeSet, by: object, step: int) -> None:
        self._seen = step
        if edit:
            self.plan = self.plan.after(edit)
            self._watchers.note(edit, by)

    def _take_in(self) -> bool:
        """What other programs have written, within the transaction at hand."""
        version = database.version(self._db)
        if version == self._version:
            return False
        changes = news.changes(self._db, self._history, self.plan, self._seen)
        newest = self._history.newest()
        if changes or newest != self._seen:
            self._joining = None
        self._version, self._seen = version, newest
        if changes:
            edit = ChangeSet(versions.label(self._history.row(newest)), changes)
            self.plan = self.plan.after(edit)
            self._watchers.note(edit, None)
        return bool(changes)

    def _now(self) -> datetime:
        return self._clock()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            finally:
                self._watchers.tell()

    @contextmanager
    def _writing(self) -> Iterator[Ledger]:
        with as_sentences(self._file), database.writing(self._db) as ledger:
            self._demand_same_file()
            self._take_in()
            yield ledger

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, as_sentences(self._file):
            self._demand_same_file()
            with database.reading(self._db):
                yield

    def _demand_same_file(self) -> None:
        """Another program may have put another file in its place, as a newer version does with an older format."""
        if not self._file.exists() or identity(self._file) != self._identity:
            raise Replaced(self._file)


def _name(by: object) -> str:
    return by if isinstance(by, str) else ""
