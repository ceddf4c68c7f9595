"""A line that was understood, as an edit for the one door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from leaderplan.domain import edits
from leaderplan.domain.capture.values import MeasureFound, PersonFound, Understood
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Better, Measure, Mode, Person, Reading


def keep(plan: Plan, understood: Understood, today: date, new_id: Callable[[], str]) -> ChangeSet:
    """The captured achievement with its figures and, where ``plan`` does not know them yet, its people.

    A figure without a value before or after (only a change) stays in the title: there is nothing to count from.
    """
    people = [_person(found, new_id) for found in understood.people]
    ids = tuple(dict.fromkeys(p.id if isinstance(p, Person) else p for p in people))
    story = Achievement(
        id=new_id(),
        title=understood.title or understood_whole(understood),
        started=understood.started,
        ended=understood.ended,
        people=ids,
        mode=Mode(understood.mode) if understood.mode else None,
        tags=understood.tags,
    )
    counted_on = understood.ended or PartialDate.of(today)
    made: list[Record] = [person for person in people if isinstance(person, Person)]
    made.append(story)
    for found in understood.measures:
        made += _measure(found, story, understood.started, counted_on, new_id)
    return edits.add(*made, label=_("Add {name}", name=story.title[:60]))


def understood_whole(understood: Understood) -> str:
    """A title where everything that was typed was understood as something else."""
    return ", ".join(person.words for person in understood.people) or " ".join(understood.tags) or "…"


def _person(found: PersonFound, new_id: Callable[[], str]) -> Person | str:
    return found.id or Person(id=new_id(), name=found.words)


def _measure(
    found: MeasureFound, story: Achievement, before: PartialDate | None, after: PartialDate, new_id: Callable[[], str]
) -> list[Record]:
    if found.before is None and found.after is None:
        return []
    measure = Measure(
        id=new_id(),
        of=story.id,
        name=found.name or story.title,
        unit=found.unit,
        better=Better(found.better) if found.better else None,
        baseline=found.before,
        baseline_on=before if found.before is not None else None,
    )
    if found.after is None:
        return [measure]
    return [measure, Reading(id=new_id(), measure=measure.id, on=after, value=found.after)]
