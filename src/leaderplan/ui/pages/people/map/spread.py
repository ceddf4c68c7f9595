"""Where the points stand when several people share one place: below one another, or as a swarm where they are many."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF

from leaderplan.ui.pages.people.map.cells import Cells
from leaderplan.ui.pages.people.map.dots import Dot, outer_radius, radius_of
from leaderplan.ui.pages.people.map.field import Field

_GAP: Final = 3.0
_EDGE: Final = 6.0
_SHRUNK: Final = (1.0, 0.75, 0.5)  # how much smaller the points of a column become before they are a swarm
_CROWDED: Final = 0.55
_MOST: Final = 12  # of one place; who else is there is counted
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))  # the angle at which seeds of a sunflower follow one another
_SEED: Final = 0.62  # of the size of a point: how far seeds must lie apart so that no two touch


@dataclass(frozen=True, slots=True)
class Placed:
    """A point on the screen; one of a swarm does not show its name by itself."""

    dot: Dot
    centre: QPointF
    radius: float
    crowded: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """How many people of one place there was no room for, and where that is said."""

    centre: QPointF
    count: int


def spread(cells: Cells, field: Field, line: float, kept: str = "") -> tuple[list[Placed], list[Rest]]:
    """Give every person a place; ``line`` is the height of a name, ``kept`` somebody who is shown in any case."""
    groups, first = cells.groups(), cells.get(kept)
    placed: list[Placed] = []
    rests: list[Rest] = []
    for (interest, influence), group in groups.items():
        centre = field.point(interest, influence)
        room = field.step_y * (1 if any((interest, influence + by) in groups for by in (-1, 1)) else 2)
        column = _column(group, centre, field, line, room)
        if column:
            placed += column
            continue
        if first is not None and (first.interest, first.influence) == (interest, influence):
            group.remove(first)
            group.insert(0, first)
        swarm = list(_swarm(group, centre, field))
        placed += swarm
        if len(swarm) < len(group):
            low = max(point.centre.y() + point.radius for point in swarm) + line / 2 + _GAP
            rests.append(Rest(QPointF(centre.x(), low), len(group) - len(swarm)))
    return placed, rests


def _column(group: Sequence[Dot], centre: QPointF, field: Field, line: float, room: float) -> list[Placed]:
    """One below the other with space for each name, smaller where needed; nothing where ``room`` is too little."""
    if len(group) == 1:
        return [Placed(group[0], centre, radius_of(group[0].readiness, field.scale))]
    if len(group) * (line + 2) > room:
        return []
    for shrunk in _SHRUNK:
        scale = field.scale * shrunk
        heights = [max(2 * _reach(dot, scale) + _GAP * field.scale, line + 2) for dot in group]
        if sum(heights) <= room:
            return list(_below_one_another(group, centre, field, heights, scale))
    return []


def _below_one_another(
    group: Sequence[Dot], centre: QPointF, field: Field, heights: Sequence[float], scale: float
) -> Iterator[Placed]:
    edge = _EDGE * field.scale
    top = max(centre.y() - sum(heights) / 2, field.rect.top() + edge)
    top = min(top, field.rect.bottom() - edge - sum(heights))
    for dot, height in zip(group, heights, strict=True):
        yield Placed(dot, QPointF(centre.x(), top + height / 2), radius_of(dot.readiness, scale))
        top += height


def _swarm(group: Sequence[Dot], centre: QPointF, field: Field) -> Iterator[Placed]:
    """Smaller points as close as the seeds of a sunflower (H. Vogel, Mathematical Biosciences 44, 1979)."""
    scale = field.scale * _CROWDED
    size = 2 * max(_reach(dot, scale) for dot in group[:_MOST]) + _GAP * scale
    reach = min(field.step_x, field.step_y) / 2 - size / 4
    for number, dot in enumerate(group):
        distance = size * _SEED * math.sqrt(number + 0.5)
        if number and (distance > reach or number >= _MOST):
            return
        away = QPointF(math.cos(number * _GOLDEN), math.sin(number * _GOLDEN)) * distance
        yield Placed(dot, centre + away, radius_of(dot.readiness, scale), crowded=True)


def _reach(dot: Dot, scale: float) -> float:
    return outer_radius(dot, radius_of(dot.readiness, scale), scale)
