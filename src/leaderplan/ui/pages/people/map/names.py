"""Where the names stand: right of their point where there is room, else left of it, below or above."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from leaderplan.ui.pages.people.map.field import Field
from leaderplan.ui.pages.people.map.spread import Placed

_APART: Final = 8.0
_RING: Final = 5.0  # how much farther a dashed ring reaches
_KEPT: Final = 6.0  # what is kept free around a point for the ring of the selected one
_EDGE: Final = 4.0
_LONGEST: Final = 170.0


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a person and the rectangle it is written in."""

    id: str
    words: str
    rect: QRectF


def names(
    placed: Sequence[Placed],
    field: Field,
    size: Callable[[str], tuple[float, float]],
    shown: frozenset[str],
    kept: Sequence[QRectF] = (),
) -> list[Name]:
    """The names of all points but those of a swarm, with those in ``shown`` first and in any case.

    ``size`` tells how wide and high a name is; too long a one is to be shortened to the width of its rectangle.
    ``kept`` are places where something else is written.
    """
    dots = [_around(point) for point in placed]
    taken: list[QRectF] = list(kept)
    found = []
    wanted = [point for point in placed if not point.crowded or point.dot.id in shown]
    for point in sorted(wanted, key=lambda each: each.dot.id not in shown):
        own = _around(point)
        others = [*taken, *(dot for dot in dots if dot != own)]
        ringed = _KEPT if point.dot.id in shown else 0.0
        rect = _place(point, field, size(point.dot.name), others, ringed * field.scale)
        taken.append(rect)
        found.append(Name(point.dot.id, point.dot.name, rect))
    return found


def _place(point: Placed, field: Field, size: tuple[float, float], taken: Sequence[QRectF], ring: float) -> QRectF:
    wide, high = min(size[0], _LONGEST * field.scale), size[1]
    inside = field.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    rects = [rect for rect in _candidates(point, wide, high, field.scale, ring) if inside.contains(rect)]
    if not rects:
        rects = [next(_candidates(point, wide, high, field.scale, ring))]
        rects[0].moveRight(min(rects[0].right(), inside.right()))
    free = (rect for rect in rects if not any(rect.intersects(other) for other in taken))
    return next(free, rects[0])


def _candidates(point: Placed, wide: float, high: float, scale: float, ring: float) -> Iterator[QRectF]:
    away = point.radius + _APART * scale + ring
    if point.dot.losing:
        away += _RING * scale
    centre = point.centre
    yield QRectF(centre.x() + away, centre.y() - high / 2, wide, high)
    yield QRectF(centre.x() - away - wide, centre.y() - high / 2, wide, high)
    below = away - (_APART - 2) * scale
    yield QRectF(centre.x() - wide / 2, centre.y() + below, wide, high)
    yield QRectF(centre.x() - wide / 2, centre.y() - below - high, wide, high)


def _around(point: Placed) -> QRectF:
    reach = point.radius + (_KEPT if not point.crowded else 0.0)
    return QRectF(point.centre - QPointF(reach, reach), point.centre + QPointF(reach, reach))
