"""The small signs that stand in a line or a cell: the mark of a mode and the strip of a level."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from leaderplan.domain.figures.shapes import NOTE, Figure, Mark, MarkShape, Shape
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _

Mode: TypeAlias = Literal["run", "change", "transform"]

MODE_SHAPES: Final[dict[Mode, MarkShape]] = {"run": "square", "change": "triangle", "transform": "diamond"}
"""The shape of each mode, the same in the window and in documents, so that no reader depends on the colour."""

_SIZES: Final[dict[Mode, float]] = {"run": 6.2, "change": 8.2, "transform": 8.2}


def mode_mark(mode: Mode, x: float, y: float, text: float = NOTE) -> Mark:
    """The sign of a mode around (x, y), as large as its word set at ``text``."""
    return Mark(x, y, MODE_SHAPES[mode], mode, _SIZES[mode] * text / NOTE)


def level_strip(expected: int, shown: int, of: int, language: Language, text: float = NOTE) -> Figure:
    """``of`` dots, filled up to the level shown, a square round the level expected; 0 is none.

    The numbers themselves stand beside it, so the alternative is short.
    """
    unit = text / NOTE
    pitch, middle = 13.5 * unit, 5.0 * unit
    shapes: list[Shape] = []
    for level in range(1, of + 1):
        x = 6 * unit + (level - 1) * pitch
        if level <= shown:
            shapes.append(Mark(x, middle, "circle", "accent", 5.8 * unit))
        else:
            shapes.append(Mark(x, middle, "circle", "line", 5.8 * unit, hollow=True, width=0.7 * unit))
        if level == expected:
            shapes.append(Mark(x, middle, "square", "ink", 9.2 * unit, hollow=True, see_through=True, width=0.9 * unit))
    return Figure(12 * unit + (of - 1) * pitch, 10 * unit, tuple(shapes), language.say(_said(expected, shown, of)))


def _said(expected: int, shown: int, of: int) -> Message:
    if not shown and not expected:
        return _("No level of {of} shown or expected", of=of)
    if not shown:
        return _("No level shown, {expected} of {of} expected", expected=expected, of=of)
    if not expected:
        return _("Level {shown} of {of} shown", shown=shown, of=of)
    return _("Level {shown} of {of} shown, {expected} expected", shown=shown, of=of, expected=expected)
