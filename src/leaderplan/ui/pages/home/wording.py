"""How Home words days and steps."""

from __future__ import annotations

from datetime import date, datetime

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import SHORT_MONTHS, Language
from leaderplan.domain.messages import Message, _, _n


def away(on: date, today: date) -> Message:
    """``tomorrow``, ``in 5 days``, ``3 days ago``."""
    days = (on - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days == -1:
        return _("yesterday")
    if days > 0:
        return _n("in {count} day", "in {count} days", days)
    return _n("{count} day ago", "{count} days ago", -days)


def day_in_column(on: PartialDate, language: Language) -> str:
    """``13 Mar``, ``Mar``, ``2026``: how far away it is says the year."""
    if on.day is not None:
        return language.short_day(on.first)
    return language.say(SHORT_MONTHS[on.month - 1]) if on.month else str(on.year)


def moment(at: datetime, today: date, language: Language) -> str:
    """``Tuesday, 16:20`` within a week, else the day."""
    local = at.astimezone()
    if (today - local.date()).days < 7:
        return f"{language.weekday(local.date())}, {local:%H:%M}"
    return language.moment(at)
