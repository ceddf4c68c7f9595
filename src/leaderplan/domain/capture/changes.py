"""A change without both values: ``down 40%``, ``up 12 points to 78%``, ``saved £80k a year``, ``halved no-shows``."""

from __future__ import annotations

from collections.abc import Container

from leaderplan.domain.capture.numbers import Quantity, read_quantity
from leaderplan.domain.capture.pairs import Measured, same_unit
from leaderplan.domain.capture.subjects import clause_has, subject_after, subject_before
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import Better, MeasureFound
from leaderplan.domain.capture.words import FACTORS, FRACTIONS, GAINING, LOWERING, NUMBERS, PHRASAL, RAISING

_ROUGHLY = frozenset(["about", "around", "nearly", "almost", "over", "some", "roughly", "at", "least"])
_BY_HOW_MUCH = LOWERING | RAISING


def read_change(line: Line, found: Quantity, taken: Container[int]) -> Measured | None:
    """The change that the quantity ``found`` is the size of."""
    return _gained(line, found, taken) or _moved(line, found, taken)


def _gained(line: Line, found: Quantity, taken: Container[int]) -> Measured | None:
    at = found.start - 1
    while at > 0 and line.low(at) in _ROUGHLY and at > found.start - 4:
        at -= 1
    verb = line.low(at)
    if verb not in GAINING or at in taken or found.plain or (verb == "gained" and not found.unit):
        return None
    return Measured(at, found.end, MeasureFound(verb, change=found.value, unit=found.label, better="higher"))


def _moved(line: Line, found: Quantity, taken: Container[int]) -> Measured | None:
    at = found.start - 1
    by = line.low(at) == "by"
    verb = clause_has(line, at, _BY_HOW_MUCH, taken) if by else line.low(at)
    if (
        verb not in _BY_HOW_MUCH
        or at in taken
        or (not by and verb not in ("up", "down", "fell", "rose", "grew", "dropped"))
    ):
        return None
    if not by and line.low(at - 1) in PHRASAL:
        return None
    size = -found.value if verb in LOWERING else found.value
    level = _level_after(line, found, taken)
    if not level and not by and (found.plain or (found.noun and not found.rate)):
        return None
    name = subject_before(line, at, taken)
    better: Better = "lower" if size < 0 else "higher"
    if not level:
        unit = "%" if found.unit == "points" else found.label
        return Measured(at, found.end, MeasureFound(name, change=size, unit=unit, better=better))
    return Measured(at, level.end, _worked_out(name, found, size, level, better))


def _level_after(line: Line, found: Quantity, taken: Container[int]) -> Quantity | None:
    level = read_quantity(line, found.end + 1) if line.low(found.end) == "to" and found.end not in taken else None
    if level is None or any(index in taken for index in range(level.start, level.end)):
        return None
    return level


def _worked_out(name: str, found: Quantity, size: float, level: Quantity, better: Better) -> MeasureFound:
    """The value before, from the change and the value after: worked out, so in doubt."""
    if found.unit == "%" and level.unit == "%":  # per cent of what it was, or points? Nobody knows.
        return MeasureFound(name, None, level.value, size, "%", better, doubt=True)
    if found.unit == "%":
        factor = 1 + size / 100
        before = round(level.value / factor, 2) if factor > 0 else None
        return MeasureFound(name, before, level.value, None if before else size, level.label, better, doubt=True)
    if found.unit == "points":
        return MeasureFound(name, level.value - size, level.value, None, level.label or "%", better, doubt=True)
    alike = same_unit(found, level)
    if alike is None:
        return MeasureFound(name, None, level.value, None, level.label, better, doubt=True)
    change, after = alike
    size = change.value if size > 0 else -change.value
    return MeasureFound(name, after.value - size, after.value, None, after.label, better, doubt=True)


def read_fraction(line: Line, at: int, taken: Container[int]) -> Measured | None:
    """``by half``, ``by a third``, ``by two thirds`` after a verb that says which way."""
    if line.low(at) != "by" or at in taken:
        return None
    count = NUMBERS.get(line.low(at + 1), 1 if line.low(at + 1) in ("a", "an") else 0)
    part = FRACTIONS.get(line.low(at + (2 if count else 1)).removesuffix("s"))
    verb = clause_has(line, at, _BY_HOW_MUCH, taken)
    if part is None or not verb or (not count and part != 50):
        return None
    share = {33: {1: 33, 2: 67}}.get(part, {}).get(count, part * max(count, 1))
    size = float(-share if verb in LOWERING else share)
    name = subject_before(line, at, taken)
    better: Better = "lower" if size < 0 else "higher"
    return Measured(at, at + (3 if count else 2), MeasureFound(name, change=size, unit="%", better=better))


def read_factor(line: Line, at: int, taken: Container[int]) -> Measured | None:
    """``Halved no-shows`` and its like, where the line has no figures for it."""
    factor = FACTORS.get(line.low(at))
    if factor is None or at in taken:
        return None
    name = subject_after(line, at + 1, taken)
    better: Better = "lower" if factor < 0 else "higher"
    return Measured(at, at + 1, MeasureFound(name, change=float(factor), unit="%", better=better)) if name else None
