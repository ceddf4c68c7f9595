"""Finds the measures of a line. They stay in the title, which would make no sense without them."""

from __future__ import annotations

from leaderplan.domain.capture.changes import read_change, read_factor, read_fraction
from leaderplan.domain.capture.levels import read_level, read_out_of, read_ratio
from leaderplan.domain.capture.numbers import read_quantity
from leaderplan.domain.capture.pairs import Measured, read_pair
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.words import CURRENCIES, FACTORS, NUMBERS


def find_measures(line: Line, taken: frozenset[int]) -> list[Measured]:
    """All measures, in order; tokens in ``taken`` say something else already."""
    used = set(taken)
    found: list[Measured] = []
    at = 0
    while at < len(line):
        measured = None if at in used else _measured_at(line, at, used)
        if measured:
            found.append(measured)
            used.update(range(measured.start, measured.end))
        at = max(measured.end, at + 1) if measured else at + 1
    if found:  # "halved", beside figures, says the same as they do
        return found
    factors = (read_factor(line, at, taken) for at in range(len(line)) if line.low(at) in FACTORS)
    return [measured for measured in factors if measured][:1]


def _measured_at(line: Line, at: int, used: set[int]) -> Measured | None:
    token = line[at]
    if token.kind == "slash":
        return read_ratio(line, at, used)
    if token.low == "by":
        return read_fraction(line, at, used)
    if token.kind != "number" and token.low not in CURRENCIES and token.low not in NUMBERS:
        return None
    quantity = read_quantity(line, at)
    if quantity is None or any(index in used for index in range(at, quantity.end)):
        return None
    if quantity.plain and line.low(quantity.end) in ("to", "on") and line.low(quantity.end + 1) == token.low:
        return None  # "one to one" is no change
    for read in (read_change, read_pair, read_out_of, read_level):
        measured = read(line, quantity, used)
        if measured:
            return measured
    return None
