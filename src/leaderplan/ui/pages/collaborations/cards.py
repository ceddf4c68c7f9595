"""What the card of a collaboration says."""

from __future__ import annotations

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Ambition,
    Collaboration,
    Measure,
    Person,
    Risk,
    SeenBy,
    Service,
    Side,
    Stage,
)
from leaderplan.domain.rules.losing_touch import contact
from leaderplan.domain.rules.untold_wins import heard
from leaderplan.domain.trend import trend
from leaderplan.ui.desk import Desk
from leaderplan.ui.models.board import CardWords

_EARLY = (None, Stage.SPOTTED, Stage.TALKED, Stage.INTERESTED)
_OVER = (Stage.DELIVERED, Stage.TOLD)
_LONG = 60  # days without a word after which the card says so, where no other number was chosen

SENTENCES = (
    _("Someone named a pain"),
    _("You both said what hurts"),
    _("Willing to change too"),
    _("Risk is shared, in writing"),
    _("Steps are changing"),
    _("Done, and to be told"),
)
"""What is true of the cards in each column."""


def describe(desk: Desk, id: str) -> CardWords:
    """The words of one card; an empty card for a record that has gone."""
    plan = desk.plan
    record = plan.get(Collaboration, id)
    if record is None:
        return CardWords("")
    service, lead = plan.get(Service, record.service), plan.get(Person, record.lead)
    mark, note = _note(desk, plan, record)
    return CardWords(
        record.title,
        service.name if service else desk.say(_("no service yet")),
        lead.name if lead else desk.say(_("no lead yet")),
        list(Ambition).index(record.ambition) + 1 if record.ambition else 0,
        desk.say(record.ambition.label) if record.ambition else "",
        desk.say(note) if isinstance(note, Message) else note,
        mark,
    )


def achievements(plan: Plan, record: Collaboration) -> tuple[Achievement, ...]:
    """The achievements that were made of a collaboration."""
    return plan.referring(Achievement, "collaboration", record)


def _note(desk: Desk, plan: Plan, record: Collaboration) -> tuple[str, Message | str]:
    """The one thing worth knowing at this stage, with its icon; empty where there is none."""
    if record.stage in _OVER:
        return _told(desk, plan, record)
    if record.stage in _EARLY:
        return _silence(desk, plan, record)
    if figure := main_figure(desk, plan, record):
        return figure
    sides = {risk.side for risk in plan.referring(Risk, "collaboration", record)}
    return ("shield", _("each side owns a risk")) if {Side.IT, Side.SERVICE} <= sides else ("", "")


def _told(desk: Desk, plan: Plan, record: Collaboration) -> tuple[str, Message | str]:
    made = achievements(plan, record)
    tellings = sum(len(heard(plan, each, desk.today())) for each in made)
    if tellings:
        return "megaphone", _n("told {count} time", "told {count} times", tellings)
    if record.stage is Stage.DELIVERED:
        return "megaphone", _("delivered, nobody told yet")
    return ("trophy", _("achievement made")) if made else ("trophy", _("no achievement made yet"))


def _silence(desk: Desk, plan: Plan, record: Collaboration) -> tuple[str, Message | str]:
    lead = plan.get(Person, record.lead)
    touch = contact(plan, lead, desk.today()) if lead else None
    if touch is None or touch.days is None or not (touch.overdue or (not touch.promised and touch.days >= _LONG)):
        return "", ""
    return "clock", _n("{count} day since you spoke", "{count} days since you spoke", touch.days)


def main_figure(desk: Desk, plan: Plan, record: Collaboration) -> tuple[str, str] | None:
    """The citizens' figure before and now, with the icon of the way it went; None before it was counted twice."""
    measures = sorted(plan.referring(Measure, "of", record), key=lambda m: (m.seen_by is not SeenBy.CITIZEN, m.id))
    for measure in measures:
        found = trend(plan, measure)
        if found.before and found.after and found.change:
            number = desk.language.number
            words = f"{number(found.before.value)} → {number(found.after.value)} {measure.unit}".strip()
            return ("trending-up" if found.change > 0 else "trending-down"), words
    return None
