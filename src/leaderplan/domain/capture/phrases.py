"""Dates told from today, by a season or a feast: ``last March``, ``a fortnight ago``, ``spring 2024``, ``Easter``."""

from __future__ import annotations

from datetime import date, timedelta

from leaderplan.domain.capture import latest
from leaderplan.domain.capture.points import FIRST_YEAR, LAST_YEAR
from leaderplan.domain.capture.reading import Reading
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import When
from leaderplan.domain.capture.words import (
    AGO_UNITS,
    DAY_WORDS,
    EASTER_DAYS,
    FEAST_DAYS,
    FEASTS,
    MONTHS,
    NEAR,
    NUMBERS,
    SEASONS,
    TIMES_OF_DAY,
    WEEKDAYS,
)
from leaderplan.domain.dates import PartialDate


def _day(day: date) -> When:
    return When(PartialDate.of(day))


def typed_year(line: Line, at: int) -> int | None:
    """A year of four digits at token ``at``, or after ``of``."""
    token = line[at + 1 if line.low(at) == "of" else at]
    if (
        token.kind == "number"
        and len(token.text) == 4
        and token.text.isdigit()
        and FIRST_YEAR <= int(token.text) <= LAST_YEAR
    ):
        return int(token.text)
    return None


def read_day_word(line: Line, at: int, today: date) -> Reading | None:
    """``yesterday``, ``today``, ``tomorrow``, with a time of the day; ``the day before yesterday``."""
    low = line.low(at)
    if low == "the" and [line.low(at + step) for step in (1, 2, 3)] == ["day", "before", "yesterday"]:
        return Reading(at + 4, _day(today - timedelta(2)))
    if low not in DAY_WORDS:
        return None
    return Reading(at + 2 if line.low(at + 1) in TIMES_OF_DAY else at + 1, _day(today + timedelta(DAY_WORDS[low])))


def read_near(line: Line, at: int, today: date) -> Reading | None:
    """``last``, ``this`` or ``next`` with a weekday, a month, a season, a feast or a unit of time."""
    step = NEAR.get(line.low(at))
    if step is None:
        return None
    word, end = line.low(at + 1), at + 2
    if word in WEEKDAYS:
        return _near_weekday(WEEKDAYS[word], step, end, today)
    if word in MONTHS:
        return Reading(end, When(_near_month(MONTHS[word], step, today)))
    if word in SEASONS:
        return Reading(end, _near_season(*SEASONS[word], step, today))
    if word in ("christmas", "easter"):
        return read_feast(line, at + 1, today) if step < 0 else None
    if line.low(at + 2) in ("of", "before"):
        return None
    return _near_unit(word, step, end, today)


def _near_weekday(weekday: int, step: int, end: int, today: date) -> Reading:
    before = latest.weekday_before(weekday, today)
    if step < 0:
        return Reading(end, _day(before), doubt=True, others=(_day(before - timedelta(7)),))
    after = before + timedelta(7 if before + timedelta(7) > today else 14)
    if step > 0:
        return Reading(end, _day(after), doubt=True, others=(_day(after + timedelta(7)),))
    return Reading(end, _day(today - timedelta(today.weekday() - weekday)))


def _near_month(month: int, step: int, today: date) -> PartialDate:
    if step < 0:
        return latest.month_over(month, today)
    if step > 0:
        return PartialDate(today.year if month > today.month else today.year + 1, month)
    return PartialDate(today.year, month)


def _near_season(first: int, last: int, step: int, today: date) -> When:
    over = latest.season_over(first, last, today)
    year = (over.started or PartialDate(today.year)).year
    following = latest.months(year + 1, first, last)
    begun = following.started is not None and following.started.first <= today
    if step < 0:
        return over
    if step > 0:
        return latest.months(year + 2, first, last) if begun else following
    return following if begun or following.started is None or following.started.year == today.year else over


def _near_unit(word: str, step: int, end: int, today: date) -> Reading | None:
    monday = today - timedelta(today.weekday() - 7 * step)
    if word in ("night", "evening", *TIMES_OF_DAY):
        return Reading(end, _day(today + timedelta(min(step, 0))))
    if word == "week":
        return Reading(end, When(PartialDate.of(today if step == 0 else monday + timedelta(6)), PartialDate.of(monday)))
    if word == "weekend":
        return Reading(end, When(PartialDate.of(monday + timedelta(6)), PartialDate.of(monday + timedelta(5))))
    if word == "month":
        return Reading(end, When(latest.months_on(today, step)))
    if word == "quarter":
        first = latest.months_on(today, 3 * step - (today.month - 1) % 3)
        return Reading(end, latest.months(first.year, first.month or 1, (first.month or 1) + 2))
    return Reading(end, When(PartialDate(today.year + step))) if word == "year" else None


def read_ago(line: Line, at: int, today: date) -> Reading | None:
    """``three weeks ago`` is that day, ``two months ago`` that month, ``a year ago`` that year."""
    low, unit_at = line.low(at), at + 1
    token = line[at]
    vague = False
    if token.kind == "number" and token.text.isdigit() and len(token.text) < 4:
        count = int(token.text)
    elif low in ("a", "an") and line.low(at + 1) in ("couple", "few"):
        vague, unit_at = True, at + 3 if line.low(at + 2) == "of" else at + 2
        count = 2 if line.low(at + 1) == "couple" else 3
    elif low in ("a", "an"):
        count = 1
    elif low in NUMBERS:
        count = NUMBERS[low]
    else:
        return None
    unit = AGO_UNITS.get(line.low(unit_at))
    if unit is None or line.low(unit_at + 1) != "ago":
        return None
    name, size = unit
    if name == "day":
        return Reading(unit_at + 2, _day(today - timedelta(count * size)), doubt=vague)
    found = latest.months_on(today, -count) if name == "month" else PartialDate(today.year - count)
    return Reading(unit_at + 2, When(found), doubt=vague)


def read_season(line: Line, at: int, today: date) -> Reading | None:
    """``autumn``, ``spring 2024``, ``winter 2024-25``."""
    months = SEASONS.get(line.low(at))
    if months is None:
        return None
    year = typed_year(line, at + 1)
    if year:
        end = at + 3 if line.low(at + 1) == "of" else at + 2
        if months[1] > 12:
            return Reading(end, latest.months(year, *months), doubt=True, others=(latest.months(year - 1, *months),))
        return Reading(end, latest.months(year, *months))
    if months[1] > 12 and line[at + 1].kind in ("joined", "slash"):
        start = joined_years(line[at + 1].text)
        if start:
            return Reading(at + 2, latest.months(start, *months))
    return Reading(at + 1, latest.season_over(*months, today), bare=True)


def joined_years(text: str) -> int | None:
    """The first of two years that follow each other: ``2023-24``, ``2023/24``, ``2023-2024``, ``23/24``."""
    parts = text.replace("/", "-").replace("–", "-").split("-")
    if len(parts) != 2 or len(parts[0]) not in (2, 4) or len(parts[1]) not in (2, 4):
        return None
    first = int(parts[0]) if len(parts[0]) == 4 else 2000 + int(parts[0])
    return first if FIRST_YEAR <= first <= LAST_YEAR and (first + 1) % 100 == int(parts[1]) % 100 else None


def read_feast(line: Line, at: int, today: date) -> Reading | None:
    """Christmas and Easter stand for their month, their days for the day."""
    for length in (3, 2, 1):
        words = " ".join(line.low(at + step) for step in range(length))
        if words in FEASTS or words == "easter" or words in EASTER_DAYS or words in FEAST_DAYS:
            year = typed_year(line, at + length)
            end = at + length + (1 if year else 0)
            found = _feast(words, year or today.year)
            if not year and (found.last >= today if found.day is None else found.first > today):
                found = _feast(words, today.year - 1)
            return Reading(end, When(found), bare=not year)
    return None


def _feast(words: str, year: int) -> PartialDate:
    if words in FEASTS:
        return PartialDate(year, FEASTS[words])
    if words in FEAST_DAYS:
        day, month = FEAST_DAYS[words]
        return PartialDate(year, month, day)
    sunday = latest.easter(year)
    if words in EASTER_DAYS:
        return PartialDate.of(sunday + timedelta(EASTER_DAYS[words]))
    return PartialDate(year, sunday.month)
