"""Which day, month or quarter is meant when the year was left out: the latest that has been."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from leaderplan.domain.capture.values import When
from leaderplan.domain.dates import PartialDate


def month_over(month: int, today: date) -> PartialDate:
    """The latest month of that number that is over."""
    return PartialDate(today.year if month < today.month else today.year - 1, month)


def year_of_day(day: int, month: int, today: date) -> int | None:
    """The year of the latest such day that is not in the future; None for a day that no year has."""
    if not 1 <= day <= calendar.monthrange(2024, month)[1]:
        return None
    for year in range(today.year, max(today.year - 9, 0), -1):  # two leap days lie at most eight years apart
        if day <= calendar.monthrange(year, month)[1] and (month, day) <= (
            (today.month, today.day) if year == today.year else (12, 31)
        ):
            return year
    return None


def day_of_month(day: int, today: date) -> PartialDate | None:
    """The latest day of that number that has been; None if no month has it."""
    if not 1 <= day <= 31:
        return None
    year, month = today.year, today.month
    while day > calendar.monthrange(year, month)[1] or date(year, month, day) > today:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return PartialDate(year, month, day)


def weekday_before(weekday: int, today: date) -> date:
    """The latest such day before today (Monday is 0)."""
    return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)


def months_on(today: date, months: int) -> PartialDate:
    """The month so many months after this one (before it, if negative)."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return PartialDate(year, month + 1)


def months(year: int, first: int, last: int) -> When:
    """A run of months; 13 is January of the year after, and so on."""
    return When(
        PartialDate(year + (last - 1) // 12, (last - 1) % 12 + 1),
        PartialDate(year + (first - 1) // 12, (first - 1) % 12 + 1),
    )


def season_over(first: int, last: int, today: date) -> When:
    """The latest run of those months that is over."""
    runs = (months(today.year - back, first, last) for back in range(3))
    return next(run for run in runs if run.ended and run.ended.last < today)


def financial_year(start: int) -> When:
    """April to March, as public bodies in the United Kingdom count."""
    return months(start, 4, 15)


def quarter(number: int, year: int) -> When:
    """A calendar quarter."""
    return months(year, number * 3 - 2, number * 3)


def financial_quarter(number: int, start: int) -> When:
    """A quarter of the financial year that begins in April of ``start``."""
    return months(start, number * 3 + 1, number * 3 + 3)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the Meeus/Jones/Butcher algorithm)."""
    century, part = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    letter = (32 + 2 * (century % 4) + 2 * (part // 4) - epact - part % 4) % 7
    late = (golden + 11 * epact + 22 * letter) // 451
    month, day = divmod(epact + letter - 7 * late + 114, 31)
    return date(year, month, day + 1)
