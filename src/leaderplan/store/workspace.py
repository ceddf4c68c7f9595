"""The one door: every change of a plan goes through a Workspace and comes out as a ChangeSet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from leaderplan.domain.changes import Change, ChangeSet, merged
from leaderplan.domain.checks import edit_problems
from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Record
from leaderplan.store import checking, creating, database, drafts, removals, rows, thinning, versions
from leaderplan.store.attachments import Attachments
from leaderplan.store.failures import Overtaken, Refused, Replaced, as_sentences
from leaderplan.store.folder import ATTACHMENTS, PLAN, identity
from leaderplan.store.history import History
from leaderplan.store.joining import Joining
from leaderplan.store.ledger import Ledger
from leaderplan.store.moving import Move, move
from leaderplan.store.opening import Opened, opened
from leaderplan.store.rows import Progress
from leaderplan.store.search import Hit, Index
from leaderplan.store.steps import Removed, Step, StepKind, Version, now, touched_by
from leaderplan.store.troubles import Trouble
from leaderplan.store.watchers import Watcher, Watchers

Clock = Callable[[], datetime]


class Workspace:
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
        return cls(folder, opened(folder / PLAN, clock(), progress), clock)

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
            with self._writing() as ledger:
                self._demand_storable(edit, returning)
                joining = self._joining if join is not None and self._joining else None
                if joining is not None and joining.token != join:
                    joining = None
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

    @property
    def can_undo(self) -> Message | None:
        """The label of the step that undo would take back."""
        with self._reading():
            row = self._history.next_undo(self._clock())
            return row.message if row else None

    @property
    def can_redo(self) -> Message | None:
        """The label of the step that redo would do again."""
        with self._reading():
            row = self._history.next_redo()
            return row.message if row else None

    @property
    def newest_step(self) -> int:
        """The number of the last step that was taken in."""
        return self._seen

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Have ``watcher(edit, by)`` called after every change, in order; returns what ends that."""
        return self._watchers.watch(watcher)

    def poll(self) -> bool:
        """Take in what another program has written since, and tell the watchers with ``by=None``; cheap."""
        with self._telling(), self._reading():
            return self._take_in()

    def history(self, limit: int = 100, record: str | None = None) -> list[Step]:
        """The newest steps, newest first, with every undo and redo; of one record if it is named."""
        with self._reading():
            return versions.steps(self._history, limit, record)

    def versions(self, record_id: str) -> list[Version]:
        """A record as it is and was, newest first, also one in the bin."""
        with self._reading():
            return versions.versions(self._history, self.plan, record_id)

    def removed(self) -> list[Removed]:
        """The bin: what was removed within 90 days, the last first."""
        with self._reading():
            return removals.removed(self._history, self.plan, self._clock())

    def restore(self, record_id: str, by: object = None) -> Step:
        """Take a record out of the bin with what hung on it; raises UserError where that cannot be."""
        with self._telling():
            with self._reading():
                self._take_in()
                edit = removals.restoration(self._history, self.plan, self._clock(), record_id)
            step = self._commit(edit, by, None, returning=True)
        assert step is not None
        return step

    def bring_back(self, edit: ChangeSet, by: object = None) -> Step | None:
        """As :meth:`commit`, for what comes from an earlier state of the plan: rule 9 held then what it holds now."""
        return self._commit(edit, by, None, returning=True)

    def thin(self) -> int:
        """Of history older than 90 days keep one version of a record a day; returns how many steps fewer there are."""
        with self._telling(), self._writing() as ledger:
            return thinning.thin(self._history, ledger, self._clock())

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """The records that hold all words of ``text``: best first, newest first while it has one or two letters."""
        with self._reading():
            return [hit for hit in self._index.find(text, limit) if self.plan.find(hit.id)]

    def draft(self, record_id: str, field: str, text: str) -> None:
        """Keep what is typed into a field and cannot be stored there yet."""
        with self._telling(), self._writing() as ledger:
            drafts.keep(self._db, ledger, record_id, field, text, self._clock())

    def drafts(self) -> Mapping[tuple[str, str], str]:
        """Every draft by (record, field)."""
        with self._reading():
            return drafts.all_of(self._db)

    def forget_draft(self, record_id: str, field: str) -> None:
        """Let go of a draft, if there is one."""
        with self._telling(), self._writing() as ledger:
            drafts.forget(self._db, ledger, record_id, field)

    def check(self) -> list[Trouble]:
        """Everything that is wrong with the plan, its index and its attachments; a wrong index is made anew."""
        with self._lock, as_sentences(self._file):
            return checking.check(self._db, self.blobs)

    def _move(self, kind: StepKind, by: object, steps: int) -> Step | None:
        with self._telling():
            with self._writing() as ledger:
                at = self._clock()
                moves: list[Move] = []
                while len(moves) < steps:
                    plan = moves[-1].plan if moves else self.plan
                    moved = move(self._history, ledger, plan, kind, at, _name(by))
                    if moved is None:
                        break
                    moves.append(moved)
                if not moves:
                    return None
                last = moves[-1]
                edit = merged(last.edit.label, [one.edit for one in moves])
                self._write(ledger, edit)
            self._joining = None
            self._swap(edit, by, last.row.id)
            return versions.step(last.row, touched_by(edit))

    def _demand_storable(self, edit: ChangeSet, returning: bool) -> None:
        if len({change.id for change in edit}) < len(edit.changes):
            raise ValueError("an edit has at most one change for each record")
        for change in edit:
            if self.plan.find(change.id) != change.before:
                raise Overtaken
        problems = edit_problems(self.plan, edit, returning=returning)
        problems = problems or tuple(found for change in edit if change.after for found in rows.misfits(change.after))
        if problems:
            raise Refused(problems)

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
        changes = []
        for table, id in self._history.touched_since(self._seen):
            before, after = self.plan.table(BY_TABLE[table]).get(id), rows.record_in(self._db, table, id)
            if before != after:
                changes.append(Change(table, before, after))
        newest = self._history.newest()
        if changes or newest != self._seen:
            self._joining = None
        self._version, self._seen = version, newest
        if changes:
            edit = ChangeSet(versions.label(self._history.row(newest)), tuple(changes))
            self.plan = self.plan.after(edit)
            self._watchers.note(edit, None)
        return bool(changes)

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
