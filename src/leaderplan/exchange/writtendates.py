"""Dates as other programs and people write them: ISO, day first, with the month in English, quarters, spans."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import MONTHS

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Other years are slips of the finger, or another number than a year."""

_MONTHS = {str(month).lower(): number for number, month in enumerate(MONTHS, 1)}
_OPEN = {"present", "now", "current", "currently", "ongoing", "today", "to date", "till date", "till now", "until now"}
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}\S*(?: ?[AaPp][Mm])?)?)?)?", re.ASCII)
_DIGITS = re.compile(r"(\d{1,2})([-/.])(?:(\d{1,2})\2)?(\d{4}|\d{2})(?: \d{1,2}:\d{2}\S*(?: ?[AaPp][Mm])?)?", re.ASCII)
_DAY_FIRST = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-./]+)?([a-z]{3,9})\.?[\s\-.,/]*'?(\d{4}|\d{2})", re.ASCII
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)
_QUARTER = re.compile(r"q([1-4])[\s\-/,]*(\d{4})|(\d{4})[\s\-/,]*q([1-4])", re.ASCII)
_BETWEEN = re.compile(r"\s+(?:-|to|until)\s+|\s*[–—]\s*|^since\s+")


class Span(NamedTuple):
    """When something began and ended; one date alone is the end, and a start without an end still goes on."""

    started: PartialDate | None = None
    ended: PartialDate | None = None


def read_date(text: str) -> PartialDate:
    """The day, month or year that ``text`` names; raises ValueError for anything else.

    Of ``3/11/2025`` the day is 3. A year of two digits is of this century.
    """
    low = text.strip().lower().replace("’", "'")
    if found := _ISO.fullmatch(low.upper()):
        return _date(*found.groups())
    if found := _DIGITS.fullmatch(low):
        first, _mark, second, year = found.groups()
        if second is None and len(year) == 2:
            raise ValueError(f"no year: {text!r}")
        return _date(year, second or first, first if second else None)
    if found := _DAY_FIRST.fullmatch(low):
        day, month, year = found.groups()
        return _date(year, str(_month(month)), day)
    if found := _MONTH_FIRST.fullmatch(low):
        month, day, year = found.groups()
        return _date(year, str(_month(month)), day)
    raise ValueError(f"no date: {text!r}")


def _month(word: str) -> int:
    for name, number in _MONTHS.items():
        if len(word) >= 3 and name.startswith(word):
            return number
    raise ValueError(f"no month: {word!r}")


def _date(year: str, month: str | None, day: str | None) -> PartialDate:
    number = int(year) + 2000 if len(year) == 2 else int(year)
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise ValueError(f"no year of a career: {year}")
    return PartialDate(number, int(month) if month else None, int(day) if day else None)


def is_open(text: str) -> bool:
    """Whether it says that something still goes on."""
    return text.strip().lower().strip(".()") in _OPEN


def read_span(text: str) -> Span:
    """A date, a quarter (Q2 2024, of the calendar) or two dates with a dash or a word between them.

    Raises ValueError for anything else.
    """
    low = text.strip().lower()
    if is_open(low):
        raise ValueError("open, but since when?")
    if found := _QUARTER.fullmatch(low):
        quarter, year = int(found[1] or found[4]), found[2] or found[3]
        return Span(_date(year, str(quarter * 3 - 2), None), _date(year, str(quarter * 3), None))
    try:
        return Span(None, read_date(text))
    except ValueError:
        parts = _BETWEEN.split(low)
        if len(parts) == 1 and re.fullmatch(r"\d{4}-\d{4}", low, re.ASCII):
            parts = low.split("-")
        if len(parts) != 2:
            raise
    if not parts[0] or is_open(parts[1]):
        return Span(read_date(parts[0] or parts[1]), None)
    return Span(read_date(parts[0]), read_date(parts[1]))


def lies_month_first(text: str) -> bool:
    """Whether it would be a date if the month came first, as in the United States."""
    found = _DIGITS.fullmatch(text.strip())
    try:
        return bool(found and found[3] and date(2000, int(found[1]), int(found[3])))
    except ValueError:
        return False
