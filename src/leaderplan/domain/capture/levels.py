"""One value that was reached: a score, a share of something, a percentage set apart, ``cut the wait to 3 days``."""

from __future__ import annotations

from collections.abc import Container

from leaderplan.domain.capture.numbers import Quantity
from leaderplan.domain.capture.pairs import Measured
from leaderplan.domain.capture.subjects import clause_has, subject_after, subject_before
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import Better, MeasureFound
from leaderplan.domain.capture.words import CURRENCIES, LOWERING, RAISING, REACHING, SCORING, SECONDS

_SET_APART = frozenset(",:;(-–—")


def read_ratio(line: Line, at: int, taken: Container[int]) -> Measured | None:
    """``Scored 9/10 in the audit`` and ``1/3 of carers``; anything else with a slash is no figure."""
    parts = line[at].text.split("/")
    if at in taken or len(parts) != 2 or not int(parts[1]) > 0 or int(parts[0]) > int(parts[1]):
        return None
    if line.low(at + 1) == "of":
        name = subject_after(line, at + 2, taken)
        share = float(round(100 * int(parts[0]) / int(parts[1])))
        return Measured(at, at + 1, MeasureFound(name, after=share, unit="%", better="higher")) if name else None
    if line.low(at - 1) not in SCORING and line.low(at - 2) not in SCORING:
        return None
    return _score(line, at, at + 1, (float(parts[0]), parts[1]), taken)


def read_out_of(line: Line, found: Quantity, taken: Container[int]) -> Measured | None:
    """``4.5 out of 5`` is a score; ``9 out of 10 callers`` a share of the callers."""
    at = found.end
    if (
        not found.plain
        or line.low(at) != "out"
        or line.low(at + 1) != "of"
        or line[at + 2].kind != "number"
        or at in taken
    ):
        return None
    whole = float(line[at + 2].text.replace(",", ""))
    if not whole > 0 or found.value > whole:
        return None
    name = subject_after(line, at + 3, taken) if line.low(at + 3) not in ("in", "on", "for", "from", "by", "at") else ""
    if name:
        share = float(round(100 * found.value / whole))
        return Measured(found.start, at + 3, MeasureFound(name, after=share, unit="%", better="higher"))
    return _score(line, found.start, at + 3, (found.value, line[at + 2].text), taken)


def _score(line: Line, at: int, end: int, score: tuple[float, str], taken: Container[int]) -> Measured:
    led = line.low(end) in ("in", "on", "for", "from", "at") and end not in taken
    name = subject_after(line, end + 1, taken) if led else subject_before(line, at, taken)
    return Measured(at, end, MeasureFound(name, after=score[0], unit=f"of {score[1]}", better="higher"))


def read_level(line: Line, found: Quantity, taken: Container[int]) -> Measured | None:
    """A lone value that says which way it went, or a percentage that is set apart."""
    previous = line.low(found.start - 1)
    if found.unit == "%" and line.low(found.end) == "of" and found.end not in taken:
        return _share(line, found, taken)
    if (
        previous == "to"
        and found.start - 1 not in taken
        and (found.unit in SECONDS or found.unit in CURRENCIES | {"%"})
    ):
        verb = clause_has(line, found.start - 1, LOWERING | RAISING, taken)
        name = subject_before(line, found.start - 1, taken)
        if verb and name:
            better: Better = "lower" if verb in LOWERING else "higher"
            measure = MeasureFound(name, after=found.value, unit=found.label, better=better)
            return Measured(found.start - 1, found.end, measure)
    if found.unit == "%" and (previous in _SET_APART or previous in REACHING) and found.start - 1 not in taken:
        name = subject_before(line, found.start, taken)
        if name:
            return Measured(found.start, found.end, MeasureFound(name, after=found.value, unit="%", better="higher"))
    return None


def _share(line: Line, found: Quantity, taken: Container[int]) -> Measured | None:
    name = subject_after(line, found.end + 1, taken)
    if not name:
        return None
    if clause_has(line, found.start, LOWERING, taken):
        return Measured(found.start, found.end, MeasureFound(name, change=-found.value, unit="%", better="lower"))
    return Measured(found.start, found.end, MeasureFound(name, after=found.value, unit="%", better="higher"))
