"""Rule 9: a collaboration is agreed when both sides are named, carry a risk each, and count what citizens see.

The one rule that holds something back: the move to *agreed*, or past it. It yields to a written reason, which is kept.
Afterwards a lack is a finding like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from leaderplan.domain.fields import Choice
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.choices import SeenBy, Side, Stage
from leaderplan.domain.records.grow import Measure
from leaderplan.domain.records.lead import Collaboration, Risk
from leaderplan.domain.rules.finding import Action, Finding, Place, Rule

KEY = "agreed_means_shared_risk"

SHARED = (Stage.AGREED, Stage.DELIVERING, Stage.DELIVERED, Stage.TOLD)
"""The stages in which the risk is shared."""


class Need(Choice):
    """What both sides settle before they agree, in the words of the checklist."""

    OWNERS = "owners", _("A lead and a co-owner, by name")
    IT_RISK = "it_risk", _("A risk that IT owns")
    SERVICE_RISK = "service_risk", _("A risk that the service owns")
    CITIZEN_MEASURE = "citizen_measure", _("A citizen measure, with a figure from before and a target")


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is not settled yet: ``message`` names it within a sentence, ``action`` leads to where it goes."""

    kind: Need
    message: Message
    action: Action


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of the checklist: its words, and what it lacks; None where it is met."""

    kind: Need
    label: Message
    missing: Missing | None

    @property
    def met(self) -> bool:
        """Whether it is settled."""
        return self.missing is None


def checklist(plan: Plan, collaboration: Collaboration) -> tuple[Condition, ...]:
    """All that must be settled before the collaboration is agreed, with what is met."""
    measure = _citizen_measure(plan, collaboration)
    lacks = {
        Need.OWNERS: _owners(collaboration),
        Need.IT_RISK: _risk(plan, collaboration, Side.IT),
        Need.SERVICE_RISK: _risk(plan, collaboration, Side.SERVICE),
        Need.CITIZEN_MEASURE: _measured(collaboration, measure),
    }
    return tuple(Condition(need, _label(need, measure), lacks[need]) for need in Need)


def missing(plan: Plan, collaboration: Collaboration) -> tuple[Missing, ...]:
    """What keeps the collaboration from being agreed, in the order of the checklist."""
    return tuple(condition.missing for condition in checklist(plan, collaboration) if condition.missing)


def held_back(plan: Plan, before: Collaboration | None, after: Collaboration) -> Message | None:
    """Why ``after`` may not take its stage; None where it may. ``plan`` already holds ``after``.

    Only the way into the shared stages is watched: what is in one may move on, and may be stored as it is.
    """
    if after.stage not in SHARED or (before and before.stage in SHARED) or after.agreed_without.strip():
        return None
    lacks = missing(plan, after)
    if not lacks:
        return None
    return _(
        "{title} cannot be agreed yet. Still open: {missing}. Add it, or write down why you agree without it.",
        title=after.title, missing=_named(lacks),
    )  # fmt: skip


def _named(lacks: tuple[Missing, ...]) -> tuple[Message, ...]:
    return tuple(lack.message for lack in lacks)


def _citizen_measure(plan: Plan, collaboration: Collaboration) -> Measure | None:
    """The citizen measure that is furthest: with baseline and target before one that lacks either."""
    seen = [m for m in plan.referring(Measure, "of", collaboration) if m.seen_by is SeenBy.CITIZEN]
    return max(seen, default=None, key=lambda m: ((m.baseline is not None) + (m.target is not None), m.id))


def _label(need: Need, measure: Measure | None) -> Message:
    if need is not Need.CITIZEN_MEASURE or measure is None or measure.baseline is None or measure.target is None:
        return need.label
    if not measure.unit:
        return _("A citizen measure, from {before} to {after}", before=measure.baseline, after=measure.target)
    return _("A citizen measure, from {before} to {after} {unit}",
             before=measure.baseline, after=measure.target, unit=measure.unit)  # fmt: skip


def _place(collaboration: Collaboration, field: str = "", adds: str = "") -> Place:
    return Place("collaborations", collaboration.id, field, adds)


def _owners(collaboration: Collaboration) -> Missing | None:
    lead = bool(collaboration.lead)
    other = bool(collaboration.co_owner) and collaboration.co_owner != collaboration.lead
    if lead and other:
        return None
    if lead:
        action = Action(_("Name a co-owner"), _place(collaboration, "co_owner"))
        said = _("a co-owner other than the lead") if collaboration.co_owner else _("a co-owner")
        return Missing(Need.OWNERS, said, action)
    said = _("a lead") if other else _("a lead and a co-owner")
    return Missing(Need.OWNERS, said, Action(_("Name a lead"), _place(collaboration, "lead")))


def _risk(plan: Plan, collaboration: Collaboration, side: Side) -> Missing | None:
    if any(risk.side is side for risk in plan.referring(Risk, "collaboration", collaboration)):
        return None
    action = Action(_("Add a risk"), _place(collaboration, adds=Risk.table))
    if side is Side.IT:
        return Missing(Need.IT_RISK, _("a risk that IT owns"), action)
    return Missing(Need.SERVICE_RISK, _("a risk that the service owns"), action)


def _measured(collaboration: Collaboration, measure: Measure | None) -> Missing | None:
    if measure is None:
        action = Action(_("Add a measure"), _place(collaboration, adds=Measure.table))
        return Missing(Need.CITIZEN_MEASURE, _("a measure that citizens see"), action)
    if measure.baseline is None:
        said, label, field = _("a figure from before"), _("Enter the figure"), "baseline"
    elif measure.target is None:
        said, label, field = _("a target"), _("Set a target"), "target"
    else:
        return None
    return Missing(Need.CITIZEN_MEASURE, said, Action(label, Place("collaborations", measure.id, field)))


def findings(plan: Plan, collaboration: Collaboration, _today: date) -> Iterator[Finding]:
    """What is still open before the step to *agreed*, and what lacks after it."""
    if collaboration.stage is not Stage.INTERESTED and collaboration.stage not in SHARED:
        return
    lacks = missing(plan, collaboration)
    if not lacks:
        return
    key = ",".join(lack.kind.value for lack in lacks)
    reason = collaboration.agreed_without.strip()
    if collaboration.stage is Stage.INTERESTED:
        said, why = _open(plan, collaboration, lacks), _WHY_OPEN
        key = f"open:{key}"
    elif reason:
        said = _("Agreed without {missing}, because: {reason}", missing=_named(lacks), reason=reason)
        why = _("You wrote this down when you agreed. It stays here until what was missing is there.")
        key = f"without:{key}"
    else:
        said = _("{title} is agreed, but by now it lacks {missing}.",
                 title=collaboration.title, missing=_named(lacks))  # fmt: skip
        why, key = _WHY_OPEN, f"lacks:{key}"
    yield Finding(KEY, collaboration.id, key, said, why, lacks[0].action)


_WHY_OPEN = _("Agreed means that both sides have something to lose and look at the same citizen figure.")


def _open(plan: Plan, collaboration: Collaboration, lacks: tuple[Missing, ...]) -> Message:
    """What is open; a single lack has a sentence of its own where one says more."""
    only = lacks[0] if len(lacks) == 1 else None
    if only and only.kind in (Need.IT_RISK, Need.SERVICE_RISK):
        side = Side.SERVICE if only.kind is Need.IT_RISK else Side.IT
        return _("All risks of {title} are owned by {side}. What does the other side put in?",
                 title=collaboration.title, side=side.label)  # fmt: skip
    if only and only.action.place.field == "baseline":
        return _("{title} has no figure from before. After the start it is too late to count.",
                 title=collaboration.title)  # fmt: skip
    return _("{title} is not agreed yet. Still open: {missing}.", title=collaboration.title, missing=_named(lacks))


RULE = Rule(KEY, _("Agreed means shared risk"), Collaboration, findings)
