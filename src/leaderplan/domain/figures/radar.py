"""The radar: what is expected and what is shown, for each competency."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from leaderplan.domain.figures.shapes import (
    NOTE,
    Area,
    Figure,
    Line,
    Mark,
    Point,
    Shape,
    Words,
    broken,
    rectangle,
    room,
)
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _

RADAR_AXES: Final = range(3, 17)
"""How many axes a radar can have: two make no area, seventeen no readable one."""

_CROWDED: Final = 9
_SPARE: Final = 0.92  # room() is rough, and some fonts are wider than it says


@dataclass(frozen=True, slots=True)
class Axis:
    """One competency: the level expected and the level shown, 0 where there is none."""

    label: str
    expected: int
    shown: int

    @property
    def short(self) -> bool:
        """Whether less is shown than is expected."""
        return self.shown < self.expected


@dataclass(frozen=True, slots=True)
class _Web:
    """The geometry: ``axes`` rays from the centre, straight up first, then clockwise."""

    x: float
    y: float
    radius: float
    axes: int
    ranks: int

    def at(self, axis: float, rank: float) -> Point:
        angle = 2 * math.pi * axis / self.axes
        reach = self.radius * rank / self.ranks
        return self.x + reach * math.sin(angle), self.y - reach * math.cos(angle)

    def round(self, ranks: Iterable[float]) -> tuple[Point, ...]:
        return tuple(self.at(axis, rank) for axis, rank in enumerate(ranks))

    def between(self, rank: float) -> Point:
        """Halfway between the first two axes, on the ring of ``rank``."""
        angle, reach = math.pi / self.axes, self.radius * rank / self.ranks * math.cos(math.pi / self.axes)
        return self.x + reach * math.sin(angle), self.y - reach * math.cos(angle)


def radar(
    axes: Sequence[Axis],
    ranks: int,
    size: Point,
    language: Language,
    *,
    text: float = NOTE,
    key: tuple[Message, Message] | None = (_("the post expects"), _("my claims show")),
    numbered: bool = True,
) -> Figure:
    """The radar of ``axes`` on ``ranks`` levels within ``size`` (width, height).

    ``key`` names the dashed and the full line below it; None leaves it out. ``numbered`` writes the rank at each
    ring. Raises ValueError for a number of axes outside :data:`RADAR_AXES`.
    """
    if len(axes) not in RADAR_AXES:
        raise ValueError(f"a radar has {RADAR_AXES.start} to {RADAR_AXES.stop - 1} axes, not {len(axes)}")
    width, height = size
    unit = text / NOTE
    foot = 22 * unit if key else 0.0
    radius = min((height - foot) / 2 - 43 * unit, width / 2 - 78 * unit)
    web = _Web(width / 2, (height - foot) / 2, radius, len(axes), ranks)
    shapes: list[Shape] = [
        Area(web.round(axis.shown for axis in axes), "tint"),
        *_rings(web, unit),
        *_outlines(web, axes, unit),
        *(_numbers(web, text) if numbered else ()),
    ]
    for index, axis in enumerate(axes):
        shapes += _label(web, index, axis, width, text)
    if key:
        shapes += _key(key, width, height, text, language)
    return Figure(width, height, tuple(shapes), _said(axes, ranks, language), _rows(axes, language))


def _closed(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return (*points, points[0])


def _rings(web: _Web, unit: float) -> list[Shape]:
    rings: list[Shape] = [
        Line(_closed(web.round([rank] * web.axes)), "line", (0.7 if rank == web.ranks else 0.4) * unit)
        for rank in range(1, web.ranks + 1)
    ]
    rays = [Line(((web.x, web.y), web.at(axis, web.ranks)), "line", 0.4 * unit) for axis in range(web.axes)]
    return rings + rays


def _outlines(web: _Web, axes: Sequence[Axis], unit: float) -> list[Shape]:
    shown = web.round(axis.shown for axis in axes)
    shapes: list[Shape] = [Line(_closed(shown), "accent", 1.6 * unit)]
    if any(axis.expected for axis in axes):
        expected = web.round(axis.expected for axis in axes)
        shapes.append(Line(_closed(expected), "ink", 1.0 * unit, (3 * unit, 2.2 * unit)))
    shapes += [
        Mark(x, y, "circle", "accent", 5.2 * unit) for (x, y), axis in zip(shown, axes, strict=True) if axis.shown
    ]
    for index, axis in enumerate(axes):
        if axis.expected:
            x, y = web.at(index, axis.expected)
            shapes.append(Mark(x, y, "square", "ink", 5.6 * unit, hollow=True, see_through=True, width=0.9 * unit))
    return shapes


def _numbers(web: _Web, text: float) -> list[Shape]:
    shapes: list[Shape] = []
    for rank in range(1, web.ranks + 1):
        x, y = web.between(rank)
        chip = max(room(str(rank), text), text * 0.7) + text * 0.3
        shapes.append(Area(rectangle(x - chip / 2, y - text * 0.55, chip, text * 1.15), "paper"))
        shapes.append(Words(x, y + text * 0.36, str(rank), "muted", "middle", size=text))
    return shapes


def _label(web: _Web, index: int, axis: Axis, width: float, text: float) -> list[Shape]:
    x, y = web.at(index, web.ranks * (1 + 1.3 * text / web.radius))
    side = (x - web.x) / web.radius
    if abs(side) < 0.05:
        # With many axes the neighbours' labels leave the one in the middle little room.
        lines = broken(axis.label, width * (0.6 if web.axes < _CROWDED else 0.34), text, bold=axis.short)
        first = y - (len(lines) - 1) * text * 1.24 if y < web.y else y + text * 0.9
        return [
            Words(web.x, first + row * text * 1.24, line, "ink", "middle", axis.short, text)
            for row, line in enumerate(lines)
        ]
    lines = broken(axis.label, ((width - x) if side > 0 else x) * _SPARE, text, bold=axis.short)
    first = y + text * 0.36 - (len(lines) - 1) * text * 0.62
    return [
        Words(x, first + row * text * 1.24, line, "ink", "start" if side > 0 else "end", axis.short, text)
        for row, line in enumerate(lines)
    ]


def _key(key: tuple[Message, Message], width: float, height: float, text: float, language: Language) -> list[Shape]:
    unit, y = text / NOTE, height - 6 * text / NOTE
    first, second = language.say(key[0]), language.say(key[1])
    x = (width - room(first + second, text) - 84 * unit) / 2
    then = x + 28 * unit + room(first, text) + 28 * unit
    return [
        Line(((x, y), (x + 22 * unit, y)), "ink", unit, (3 * unit, 2.2 * unit)),
        Mark(x + 11 * unit, y, "square", "ink", 5.6 * unit, hollow=True, width=0.9 * unit),
        Words(x + 28 * unit, y + 3 * unit, first, size=text),
        Line(((then, y), (then + 22 * unit, y)), "accent", 1.6 * unit),
        Mark(then + 11 * unit, y, "circle", "accent", 5.2 * unit),
        Words(then + 28 * unit, y + 3 * unit, second, size=text),
    ]


def _said(axes: Sequence[Axis], ranks: int, language: Language) -> str:
    parts = tuple(
        _("{label} {shown}, expected {expected}", label=axis.label, shown=axis.shown, expected=axis.expected)
        for axis in axes
    )
    heading = _("Radar of the levels shown and expected, from 1 to {ranks}", ranks=ranks)
    return f"{language.say(heading)}: {'; '.join(language.say(part) for part in parts)}."


def _rows(axes: Sequence[Axis], language: Language) -> tuple[tuple[str, ...], ...]:
    head = tuple(language.say(word) for word in (_("Competency"), _("Expected"), _("Shown")))
    return (head, *((axis.label, str(axis.expected or "–"), str(axis.shown or "–")) for axis in axes))
