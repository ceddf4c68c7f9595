"""A day, month or year as it was typed, and the dates it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leaderplan.domain.capture.latest import day_of_month, month_over, weekday_before, year_of_day
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.words import MONTHS, WEEKDAYS
from leaderplan.domain.dates import PartialDate

SOON = 60  # days ahead within which a fitting weekday says that the day is still to come
FIRST_YEAR, LAST_YEAR = 1950, 2099  # other numbers are no years of anybody's working life


@dataclass(frozen=True, slots=True)
class Point:
    """What was typed; ``month_first`` is the other reading of ``3/11/25``."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    month_first: bool = False
    unsure: bool = False

    @property
    def exact(self) -> bool:
        """Whether it says more than a bare name of a month or a weekday."""
        return sum(part is not None for part in (self.year, self.month, self.day, self.weekday)) > 1


def read_point(line: Line, at: int) -> Point | None:
    """The day, month or year that begins at token ``at``."""
    kind = line[at].kind
    if kind == "word":
        return _from_word(line, at)
    if kind in ("number", "ordinal"):
        return _from_number(line, at)
    if kind in ("iso", "slash", "dotted"):
        return _from_digits(line, at)
    return None


def _from_word(line: Line, at: int) -> Point | None:
    low = line.low(at)
    if low in MONTHS:
        return _from_month(line, at)
    if low == "the" and line[at + 1].kind == "ordinal":
        return _from_number(line, at + 1)
    if low in WEEKDAYS:
        following = at + 2 if line.low(at + 1) in (",", "the") else at + 1
        rest = (
            read_point(line, following)
            if line[following].kind in ("number", "ordinal", "iso", "slash", "dotted")
            else None
        )
        if rest and rest.day:
            return Point(rest.end, rest.year, rest.month, rest.day, WEEKDAYS[low], rest.month_first)
        return Point(at + 1, weekday=WEEKDAYS[low])
    return None


def _from_month(line: Line, at: int) -> Point:
    month = MONTHS[line.low(at)]
    after = at + 2 if line.low(at + 1) in ("-", ".") and line.touches(at + 1) and line.touches(at + 2) else at + 1
    if line.low(after) == "of" and _year(line, after + 1):
        after += 1
    year = _year(line, after)
    if year:
        return Point(after + 1, year, month)
    token = line[after]
    number = _small(line, after)
    if number and (token.kind == "ordinal" or (_year(line, after + 2) and line.low(after + 1) == ",")):
        comma = line.low(after + 1) == ","
        year = _year(line, after + 2 if comma else after + 1)
        return Point(after + (1 if not year else 3 if comma else 2), year, month, number)
    if number and line[after].kind == "number" and not _counts(line, after):
        if number > 31 or (token.text[0] == "0" and number) or after == at + 2:
            return Point(after + 1, _full_year(number), month)
        return Point(after + 1, None, month, number, unsure=True)
    return Point(at + 1, None, month)


def _from_number(line: Line, at: int) -> Point | None:
    year = _year(line, at)
    if year and line[at].kind == "number" and len(line[at].text) == 4:
        return Point(at + 1, year)
    day = _small(line, at)
    if not day:
        return None
    after = at + 2 if line.low(at + 1) == "of" else at + 1
    if line[after].kind == "word" and line.low(after) in MONTHS:
        month, year_at = MONTHS[line.low(after)], after + 1
        if line.low(year_at) in (",", "-") and _year(line, year_at + 1):
            year_at += 1
        year = _year(line, year_at) or _two_digits(line, year_at)
        return Point(year_at + 1 if year else after + 1, year, month, day)
    if line[at].kind == "ordinal" and line.low(at + 1) != "of":
        return Point(at + 1, day=day)
    return None


def _from_digits(line: Line, at: int) -> Point | None:
    token = line[at]
    parts = [int(part) for part in token.text.replace("/", "-").replace(".", "-").split("-")]
    if token.kind == "iso" or (len(parts) == 3 and parts[0] > 31):
        year, month, day = parts
        return Point(at + 1, year, month, day) if 1 <= month <= 12 else None
    day, month = parts[:2]
    full = _full_year(parts[2]) if len(parts) == 3 else None
    if full is not None and not FIRST_YEAR <= full <= LAST_YEAR:
        return None
    if not 1 <= day <= 31 or not 1 <= month <= 31:
        return None
    if month > 12:  # the day can only be the second number
        return Point(at + 1, full, day, month, unsure=True) if day <= 12 and full else None
    return Point(at + 1, full, month, day, month_first=day <= 12 and day != month)


def _small(line: Line, at: int) -> int | None:
    token = line[at]
    digits = token.text[:-2] if token.kind == "ordinal" else token.text
    return int(digits) if token.kind in ("number", "ordinal") and digits.isdigit() and len(digits) < 3 else None


def _year(line: Line, at: int) -> int | None:
    token = line[at]
    if token.kind == "short":
        number = int(token.text[1:])
        return _full_year(number)
    if (
        token.kind == "number"
        and token.text.isdigit()
        and len(token.text) == 4
        and FIRST_YEAR <= int(token.text) <= LAST_YEAR
    ):
        return int(token.text)
    return None


def _full_year(number: int) -> int:
    """Two digits stand for 1970 to 2069."""
    return number if number > 99 else number + (2000 if number < 70 else 1900)


def _two_digits(line: Line, at: int) -> int | None:
    """``3 Nov 25``: two digits after a day and a month, unless they count something."""
    number = _small(line, at)
    return (
        2000 + number
        if number and len(line[at].text) == 2 and line[at].kind == "number" and not _counts(line, at)
        else None
    )


def _counts(line: Line, at: int) -> bool:
    """Whether a number is followed by what it counts, or begins a pair of values."""
    following = line[at + 1]
    return following.text in ("%", "/", "→", "->") or (
        following.kind == "word" and following.low not in ("with", "and")
    )


def dates_of(point: Point, today: date, month_first: bool = False) -> list[PartialDate]:
    """The dates it can mean, likeliest first; empty for a day that never was."""
    day, month = (point.month, point.day) if month_first else (point.day, point.month)
    if point.year is not None:
        return _checked(point.year, month, day)
    if month and day:
        return _days_without_year(day, month, point.weekday, today)
    if month:
        return [month_over(month, today)]
    if day:
        found = day_of_month(day, today)
        return [found] if found else []
    return [PartialDate.of(weekday_before(point.weekday, today))] if point.weekday is not None else []


def _checked(year: int, month: int | None, day: int | None) -> list[PartialDate]:
    try:
        return [PartialDate(year, month, day)]
    except ValueError:  # no such day
        return []


def _days_without_year(day: int, month: int, weekday: int | None, today: date) -> list[PartialDate]:
    """The latest such day; one that falls on the weekday that was typed comes first if it is near, else second."""
    year = year_of_day(day, month, today)
    if year is None:
        return []
    found = [PartialDate(year, month, day)]
    if weekday is not None and found[0].first.weekday() != weekday:
        coming = _checked(year + 1, month, day)
        if coming and coming[0].first.weekday() == weekday and (coming[0].first - today).days <= SOON:
            return coming + found
        for earlier in range(year - 1, max(year - 7, 1), -1):
            other = _checked(earlier, month, day)
            if other and other[0].first.weekday() == weekday:
                return found + other
    return found
