"""Moments that are past in words: by day, and the time of day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _


def local_day(at: datetime) -> date:
    """The day of a moment where the person is."""
    return at.astimezone().date()


def day_words(day: date, today: date, language: Language) -> str:
    """``Today``, ``Yesterday``, ``3 March 2026``."""
    if day == today:
        return language.say(_("Today"))
    if day == today - timedelta(days=1):
        return language.say(_("Yesterday"))
    return language.day(PartialDate.of(day), long=True)


def time_words(at: datetime) -> str:
    """``10:42``."""
    return f"{at.astimezone():%H:%M}"


def moment_words(at: datetime, today: date, language: Language) -> str:
    """``Today, 10:42``."""
    return language.say(_("{day}, {time}", day=day_words(local_day(at), today, language), time=time_words(at)))
