"""How messages, dates and numbers are written in one language.

The catalogue is a gettext catalogue handed in by the composition root; this module reads no files.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import date, datetime

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Argument, Message, _

MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
SHORT_MONTHS = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)
WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)


class Language:
    """One language: says messages and writes dates and numbers."""

    def __init__(self, tag: str = "en-GB", catalogue: gettext.NullTranslations | None = None) -> None:
        self.tag = tag
        self._catalogue = catalogue or gettext.NullTranslations()

    def say(self, message: Message) -> str:
        """The message as a plain string in this language."""
        if message.plural:
            text = self._catalogue.ngettext(message.id, message.plural, message.count)
        else:
            text = self._catalogue.gettext(message.id) if message.id else ""
        return text.format(**{name: self._argument(value) for name, value in message.args}) if message.args else text

    def _argument(self, value: Argument) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, tuple):
            return self.series(self.say(part) for part in value)
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(PartialDate.of(value))
        if isinstance(value, PartialDate):
            return self.day(value)
        return self.number(value)

    def series(self, parts: Iterable[str]) -> str:
        """``a, b and c``."""
        words = list(parts)
        if len(words) < 2:
            return "".join(words)
        return self.say(_("{first} and {last}", first=", ".join(words[:-1]), last=words[-1]))

    def day(self, value: PartialDate, *, long: bool = False) -> str:
        """``3 Mar 2025``, ``Mar 2025`` or ``2025``; with ``long`` the month in full."""
        if value.month is None:
            return str(value.year)
        month = self.say((MONTHS if long else SHORT_MONTHS)[value.month - 1])
        if value.day is None:
            return self.say(_("{month} {year}", month=month, year=str(value.year)))
        return self.say(_("{day} {month} {year}", day=str(value.day), month=month, year=str(value.year)))

    def short_day(self, value: date) -> str:
        """``3 Mar``: a day of the year at hand."""
        return self.say(_("{day} {month}", day=str(value.day), month=self.say(SHORT_MONTHS[value.month - 1])))

    def weekday(self, value: date) -> str:
        """``Thursday``."""
        return self.say(WEEKDAYS[value.weekday()])

    def span(self, started: PartialDate | None, ended: PartialDate | None, *, long: bool = False) -> str:
        """``Sep 2025 – Mar 2026``; one date alone stands for itself, and a start without an end is open."""
        if started is None:
            return self.day(ended, long=long) if ended else ""
        if ended is None:
            return self.say(_("since {date}", date=self.day(started, long=long)))
        first, last = self.day(started, long=long), self.day(ended, long=long)
        return first if first == last else f"{first} – {last}"

    def moment(self, value: datetime) -> str:
        """A moment in the local time zone, to the minute."""
        local = value.astimezone()
        return f"{self.day(PartialDate.of(local.date()))}, {local:%H:%M}"

    def number(self, value: float) -> str:
        """``1,234.5``: thousands parted, no trailing zeros, a true minus sign."""
        whole = value == int(value)
        text = f"{int(value):,}" if whole else f"{value:,.6f}".rstrip("0").rstrip(".")
        return text.replace("-", "−")


ENGLISH = Language()
