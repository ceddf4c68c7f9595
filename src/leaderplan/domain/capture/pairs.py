"""A value before and a value after: ``from 21 to 4 days``, ``to 4 days from 21``, ``1 visit instead of 4``."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from leaderplan.domain.capture.edges import closes
from leaderplan.domain.capture.numbers import Quantity, convert, is_plural, read_quantity, singular
from leaderplan.domain.capture.subjects import subject_before
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import Better, MeasureFound
from leaderplan.domain.capture.words import BEFORE_WORDS, PEOPLE, RANGES, SECONDS

_BEFORE_STARTS = frozenset(words[0] for words in BEFORE_WORDS)
_MANY = {"person": "people", "child": "children", "man": "men", "woman": "women"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure in its place: tokens ``start`` to ``end``."""

    start: int
    end: int
    measure: MeasureFound


def read_pair(line: Line, first: Quantity, taken: Container[int]) -> Measured | None:
    """The pair of values that ``first`` begins."""
    return _forwards(line, first, taken) or _backwards(line, first, taken) or _instead(line, first, taken)


def _forwards(line: Line, first: Quantity, taken: Container[int]) -> Measured | None:
    led = line.low(first.start - 1) == "from" and first.start - 1 not in taken
    at = first.end + 1 if line.low(first.end) in ("down", "up") else first.end
    arrow = line[at].kind == "arrow"
    if (not arrow and line.low(at) != "to") or at in taken:
        return None
    second = _quantity(line, at + 1, taken)
    if second is None:
        return None
    if not led and not arrow and not _stands_alone(line, first, second):
        return None
    start = first.start - 1 if led else first.start
    noun = "" if led or arrow else first.noun or second.noun
    return _measured(line, start, second.end, (first, second), noun or subject_before(line, start, taken))


def _stands_alone(line: Line, first: Quantity, second: Quantity) -> bool:
    """Whether ``A to B`` without ``from`` is a change and not a range (``in 2 to 3 days``, ``9 to 5``)."""
    if line.low(first.start - 1) in RANGES:
        return False
    return not (first.plain and second.plain) or closes(line, second.end)


def _backwards(line: Line, first: Quantity, taken: Container[int]) -> Measured | None:
    at = first.end + 1 if line.low(first.end) == "," else first.end
    turned = line.low(at) in ("down", "up")
    at += turned
    if line.low(at) != "from" or at in taken or not (turned or line.low(first.start - 1) == "to"):
        return None
    second = _quantity(line, at + 1, taken)
    if second is None:
        return None
    start = first.start - 1 if line.low(first.start - 1) == "to" else first.start
    return _measured(line, start, second.end, (second, first), subject_before(line, start, taken))


def _instead(line: Line, first: Quantity, taken: Container[int]) -> Measured | None:
    """``92 per cent in time, was 71``: the words between belong to the name."""
    between = first.end
    while (
        between < first.end + 8
        and between not in taken
        and line[between].kind == "word"
        and not _begins_before(line, between)
    ):
        between += 1
    at = between + 1 if line.low(between) in (",", "(", "-", "–", "—", ";") else between
    length = _begins_before(line, at)
    second = _quantity(line, at + length, taken) if length and at not in taken else None
    if second is None:
        return None
    rest = line.words(first.end + (line.low(first.end) == "of"), between)
    if first.noun and not rest:
        name = first.noun
    else:
        name = " ".join(part for part in (subject_before(line, first.start, taken), rest) if part)
    return _measured(line, first.start, second.end, (second, first), name)


def _begins_before(line: Line, at: int) -> int:
    """How many words say that the value before follows; 0 if none do."""
    if line.low(at) not in _BEFORE_STARTS:
        return 0
    for words in BEFORE_WORDS:
        if all(line.low(at + step) == word for step, word in enumerate(words)):
            return len(words)
    return 0


def _quantity(line: Line, at: int, taken: Container[int]) -> Quantity | None:
    found = read_quantity(line, at)
    return None if found is None or any(index in taken for index in range(at, found.end)) else found


def _measured(line: Line, start: int, end: int, pair: tuple[Quantity, Quantity], name: str) -> Measured | None:
    alike = same_unit(*pair)
    if alike is None or alike[0].value == alike[1].value:
        return None
    before, after = alike
    label = replace(after, noun=_plural(after.noun)).label if after.noun else after.label
    better: Better = "lower" if after.value < before.value else "higher"
    if singular(after.noun) in {singular(word) for word in PEOPLE}:
        better = ""
    doubt = before.inexact or after.inexact
    return Measured(start, end, MeasureFound(name, before.value, after.value, None, label, better, doubt))


def same_unit(before: Quantity, after: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both in one unit, the smaller where they differ; None where they count different things."""
    rate = after.rate or before.rate
    if before.unit in SECONDS and after.unit in SECONDS:
        unit = min(before.unit, after.unit, key=lambda name: SECONDS[name])
        before, after = convert(before, unit), convert(after, unit)
    elif (
        (before.unit and after.unit and before.unit != after.unit)
        or (before.unit and after.noun)
        or (before.noun and after.unit)
        or (before.noun and after.noun and singular(before.noun) != singular(after.noun))
    ):
        return None
    unit, noun = after.unit or before.unit, after.noun or before.noun
    return replace(before, unit=unit, noun=noun, rate=rate), replace(after, unit=unit, noun=noun, rate=rate)


def _plural(noun: str) -> str:
    if is_plural(noun):
        return noun
    return _MANY.get(noun) or (noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s")
