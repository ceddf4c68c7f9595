"""What a figure is made of: lines, areas, marks and words, each with the role of its colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Point: TypeAlias = tuple[float, float]
Role: TypeAlias = Literal[
    "ink",  # text, outlines, what is expected
    "muted",  # text of second rank, targets
    "line",  # hairlines
    "paper",  # the ground, for chips under numbers and hollow marks
    "accent",  # what is shown or gained
    "tint",  # the area under an accent
    "worse",  # only together with the word
    "run",
    "change",
    "transform",
    "on_run",  # words on an area of that mode
    "on_change",
    "on_transform",
]
MarkShape: TypeAlias = Literal["circle", "square", "triangle", "diamond"]
Anchor: TypeAlias = Literal["start", "middle", "end"]

NOTE = 8.5
"""The size of chart text in a document, in points; other sizes scale the strokes along."""


@dataclass(frozen=True, slots=True)
class Line:
    """An open line through ``points``; ``dash`` is on, off, … in the unit of the figure."""

    points: tuple[Point, ...]
    role: Role
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A closed, filled polygon without an outline."""

    points: tuple[Point, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Mark:
    """A small shape around (x, y), ``size`` wide; a hollow one is a line of ``width`` around ``paper``.

    ``see_through`` leaves the middle of a hollow mark unpainted.
    """

    x: float
    y: float
    shape: MarkShape
    role: Role
    size: float
    hollow: bool = False
    see_through: bool = False
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of plain text; ``y`` is its baseline, ``anchor`` says which part of it lies at ``x``."""

    x: float
    y: float
    text: str
    role: Role = "ink"
    anchor: Anchor = "start"
    bold: bool = False
    size: float = NOTE


Shape: TypeAlias = Line | Area | Mark | Words


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, painted in the order of its shapes.

    ``alternative`` says in words what is seen, ``table`` holds the same values, its first row the heads.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alternative: str
    table: tuple[tuple[str, ...], ...] = ()


def room(text: str, size: float, *, bold: bool = False) -> float:
    """Roughly how wide ``text`` is: a letter of a sans takes half its size, one of a wide script all of it."""
    letters = sum(1.0 if ord(letter) >= 0x2E80 else 0.5 for letter in text)
    return letters * size * (1.06 if bold else 1.0)


_LINES = 2


def broken(label: str, width: float, text: float, *, bold: bool) -> list[str]:
    """``label`` on at most two lines of ``width``; what does not fit is cut (the table of the figure has it whole)."""
    lines: list[str] = []
    for word in label.split():
        if lines and room(f"{lines[-1]} {word}", text, bold=bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], " ".join(lines[_LINES - 1 :])]
    return [_cut(line, width, text, bold=bold) for line in lines]


def _cut(line: str, width: float, text: float, *, bold: bool) -> str:
    if room(line, text, bold=bold) <= width:
        return line
    used, end = room("…", text, bold=bold), 0
    while end < len(line) and (used := used + room(line[end], text, bold=bold)) <= width:
        end += 1
    return line[:end].rstrip() + "…"


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """The corners of a rectangle whose top left is (x, y)."""
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
