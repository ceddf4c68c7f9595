"""Spans: from one date to another, quarters and financial years."""

from __future__ import annotations

import re
from datetime import date

from leaderplan.domain.capture import latest
from leaderplan.domain.capture.phrases import joined_years, typed_year
from leaderplan.domain.capture.points import Point, dates_of, read_point
from leaderplan.domain.capture.reading import Reading
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import When
from leaderplan.domain.capture.words import CONNECTORS
from leaderplan.domain.dates import PartialDate

_QUARTER = re.compile("q([1-4])")
_FINANCIAL = re.compile("fy([0-9]{2}|[0-9]{4})?")


def read_quarter(line: Line, at: int, today: date) -> Reading | None:
    """``Q2 2024`` is a calendar quarter; the financial quarter is offered. ``Q2 2024-25`` can only be the latter."""
    found = _QUARTER.fullmatch(line.low(at))
    if not found:
        return None
    number = int(found[1])
    start = joined_years(line[at + 1].text) if line[at + 1].kind in ("joined", "slash") else None
    if start:
        return Reading(at + 2, latest.financial_quarter(number, start))
    year = typed_year(line, at + 1)
    if year:
        end = at + 3 if line.low(at + 1) == "of" else at + 2
        return Reading(end, latest.quarter(number, year), doubt=True, others=(latest.financial_quarter(number, year),))
    calendar = latest.season_over(number * 3 - 2, number * 3, today)
    financial = latest.season_over(number * 3 + 1, number * 3 + 3, today)
    return Reading(at + 1, calendar, bare=True, doubt=True, others=(financial,))


def read_financial_year(line: Line, at: int, today: date) -> Reading | None:
    """``FY25`` names one of three years and stays in the title; ``2023-24`` and ``FY 23/24`` are clear."""
    token = line[at]
    if token.kind in ("joined", "slash"):
        return _joined(line, at)
    found = _FINANCIAL.fullmatch(token.low) if token.kind == "word" else None
    if not found:
        return None
    following = line[at + 1]
    if not found[1]:
        start = joined_years(following.text) if following.kind in ("joined", "slash") else None
        if start:
            return Reading(at + 2, latest.financial_year(start))
        digits, end = (following.text, at + 2) if following.kind == "number" and following.text.isdigit() else ("", at)
    else:
        digits, end = found[1], at + 1
        if following.low in ("/", "-") and joined_years(f"{digits}-{line[at + 2].text}"[:9]) is not None:
            return Reading(at + 3, latest.financial_year(joined_years(f"{digits}-{line[at + 2].text}") or 0))
    if len(digits) not in (2, 4):
        return None
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    others = (latest.financial_year(year - 1), latest.financial_year(year))
    return Reading(end, When(PartialDate(year)), doubt=True, others=others, stays=True)


def _joined(line: Line, at: int) -> Reading | None:
    text = line[at].text
    start = joined_years(text)
    if start:
        return Reading(at + 1, latest.financial_year(start), bare=len(text) < 7, doubt=len(text) < 7)
    parts = text.replace("–", "-").split("-")
    if [len(part) for part in parts] == [4, 4] and 1950 <= int(parts[0]) < int(parts[1]) <= 2099:
        return Reading(at + 1, When(PartialDate(int(parts[1])), PartialDate(int(parts[0]))), bare=True)
    return None


def read_span(line: Line, at: int, today: date) -> Reading | None:
    """``1 to 14 Feb``, ``Sept to Dec``, ``3 Feb - 5 March 2025``, ``from 2019 to 2023``."""
    if line[at].kind == "joined":
        return _joined_days(line, at, today)
    first = read_point(line, at) or _lone_day(line, at)
    if first is None:
        return None
    between = line.low(at - 1) == "between"
    connector = line.low(first.end)
    if connector not in CONNECTORS and not (between and connector == "and"):
        return None
    second = read_point(line, first.end + 1)
    return _span(first, second, today) if second else None


def _joined_days(line: Line, at: int, today: date) -> Reading | None:
    start, _dash, _end = line[at].text.replace("–", "-").partition("-")
    if int(start) > 31:
        return None
    # "1-14 Feb": what follows the dash is read as if it stood alone
    rest = Line(f"{_end} {line.words(at + 1, min(at + 3, len(line)))}")
    second = read_point(rest, 0)
    if not second or not second.month or not second.day or second.end == 1:
        return None
    shifted = Point(at + second.end, second.year, second.month, second.day)
    return _span(Point(at + 1, day=int(start)), shifted, today)


def _lone_day(line: Line, at: int) -> Point | None:
    token = line[at]
    if token.kind == "number" and token.text.isdigit() and 1 <= int(token.text) <= 31:
        return Point(at + 1, day=int(token.text))
    return None


def _span(first: Point, second: Point, today: date) -> Reading | None:
    month = first.month or (second.month if first.day and first.weekday is None else None)
    shape = (first.day is not None, month is not None)
    if shape != (second.day is not None, second.month is not None) or (not month and not (first.year and second.year)):
        return None
    ends = dates_of(second, today)
    if not ends:
        return None
    starts = dates_of(
        Point(first.end, first.year or _year_of_start(first.day, month, ends[0]), month, first.day), today
    )
    if not starts or starts[0].first > ends[0].first:
        return None
    bare = not (first.exact or second.exact)
    return Reading(second.end, When(ends[0], starts[0]), bare=bare)


def _year_of_start(day: int | None, month: int | None, end: PartialDate) -> int:
    """The year that puts the start last before the end."""
    later = (month or 1, day or 1) > (end.month or 12, end.day or 31)
    return end.year - 1 if later else end.year
