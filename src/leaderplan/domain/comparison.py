"""A plan beside an earlier state of it: what is gone since, what is different now, and how much came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leaderplan.domain.belonging import owners
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record, specs
from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Comparison:
    """Records by id, as they were in ``earlier``: ``gone`` are not in the plan now, ``altered`` are different there.

    ``added`` counts the records that were not there yet.
    """

    earlier: Plan
    gone: Mapping[str, Record]
    altered: Mapping[str, Record]
    added: int

    def after(self, edit: ChangeSet) -> Comparison:
        """The same once ``edit`` was made in the plan."""
        gone, altered, added = dict(self.gone), dict(self.altered), self.added
        for change in edit:
            record = self.earlier.find(change.id)
            if record is None:
                added += (change.after is not None) - (change.before is not None)
                continue
            gone.pop(change.id, None)
            altered.pop(change.id, None)
            if change.after is None:
                gone[change.id] = record
            elif change.after != record:
                altered[change.id] = record
        return Comparison(self.earlier, gone, altered, added)

    def hanging(self) -> dict[str, int]:
        """The records that are gone and do not hang on another one of them, each with how many hang on it."""
        tops = {id: self._top(record) for id, record in self.gone.items()}
        found = {id: 0 for id, top in tops.items() if id == top}
        for id, top in tops.items():
            if id != top:
                found[top] += 1
        return found

    def _top(self, record: Record) -> str:
        seen = {record.id}
        while owner := next((self.gone[id] for id in owners(record) if id in self.gone and id not in seen), None):
            record = owner
            seen.add(record.id)
        return record.id


def compared(plan: Plan, earlier: Plan) -> Comparison:
    """How ``plan`` differs from what it was."""
    now = {record.id: record for record in plan}
    gone, altered, known = {}, {}, 0
    for record in earlier:
        there = now.get(record.id)
        if there is None:
            gone[record.id] = record
        else:
            known += 1
            if there != record:
                altered[record.id] = record
    return Comparison(earlier, gone, altered, len(now) - known)


def fields_between(before: Record, after: Record) -> tuple[Message, ...]:
    """The labels of the fields in which two states of one record differ."""
    return tuple(
        spec.label for name, spec in specs(type(after)).items() if getattr(before, name) != getattr(after, name)
    )
