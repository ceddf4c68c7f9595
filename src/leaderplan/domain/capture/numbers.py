"""Reads one quantity: a number in digits or words, with money, a scale, a unit and a period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.words import (
    CURRENCIES,
    INEXACT,
    NOT_PLURALS,
    NUMBERS,
    PERCENT,
    PERIODS,
    PLURALS,
    POINTS,
    SCALES,
    SECONDS,
    STOPS,
    TIME_UNITS,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, tokens ``start`` to ``end``.

    ``unit`` is a unit of time, ``%``, ``points`` or a currency; ``noun`` what is counted otherwise; ``rate`` a period.
    """

    start: int
    end: int
    value: float
    unit: str = ""
    noun: str = ""
    rate: str = ""
    inexact: bool = False

    @property
    def plain(self) -> bool:
        """Whether nothing but the number was typed."""
        return not (self.unit or self.noun or self.rate)

    @property
    def label(self) -> str:
        """The unit as it is shown: ``days``, ``£ a year``, ``per week``."""
        return " ".join(part for part in (self.unit or self.noun, self.rate) if part)


def read_quantity(line: Line, at: int) -> Quantity | None:
    """The quantity that begins at token ``at``: ``£1.2m``, ``84%``, ``3 d 4 h``, ``two people``, ``13 a month``."""
    money = line.low(at) if line.low(at) in CURRENCIES else ""
    number_at = at + 1 if money else at
    if money and not line.touches(number_at):
        return None
    value = _number(line, number_at)
    if value is None or (number_at > 0 and line.low(number_at - 1) in ("#", "-", "/") and line.touches(number_at)):
        return None
    end = number_at + 1
    scale = SCALES.get(line.low(end)) if line.low(end) not in TIME_UNITS else None
    if scale and (line.touches(end) or len(line.low(end)) > 2):
        value, end = value * 10**scale, end + 1
    found = Quantity(at, end, float(value), unit=money)
    return _with_rate(line, found if money else _with_unit(line, found))


def _number(line: Line, at: int) -> Decimal | None:
    token = line[at]
    if token.kind == "number":
        return Decimal(token.text.replace(",", ""))
    if token.kind != "word" or token.low not in NUMBERS:
        return None
    return Decimal(NUMBERS[token.low])


def _with_unit(line: Line, found: Quantity) -> Quantity:
    end, low = found.end, line.low(found.end)
    if low in PERCENT:
        return replace(found, end=end + 1, unit="%")
    if low == "per" and line.low(end + 1) in ("cent", "cents"):
        return replace(found, end=end + 2, unit="%")
    if low in POINTS or (low == "percentage" and line.low(end + 1) in POINTS):
        return replace(found, end=end + (1 if low in POINTS else 2), unit="points")
    if low in TIME_UNITS and (len(low) > 1 or line[found.end - 1].kind == "number"):
        return _with_smaller(line, replace(found, end=end + 1, unit=TIME_UNITS[low]))
    if low == "working" and line.low(end + 1) in TIME_UNITS:
        return replace(found, end=end + 2, noun=f"working {TIME_UNITS[line.low(end + 1)]}")
    length = _noun_length(line, end, found.value)
    return replace(found, end=end + length, noun=line.words(end, end + length).lower())


def _with_smaller(line: Line, found: Quantity) -> Quantity:
    """``3 d 4 h``: the smaller part is added, in its own unit."""
    at = found.end + 1 if line.low(found.end) == "and" else found.end
    unit = TIME_UNITS.get(line.low(at + 1))
    value = _number(line, at)
    if value is None or unit is None or SECONDS[unit] >= SECONDS[found.unit]:
        return found
    whole = convert(found, unit)
    return replace(whole, end=at + 2, value=whole.value + float(value))


def _noun_length(line: Line, at: int, value: float) -> int:
    """How many words name what is counted: ``steps``, ``separate forms``; for one thing, one word."""
    if not _is_noun(line, at):
        return 0
    if value == 1 or is_plural(line.low(at)):
        return 1
    return 2 if _is_noun(line, at + 1) and is_plural(line.low(at + 1)) else 0


def _is_noun(line: Line, at: int) -> bool:
    token = line[at]
    return token.kind == "word" and token.text == token.low and token.low not in STOPS and token.low not in NUMBERS


def is_plural(word: str) -> bool:
    """Whether an English word looks like a plural."""
    return word in PLURALS or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in NOT_PLURALS
    )


def singular(word: str) -> str:
    """A plain singular, good enough to compare two nouns."""
    return word.removesuffix("s") if word.endswith("s") else word


def _with_rate(line: Line, found: Quantity) -> Quantity:
    """``a month``, ``per week``, ``each year``, ``/day``."""
    if line.low(found.end) in ("a", "an", "per", "each", "every", "/") and line.low(found.end + 1) in PERIODS:
        lead = "per" if line.low(found.end) == "/" else line.low(found.end)
        return replace(found, end=found.end + 2, rate=f"{lead} {line.low(found.end + 1)}")
    return found


def convert(found: Quantity, unit: str) -> Quantity:
    """The same time in another unit; months and years have no fixed length, so they become inexact."""
    if found.unit == unit:
        return found
    value = found.value * SECONDS[found.unit] / SECONDS[unit]
    inexact = (found.unit in INEXACT) != (unit in INEXACT)
    return replace(found, value=round(value, 6 if not inexact else 0), unit=unit, inexact=inexact)
