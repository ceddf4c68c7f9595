"""Which collaborations an edit touches: by themselves, or through something that their card tells."""

from __future__ import annotations

from collections.abc import Iterator

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Collaboration,
    Conversation,
    Measure,
    Person,
    Reading,
    Service,
    Telling,
)


def touched(plan: Plan, edit: ChangeSet) -> set[str]:
    """The ids of the collaborations of which something changed; ``plan`` is the one after ``edit``."""
    found: set[str] = set()
    for change in edit:
        for record in (change.before, change.after):
            if record is not None:
                found.update(_of(plan, record))
    return found


def _of(plan: Plan, record: Record) -> Iterator[str]:
    if isinstance(record, Collaboration):
        yield record.id
        return
    yield from filter(None, (_owner(plan, record),))
    people = {
        Person: record.id,
        Conversation: getattr(record, "person", None),
        Telling: getattr(record, "person", None),
    }
    for field, target in (("lead", people.get(type(record))), ("service", record.id)):
        if target and (field == "lead" or isinstance(record, Service)):
            yield from _referring(plan, field, target)


def _owner(plan: Plan, record: Record) -> str | None:
    """The collaboration that a record belongs to, over the measure or the achievement between them."""
    if isinstance(record, Reading):
        measure = plan.get(Measure, record.measure)
        return measure.of if measure else None
    if isinstance(record, Telling):
        achievement = plan.get(Achievement, record.achievement)
        return achievement.collaboration if achievement else None
    owner: str | None = getattr(record, "collaboration", None) or getattr(record, "of", None)
    return owner


def _referring(plan: Plan, field: str, target: str) -> Iterator[str]:
    for record, name in plan.referrers(target):
        if name == field and isinstance(record, Collaboration):
            yield record.id
