"""From a collaboration that was delivered to the achievement that it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration, Measure, Reading


def achievement_of(plan: Plan, collaboration: Collaboration, today: date, new_id: Callable[[], str]) -> ChangeSet:
    """Add an achievement that is linked to ``collaboration``: its words as a beginning, its lead as the one it was
    made with, copies of its measures and their readings. It is done on the day it was due, or today if that is ahead.
    """
    due = collaboration.due
    done = due if due and due.last <= today else PartialDate.of(today)
    achievement = Achievement(
        id=new_id(),
        title=collaboration.title,
        started=collaboration.starts,
        ended=done,
        people=(collaboration.lead,) if collaboration.lead else (),
        collaboration=collaboration.id,
        situation=collaboration.citizen_need,
        task=collaboration.shared_vision,
        result=collaboration.what_changed,
        private=collaboration.private,
    )
    copies = _counted(plan, collaboration, achievement.id, new_id)
    label = _("Make the achievement of {title}", title=collaboration.title)
    return edits.add(achievement, *copies, label=label)


def _counted(plan: Plan, collaboration: Collaboration, owner: str, new_id: Callable[[], str]) -> Iterator[Record]:
    """Copies of the measures and, after each, of its readings."""
    for measure in sorted(plan.referring(Measure, "of", collaboration), key=lambda each: each.id):
        copy = replace(measure, id=new_id(), of=owner)
        yield copy
        for reading in sorted(plan.referring(Reading, "measure", measure), key=lambda each: each.id):
            yield replace(reading, id=new_id(), measure=copy.id)
