"""Finds the date phrases of a line and chooses the one that dates the achievement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from leaderplan.domain.capture.edges import closes, is_named, opens
from leaderplan.domain.capture.periods import read_financial_year, read_quarter, read_span
from leaderplan.domain.capture.phrases import read_ago, read_day_word, read_feast, read_near, read_season
from leaderplan.domain.capture.points import Point, dates_of, read_point
from leaderplan.domain.capture.reading import Lead, Reading, lead_of
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import When
from leaderplan.domain.capture.words import (
    ALSO_WORDS,
    DAY_WORDS,
    EASTER_DAYS,
    ESTIMATES,
    FEAST_DAYS,
    FEASTS,
    MONTHS,
    NEAR,
    NUMBERS,
    OPEN,
    SCORING,
    SEASONS,
    STOPS,
    WEEKDAYS,
)
from leaderplan.domain.language import MONTHS as MONTH_NAMES
from leaderplan.domain.messages import Message, _

Reader: TypeAlias = Callable[[Line, int, date], Reading | None]
DATING = frozenset(["in", "on", "by", "during", "since", "until", "till", "before", "after"])
_AROUND_YEAR_OR_MONTH = DATING | {"around", "circa"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date phrase in its place: tokens ``start`` to ``end``.

    ``strength`` is 3 for an explicit date, 2 for one that is led in or set apart, 1 for a doubtful one.
    """

    start: int
    end: int
    strength: int
    reading: Reading


def find_dates(line: Line, today: date, names: frozenset[str]) -> list[Dated]:
    """All date phrases, in order. ``names`` are known people, in lower case, by full name and by first name."""
    found, at = [], 0
    while at < len(line):
        dated = next(_dates_at(line, at, today, names), None)
        if dated:
            found.append(dated)
        at = max(dated.end, at + 1) if dated else at + 1
    return found


def choose(found: list[Dated]) -> Dated | None:
    """The strongest date; the last of equals, since people add the date at the end."""
    dates = [dated for dated in found if dated.reading.when]
    return max(reversed(dates), key=lambda dated: dated.strength, default=None)


def _dates_at(line: Line, at: int, today: date, names: frozenset[str]) -> Iterator[Dated]:
    readings = []
    for reader in _readers(line, at):
        try:
            reading = reader(line, at, today)
        except (ValueError, OverflowError):  # the calendar ends: year 0, year 10,000
            continue
        if reading:
            readings.append(reading)
    for reading in sorted(readings, key=lambda reading: -reading.end):
        dated = _placed(line, at, reading, names)
        if dated:
            yield dated


def _readers(line: Line, at: int) -> tuple[Reader, ...]:
    token = line[at]
    if token.kind == "number":
        return (read_span, read_ago, read_typed)
    if token.kind in ("ordinal", "iso", "slash", "dotted", "joined"):
        return (read_span, read_typed, read_financial_year)
    if token.kind != "word":
        return ()
    low = token.low
    if low in MONTHS or low in WEEKDAYS:
        return (read_span, read_typed, read_feast)
    if low in NEAR:
        return (read_near,)
    if low in SEASONS:
        return (read_season,)
    if low in DAY_WORDS or (low == "the" and line.low(at + 1) == "day"):
        return (read_day_word,)
    if low in NUMBERS or low in ("a", "an"):
        return (read_ago,)
    if low in _FEAST_STARTS:
        return (read_feast,)
    return (read_quarter, read_financial_year) if low[0] in "qf" and len(low) < 7 else ()


_FEAST_STARTS = frozenset(words.split()[0] for words in (*FEASTS, *FEAST_DAYS, *EASTER_DAYS, "easter"))


def read_typed(line: Line, at: int, today: date) -> Reading | None:
    """A day, month, weekday or year on its own."""
    point = read_point(line, at)
    if point is None:
        return None
    lead = lead_of(line, at)
    if lead.part == "w/c" and point.weekday is None:
        point = replace(point, weekday=0)
    found = [When(day) for day in dates_of(point, today)]
    if not found:
        return Reading(point.end, None, note=_no_such_day(point)) if point.day and point.month else None
    others = found[1:]
    if point.month_first and not point.unsure:
        others += [When(day) for day in dates_of(point, today, month_first=True) if day.first <= today]
    if point.unsure and point.day and point.month and point.year is None:
        others += [When(day) for day in dates_of(Point(0, 2000 + point.day, point.month), today) if day.first <= today]
    lone = point.month is None and point.day is not None
    bare = lone or not point.exact or (point.year is None and line[at].kind == "slash")
    return Reading(point.end, found[0], bare, doubt=point.unsure or bool(others), others=tuple(others))


def _no_such_day(point: Point) -> Message:
    day, month = str(point.day), MONTH_NAMES[(point.month or 1) - 1]
    if point.year:
        return _("There is no {day} {month} {year}.", day=day, month=month, year=str(point.year))
    return _("There is no {day} {month}.", day=day, month=month)


def _placed(line: Line, at: int, reading: Reading, names: frozenset[str]) -> Dated | None:
    """The reading with the words that lead it in, if it may be a date where it stands."""
    lead = lead_of(line, at)
    if line.low(at - 1) == "the" and not lead.preposition and not lead.part and line[at].kind == "ordinal":
        lead = Lead(at - 1)
    if line[at].kind in ("slash", "joined", "dotted") and _is_score(line, at):
        return None
    if reading.stays or reading.when is None:
        return Dated(at, reading.end, 2 if reading.when else 0, reading)
    strength = _strength_of_bare(line, at, lead, reading, names) if reading.bare else 3
    if not strength:
        return None
    if strength < 2:
        reading = replace(reading, doubt=True)
    return Dated(lead.start, reading.end, strength, _as_led(line, at, lead, reading, names))


def _as_led(line: Line, at: int, lead: Lead, reading: Reading, names: frozenset[str]) -> Reading:
    """``since`` opens a span; an estimate, or a month that is also a name, is in doubt."""
    when = reading.when
    if lead.preposition == OPEN and when and not when.started:
        return replace(reading, when=When(None, when.ended), others=())
    acting = line.low(at) in names and lead.preposition in ("by", "before", "after")
    named = reading.bare and (acting or is_named(line, at, reading.end, names))
    counted = line[at].kind == "number" and reading.bare and line[reading.end].kind == "word" and lead.start > 0
    followed = counted and line.low(reading.end) not in STOPS
    return replace(reading, doubt=True) if lead.preposition in ESTIMATES or named or followed else reading


def _is_score(line: Line, at: int) -> bool:
    """``1/3 of``, ``24/7``, ``scored 9/10``: figures that only look like a day."""
    if line.low(at + 1) == "of":
        return True
    if line[at].text == "24/7" and line.low(at - 1) != "on":
        return True
    return line.low(at - 1) in SCORING or line.low(at - 2) in SCORING


def _strength_of_bare(line: Line, at: int, lead: Lead, reading: Reading, names: frozenset[str]) -> int:
    low, end = line.low(at), reading.end
    if line[end].text == "%" or line[at - 1].text in ("£", "€", "$", "#"):
        return 0
    day_only = line[at].kind == "ordinal" or low == "the"
    if day_only:
        return 2 if lead.preposition in DATING and closes(line, end) else 0
    is_name = low in MONTHS or low in WEEKDAYS
    small = is_name and low in ALSO_WORDS and not line[at].capital
    if lead.part or lead.preposition in _AROUND_YEAR_OR_MONTH or _leads_feast_or_span(line, at, lead, reading):
        return _strength_when_led(line, at, lead, reading, names, small)
    if lead.preposition or line.low(at - 1) == "for" or small:
        return 0
    if at == 0:
        return (
            2
            if line.low(end) in (":", ",", "-", "–", "—")
            else 1
            if end == len(line) and len(line) == 1 and not is_name
            else 0
        )
    if not closes(line, end):
        return 0
    if opens(line, at):
        return 2
    known = low in names or (line[at].kind == "slash" and line.low(at - 1) == "of")
    return 1 if line[end].kind in ("end", "tag") and not known and line[at].kind != "joined" else 0


def _leads_feast_or_span(line: Line, at: int, lead: Lead, reading: Reading) -> bool:
    span = bool(reading.when and reading.when.started)
    if span and line[at].kind in ("number", "word") and lead.preposition in ("from", "between"):
        return True
    return lead.preposition in ("at", "over") and line.low(at) in _FEAST_STARTS


def _strength_when_led(line: Line, at: int, lead: Lead, reading: Reading, names: frozenset[str], small: bool) -> int:
    low = line.low(at)
    article = line.low(at - 1) == "the"
    if article and (low in MONTHS or low in WEEKDAYS or line[at].kind == "number"):
        return 0
    if small and not closes(line, reading.end):
        return 0
    if f"{low} {line.low(reading.end)}" in names:
        return 0
    if is_named(line, at, reading.end, names) and lead.preposition not in ("in", "on", "during"):
        return 0
    if line[at].kind == "slash" and reading.when and not reading.when.started and lead.preposition == "in":
        return 0
    return 2
