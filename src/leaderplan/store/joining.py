"""Several commits as one step: what one piece of typing has changed so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message
from leaderplan.store.steps import Touch, Touched


@dataclass(frozen=True, slots=True)
class Joining:
    """The last step, and what must be given as ``join`` to extend it; ``ends`` has each record before it and now."""

    token: object
    step: int
    label: Message
    ends: Mapping[str, Change]

    @classmethod
    def begin(cls, token: object, step: int, edit: ChangeSet) -> Self:
        """From the first edit of the step."""
        return cls(token, step, edit.label, {change.id: change for change in edit})

    def extended(self, edit: ChangeSet) -> Self:
        """With a further edit. The label follows while it says the same of other words, as a title that is typed."""
        label = edit.label if edit.label.id == self.label.id else self.label
        ends = {change.id: Change(change.table, self._before(change), change.after) for change in edit}
        return replace(self, label=label, ends={**self.ends, **ends})

    def ends_of(self, edit: ChangeSet) -> dict[str, Change]:
        """The ends of the records in ``edit``; one that is back where it was has the same state twice."""
        return {change.id: self.ends[change.id] for change in edit}

    @property
    def touched(self) -> tuple[Touched, ...]:
        """What the step as a whole has changed."""
        return tuple(
            Touched(end.table, id, Touch.between(end.before, end.after))
            for id, end in self.ends.items()
            if end.before != end.after
        )

    def _before(self, change: Change) -> Record | None:
        return self.ends[change.id].before if change.id in self.ends else change.before
