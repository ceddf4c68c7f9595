"""What an open plan tells of itself and its past, without anything being changed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from sqlite_utils import Database

from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan
from leaderplan.store import drafts, removals, versions
from leaderplan.store.history import History
from leaderplan.store.search import Hit, Index
from leaderplan.store.steps import EVERY, Removed, Step, Version, Wanted


class Looking(ABC):
    """The half of a Workspace that only reads."""

    plan: Plan
    _db: Database
    _history: History
    _index: Index
    _seen: int

    @abstractmethod
    def _reading(self) -> AbstractContextManager[None]:
        """A moment in which every read sees the same state."""

    @abstractmethod
    def _now(self) -> datetime:
        """The present moment in UTC."""

    @property
    def can_undo(self) -> Message | None:
        """The label of the step that undo would take back."""
        with self._reading():
            row = self._history.next_undo(self._now())
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

    def history(self, limit: int = 100, wanted: Wanted = EVERY) -> list[Step]:
        """The newest steps, newest first, with every undo and redo; only those that are wanted."""
        with self._reading():
            return versions.steps(self._history, limit, wanted)

    def versions(self, record_id: str) -> list[Version]:
        """A record as it is and was, newest first, also one in the bin."""
        with self._reading():
            return versions.versions(self._history, self.plan, record_id)

    def removed(self) -> list[Removed]:
        """The bin: what was removed within 90 days, the last first."""
        with self._reading():
            return removals.removed(self._history, self.plan, self._now())

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """The records that hold all words of ``text``: best first, newest first while it has one or two letters."""
        with self._reading():
            return [hit for hit in self._index.find(text, limit) if self.plan.find(hit.id)]

    def drafts(self) -> Mapping[tuple[str, str], str]:
        """Every draft by (record, field)."""
        with self._reading():
            return drafts.all_of(self._db)
