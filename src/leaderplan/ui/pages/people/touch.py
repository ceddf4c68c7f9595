"""How the page words who somebody is, and how long ago one was in touch with them."""

from __future__ import annotations

from typing import Final

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Person
from leaderplan.domain.rules.losing_touch import Contact

READY_FOR_RISK: Final = (_("no"), _("a little"), _("yes"), _("asks for it"))
"""The four steps of risk readiness, 0 to 3."""


def is_losing_touch(touch: Contact) -> bool:
    """Whether more days went by than were promised, or a promise was never kept once."""
    return touch.overdue > 0 or bool(touch.promised and touch.days is None)


def days_words(touch: Contact) -> Message:
    """``74 days``; *not yet* before the first contact."""
    if touch.days is None:
        return _("not yet")
    return _n("{count} day", "{count} days", touch.days) if touch.days else _("today")


def promise_words(touch: Contact) -> Message:
    """``promised 30``."""
    return _("promised {days}", days=touch.promised) if touch.promised else _("no promise")


def ago(touch: Contact) -> Message:
    """``Spoke 6 days ago``."""
    if touch.days is None:
        return _("No contact noted yet")
    return _n("Spoke {count} day ago", "Spoke {count} days ago", touch.days) if touch.days else _("Spoke today")


def who(person: Person) -> str:
    """``Head of Home Care · Adult care``; what the other one already says is not said twice."""
    parts = [person.role, person.service_area]
    if person.service_area.casefold() in person.role.casefold():
        parts = [person.role]
    return " · ".join(part for part in parts if part) or person.organisation
