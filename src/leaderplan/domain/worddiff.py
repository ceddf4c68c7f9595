"""Which words were taken out of a text and which were put in.

The shortest way from one text to the other is looked for as in E. W. Myers, "An O(ND) Difference Algorithm and Its
Variations", Algorithmica 1 (1986). Texts that have little in common are not compared to the end: a reader sees more in
the old text beside the new one than in two hundred single words, and no pair of texts takes long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

_MOST_CHANGES = 400
_SHORT = 3  # letters: so short a word between two changes only tears them apart
_ENDS = frozenset(".!?…:;")
_UNITS = re.compile(r"(\w+(?:['’\-]\w+)*|[^\w\s])(\s*)")
_LEADING = re.compile(r"\s*")


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    OUT = "out"
    IN = "in"
    GAP = "gap"  # between two values that are shown in one row; it is in neither of them


class Piece(NamedTuple):
    """Some words that stayed, went or came, with the white space between and after them."""

    kind: PieceKind
    text: str


class _Unit(NamedTuple):
    """A word or a sign, and the white space after it."""

    word: str
    space: str


_Pair = tuple[_Unit | None, _Unit | None]
"""A unit of the old text and the one of the new that it corresponds to; None where there is none."""


def changed_words(old: str, new: str) -> tuple[Piece, ...]:
    """The two texts as one: all that is not put in makes ``old``, all that is not taken out makes ``new``."""
    return _joined(_spelled(_calmed(_slid(_aligned(_units(old), _units(new))))))


def changed_items(old: Sequence[str], new: Sequence[str]) -> tuple[Piece, ...]:
    """The same for two lists, item by item; each piece is one item."""
    pairs = _aligned([_Unit(item, "") for item in old], [_Unit(item, "") for item in new])
    return tuple(_spelled(pairs))


def _units(text: str) -> list[_Unit]:
    leading = _LEADING.match(text)
    first = [_Unit("", leading.group())] if leading and leading.group() else []
    return first + [_Unit(*found) for found in _UNITS.findall(text)]


def _aligned(old: list[_Unit], new: list[_Unit]) -> list[_Pair]:
    """Every unit of both texts in order; what is between the ends that are alike is searched for the shortest way."""
    head = 0
    while head < min(len(old), len(new)) and old[head].word == new[head].word:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail].word == new[-1 - tail].word:
        tail += 1
    middle = _shortest(old[head : len(old) - tail], new[head : len(new) - tail])
    ends = list(zip(old[len(old) - tail :], new[len(new) - tail :], strict=True))
    return [*zip(old[:head], new[:head], strict=True), *middle, *ends]


def _shortest(old: list[_Unit], new: list[_Unit]) -> list[_Pair]:
    """The pairs of the shortest way, or all out and all in where that is too long a way."""
    trails = _trails([unit.word for unit in old], [unit.word for unit in new])
    if trails is None:
        return [*((unit, None) for unit in old), *((None, unit) for unit in new)]
    return _walked_back(trails, old, new)


def _trails(old: list[str], new: list[str]) -> list[dict[int, int]] | None:
    """For each number of changes how far each diagonal was reached, up to the end of both; None where that is far."""
    reached, trails = {1: 0}, []
    for changes in range(min(len(old) + len(new), _MOST_CHANGES) + 1):
        trails.append(dict(reached))
        for diagonal in range(-changes, changes + 1, 2):
            x = _start(reached, diagonal, changes)
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            reached[diagonal] = x
            if x >= len(old) and y >= len(new):
                return trails
    return None


def _start(reached: dict[int, int], diagonal: int, changes: int) -> int:
    """Where a diagonal is entered."""
    if _puts_in(reached, diagonal, changes):
        return reached[diagonal + 1]
    return reached[diagonal - 1] + 1


def _puts_in(reached: dict[int, int], diagonal: int, changes: int) -> bool:
    """Whether a diagonal is entered by putting a unit in, and not by taking one out."""
    return diagonal == -changes or (diagonal != changes and reached[diagonal - 1] < reached[diagonal + 1])


def _walked_back(trails: list[dict[int, int]], old: list[_Unit], new: list[_Unit]) -> list[_Pair]:
    pairs: list[_Pair] = []
    x, y = len(old), len(new)
    for changes in range(len(trails) - 1, -1, -1):
        reached, diagonal = trails[changes], x - y
        start = _start(reached, diagonal, changes)
        while x > start:
            x, y = x - 1, y - 1
            pairs.append((old[x], new[y]))
        if changes and _puts_in(reached, diagonal, changes):
            y -= 1
            pairs.append((None, new[y]))
        elif changes:
            x -= 1
            pairs.append((old[x], None))
    return pairs[::-1]


def _slid(pairs: list[_Pair]) -> list[_Pair]:
    """Where words that came could as well have come a little later, they do so from the start of a sentence or line."""
    made, start = list(pairs), 0
    while start < len(made):
        if None not in made[start]:
            start += 1
            continue
        side = 1 if made[start][0] is None else 0
        end = start
        while end < len(made) and made[end][1 - side] is None:
            end += 1
        while end < len(made) and not _begins(made, start) and _swapped(made, start, end, side):
            start, end = start + 1, end + 1
        start = end
    return made


def _begins(pairs: list[_Pair], place: int) -> bool:
    """Whether a sentence or a line begins at this place."""
    before = [unit for unit in pairs[place - 1] if unit] if place else []
    return not before or any(unit.word in _ENDS or "\n" in unit.space for unit in before)


def _swapped(pairs: list[_Pair], start: int, end: int, side: int) -> bool:
    """Let the first unit of a run stay and the one after the run change instead, where they are the same word."""
    first, after = pairs[start][side], pairs[end]
    kept, moved = after[1 - side], after[side]
    if first is None or kept is None or moved is None or first.word != moved.word:
        return False
    pairs[start] = (kept, first) if side else (first, kept)
    pairs[end] = (None, moved) if side else (moved, None)
    return True


def _calmed(pairs: list[_Pair]) -> Iterator[_Pair]:
    """Without the single short words that stayed between two changes: they count as changed too."""
    for place, (old, new) in enumerate(pairs):
        around = pairs[max(place - 1, 0) : place] + pairs[place + 1 : place + 2]
        torn = len(around) == 2 and all(None in pair for pair in around)
        if old and new and torn and len(old.word) <= _SHORT:
            yield old, None
            yield None, new
        else:
            yield old, new


def _spelled(pairs: Iterable[_Pair]) -> Iterator[Piece]:
    """The pieces; of every run of changes what was taken out comes first."""
    for stays, run in groupby(pairs, key=lambda pair: None not in pair):
        if stays:
            yield from (piece for old, new in run if old and new for piece in _kept(old, new))
            continue
        changed = list(run)
        yield from (Piece(PieceKind.OUT, old.word + old.space) for old, _new in changed if old)
        yield from (Piece(PieceKind.IN, new.word + new.space) for _old, new in changed if new)


def _kept(old: _Unit, new: _Unit) -> Iterator[Piece]:
    if old.space == new.space:
        yield Piece(PieceKind.SAME, old.word + old.space)
        return
    yield Piece(PieceKind.SAME, old.word)
    yield Piece(PieceKind.OUT, old.space)
    yield Piece(PieceKind.IN, new.space)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    runs = ((kind, "".join(piece.text for piece in run)) for kind, run in groupby(pieces, key=lambda piece: piece.kind))
    return tuple(Piece(kind, text) for kind, text in runs if text)
