"""The map laid out at one size: who stands where, and whom a place on it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from leaderplan.ui.fonts import Type
from leaderplan.ui.pages.people.map.cells import Cells
from leaderplan.ui.pages.people.map.field import Field
from leaderplan.ui.pages.people.map.names import Name, names
from leaderplan.ui.pages.people.map.quadrants import Say, quadrants
from leaderplan.ui.pages.people.map.spread import Placed, Rest, spread

_GRIP = 8.0  # the least radius that can be caught with the pointer
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The field, the points with their names, and how many had no room."""

    field: Field
    placed: tuple[Placed, ...]
    rests: tuple[Rest, ...]
    names: tuple[Name, ...]

    @property
    def order(self) -> list[str]:
        """The people as they are read: from the top, and there from the left."""
        rows = sorted(self.placed, key=lambda point: (round(point.centre.y()), point.centre.x()))
        return [point.dot.id for point in rows]

    def point(self, id: str) -> Placed | None:
        """Where somebody stands; None for who is not on the map or had no room."""
        return next((point for point in self.placed if point.dot.id == id), None)

    def hit(self, place: QPointF) -> str:
        """Who is at a place: by the point, or else by the name; empty where nobody is."""
        near = [(_far(point.centre, place) - max(point.radius, _GRIP), point.dot.id) for point in self.placed]
        distance, id = min(near, default=(_NEAR + 1, ""))
        if distance <= _NEAR:
            return id
        return next((name.id for name in self.names if name.rect.contains(place)), "")


def arrange(cells: Cells, size: QSize, type_: Type, say: Say, selected: str, under: str) -> Arrangement:
    """Lay out the map in a widget of ``size``; the names of ``selected`` and ``under`` are shown in any case."""
    left, below = margin(type_), 2 * type_.small_line + 6
    field = Field(QRectF(left, 0, size.width() - left - 8, size.height() - below), type_.scale)
    placed, rests = spread(cells, field, type_.small_line, selected)
    metrics = QFontMetricsF(type_.small_strong)
    shown = frozenset({selected, under} - {""})
    kept = [place for _words, place in quadrants(field, type_, say)]
    found = names(placed, field, lambda words: (metrics.horizontalAdvance(words) + 1, type_.small_line), shown, kept)
    return Arrangement(field, tuple(placed), tuple(rests), tuple(found))


def margin(type_: Type) -> int:
    """How far the field stands from the left edge: room for the steps and the word beside them."""
    return 2 * type_.px(12) + type_.small_line + 4


def _far(one: QPointF, other: QPointF) -> float:
    away = one - other
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5)
