"""Edits of what is rated, expected and claimed. Each is one step with a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Assessment, Claim, Competency, Expectation, Level


def todays(plan: Plan, competency: Competency, today: date) -> Assessment | None:
    """The person's own rating of today."""
    day = PartialDate.of(today)
    given = [a for a in plan.referring(Assessment, "competency", competency) if not a.by and a.on == day]
    return max(given, key=lambda rating: rating.id, default=None)


def rated(plan: Plan, competency: Competency, level: Level, today: date) -> ChangeSet:
    """Rate oneself today. Rating again alters today's rating; the same level again takes it away."""
    rating = todays(plan, competency, today)
    label = _("Rate {competency}: {level}", competency=competency.title, level=level.title)
    if rating is None:
        made = Assessment(id=new_id(), competency=competency.id, level=level.id, on=PartialDate.of(today))
        return edits.add(made, label=label)
    if rating.level == level.id:
        return edits.remove(plan, rating, label=_("Take back today’s rating of {name}", name=competency.title))
    return edits.alter(plan, rating, label, level=level.id)


def expected(plan: Plan, competency: Competency, level: Level) -> ChangeSet:
    """Expect this level and no other; expect none where it was this one."""
    there = plan.referring(Expectation, "competency", competency)
    if any(each.level == level.id for each in there):
        return edits.remove(plan, *there, label=_("Expect nothing of {competency}", competency=competency.title))
    label = _("Expect {level} of {competency}", level=level.title, competency=competency.title)
    rest = edits.remove(plan, *there[1:]) if there[1:] else ChangeSet(label, ())
    if there:
        return merged(label, (rest, edits.alter(plan, there[0], level=level.id)))
    return edits.add(Expectation(id=new_id(), competency=competency.id, level=level.id), label=label)


def expected_everywhere(plan: Plan, competencies: Sequence[Competency], level: Level) -> ChangeSet:
    """Expect one level of all these competencies, in one step."""
    label = _("Expect {level} everywhere", level=level.title)
    steps = []
    for competency in competencies:
        there = plan.referring(Expectation, "competency", competency)
        if [each.level for each in there] != [level.id]:
            if there:
                steps.append(edits.remove(plan, *there))
            made = Expectation(id=new_id(), competency=competency.id, level=level.id)
            steps.append(edits.add(made))
    return merged(label, steps)


def claimed(plan: Plan, achievement: Achievement, competency: Competency, level: Level | None) -> ChangeSet:
    """Say that an achievement shows a competency, at this level."""
    claim = Claim(id=new_id(), achievement=achievement.id, competency=competency.id, level=level.id if level else None)
    return edits.add(claim, label=_("Claim {competency}", competency=competency.title))
