"""What Home says, as plain values worked out from a plan: where one stands, and what is next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Action,
    Collaboration,
    Comment,
    Measure,
    Milestone,
    Profile,
    Stage,
)
from leaderplan.domain.rules.losing_touch import Contact, contacts
from leaderplan.domain.rules.run_change_transform import Quarter, shares
from leaderplan.domain.rules.standing import Standing, standing
from leaderplan.domain.rules.untold_wins import untold
from leaderplan.ui.place import Place
from leaderplan.ui.where import where

_NEXT = 5
_OVER = (Stage.DELIVERED, Stage.TOLD)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date that lies ahead, or has passed without being done."""

    on: PartialDate
    icon: str
    words: str | Message
    more: str | Message
    place: Place


@dataclass(frozen=True, slots=True)
class Overview:
    """All of Home, but for what happened since one was last here."""

    ahead: tuple[Dated, ...]
    quarters: tuple[Quarter, ...]
    standings: tuple[Standing, ...]
    untold: tuple[Achievement, ...]
    losing: tuple[Contact, ...]

    @property
    def widest(self) -> Standing | None:
        """The competency in which most levels are missing."""
        return max((s for s in self.standings if s.gap), key=lambda s: s.gap, default=None)


def overview(plan: Plan, today: date) -> Overview:
    """Look at the whole plan once."""
    quarters = shares(plan, today)
    return Overview(
        ahead=tuple(islice(sorted(dated(plan), key=lambda each: (each.on.last, each.place.record or "")), _NEXT)),
        quarters=quarters if any(q.run + q.change + q.transform for q in quarters) else (),
        standings=tuple(standing(plan, today)),
        untold=untold(plan, today),
        losing=tuple(touch for touch in contacts(plan, today) if touch.overdue),
    )


def dated(plan: Plan) -> Iterator[Dated]:
    """Everything with a date that is still to come: actions, milestones, targets, and the person's own dates."""
    for action in plan.all(Action):
        place = where(plan, action)
        if action.due and not action.done_on and place:
            yield Dated(action.due, "circle-check", action.title, _because_of(plan, action), place)
    for step in plan.all(Milestone):
        joint = plan.get(Collaboration, step.collaboration)
        if step.due and not step.done_on and joint and joint.stage not in _OVER:
            yield Dated(step.due, "milestone", step.title, joint.title, Place("collaborations", joint.id))
    for measure in plan.all(Measure):
        joint = plan.get(Collaboration, measure.of)
        if measure.target_on and joint and joint.stage not in _OVER:
            place = Place("collaborations", joint.id)
            yield Dated(measure.target_on, "target", measure.name, _("target of {name}", name=joint.title), place)
    for profile in plan.all(Profile):
        place = Place("portfolio", field="profile")
        if profile.reaffirm_on:
            yield Dated(profile.reaffirm_on, "route", _("Is your choice still right?"), profile.choice, place)
        if profile.target_by and profile.target_role:
            yield Dated(profile.target_by, "briefcase", profile.target_role, _("your target"), place)


def _because_of(plan: Plan, action: Action) -> str | Message:
    """Who said what an action follows from, or what it moves on."""
    comment, joint = plan.get(Comment, action.of), plan.get(Collaboration, action.of)
    return _("{mentor} said so", mentor=comment.author) if comment else joint.title if joint else ""
