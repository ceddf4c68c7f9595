"""Rule 7: how long ago the last contact with somebody was, against what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.grow import Telling
from leaderplan.domain.records.lead import Conversation, Person
from leaderplan.domain.rules.finding import Action, Finding, Place, Rule

KEY = "losing_touch"

_SOON = 14  # days after which a next step that was noted is asked about


@dataclass(frozen=True, slots=True)
class Contact:
    """The last contact with a person and what was meant, in days; ``days`` is None where there was no contact yet."""

    person: Person
    last: PartialDate | None
    days: int | None
    promised: int | None

    @property
    def overdue(self) -> int:
        """By how many days the promise is broken; 0 where it is kept or there is none."""
        return max(0, (self.days or 0) - self.promised) if self.promised else 0

    @property
    def strain(self) -> float:
        """The days since the last contact as a multiple of those promised; without contact 1, without promise 0."""
        if not self.promised:
            return 0.0
        return 1.0 if self.days is None else self.days / self.promised


def contact(plan: Plan, person: Person, today: date) -> Contact:
    """The last conversation with ``person``, or the last time they were told of a win, until ``today``.

    A year or month counts by its last day, but not by a day that has not come.
    """
    dates = [talk.on for talk in plan.referring(Conversation, "person", person)]
    dates += [telling.on for telling in plan.referring(Telling, "person", person)]
    last = max((on for on in dates if on and on.first <= today), default=None, key=lambda on: (on.last, on.first))
    days = max(0, (today - last.last).days) if last else None
    return Contact(person, last, days, person.keep_in_touch_days or None)


def contacts(plan: Plan, today: date) -> tuple[Contact, ...]:
    """Everybody, those with whom touch is being lost first: by how often the promised time has gone by."""
    found = (contact(plan, person, today) for person in plan.all(Person))
    return tuple(sorted(found, key=lambda c: (-c.strain, -(c.days or 0), c.person.name, c.person.id)))


def findings(plan: Plan, person: Person, today: date) -> Iterator[Finding]:
    """Whether it is time to speak to somebody."""
    return _of(plan, contact(plan, person, today), today)


def over_plan(plan: Plan, today: date) -> Iterator[Finding]:
    """Whom to speak to, longest overdue first."""
    for each in contacts(plan, today):
        yield from _of(plan, each, today)


def _of(plan: Plan, touch: Contact, today: date) -> Iterator[Finding]:
    person = touch.person
    why = _("You chose the number of days yourself. People back those whom they hear from before they are needed.")
    if touch.promised and touch.days is None:
        said = _("You meant to speak to {person}, and no conversation is noted yet.", person=person.name)
        yield _finding(person, "never", said, why)
    elif touch.promised and touch.overdue and touch.days is not None:
        every = _n("{count} day", "{count} days", touch.promised)
        said = _n(
            "You last spoke to {person} {count} day ago; you meant to every {every}.",
            "You last spoke to {person} {count} days ago; you meant to every {every}.",
            touch.days, person=person.name, every=every,
        )  # fmt: skip
        yield _finding(person, f"overdue:{touch.last}", said, why)
    yield from _open_step(plan, person, today)


def _open_step(plan: Plan, person: Person, today: date) -> Iterator[Finding]:
    """The next step noted in the last conversation."""
    talks = [t for t in plan.referring(Conversation, "person", person) if t.on and t.on.first <= today]
    last = max(talks, default=None, key=lambda talk: (talk.on.last if talk.on else today, talk.id))
    if last and last.on and last.next_step.strip() and (today - last.on.last).days >= _SOON:
        said = _("The next step with {person} is still open: {next_step}.",
                 person=person.name, next_step=last.next_step.strip().rstrip("."))  # fmt: skip
        why = _("It was noted in your last conversation. A kept promise is remembered, a broken one too.")
        yield _finding(person, f"next_step:{last.id}", said, why)


def _finding(person: Person, key: str, message: Message, why: Message) -> Finding:
    action = Action(_("Note a conversation"), Place("people", person.id, adds=Conversation.table))
    return Finding(KEY, person.id, key, message, why, action)


RULE = Rule(KEY, _("Losing touch"), Person, findings, over_plan)
