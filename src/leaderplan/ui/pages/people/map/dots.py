"""The points of the map: who stands where, how large, and how a point is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from leaderplan.domain.records import Person
from leaderplan.domain.rules.losing_touch import Contact
from leaderplan.ui.pages.people.touch import is_losing_touch
from leaderplan.ui.theme import Theme

LOWEST: Final = 1
HIGHEST: Final = 5
_LEAST, _MORE = 5.0, 3.5
_FILLED_FROM: Final = 2
_RING_GAP: Final = 4.0
_FILL: Final = 0.9


@dataclass(frozen=True, slots=True)
class Dot:
    """One person as the map sees them; ``readiness`` for risk is from 0 to 3."""

    id: str
    name: str
    influence: int
    interest: int
    readiness: int
    losing: bool


def dot_of(touch: Contact) -> Dot | None:
    """The point of a person; None while influence or interest is not known."""
    person: Person = touch.person
    if person.influence is None or person.interest is None:
        return None
    return Dot(
        person.id, person.name, person.influence, person.interest, person.risk_readiness or 0, is_losing_touch(touch)
    )


def radius_of(readiness: int, scale: float = 1.0) -> float:
    """How large a point is, without its rings."""
    return (_LEAST + _MORE * readiness) * scale


def outer_radius(dot: Dot, radius: float, scale: float) -> float:
    """How far a point reaches with its dashed ring."""
    return radius + (_RING_GAP + 1) * scale if dot.losing else radius


def paint_dot(
    painter: QPainter, centre: QPointF, radius: float, theme: Theme, *, readiness: int, losing: bool, scale: float
) -> None:
    """The circle, filled for those who are ready, with a dashed ring around those one is losing touch with."""
    filled = QColor(theme.accent)
    filled.setAlphaF(_FILL)
    painter.setPen(QPen(theme.accent, 1.5 * scale))
    painter.setBrush(filled if readiness >= _FILLED_FROM else theme.raised)
    painter.drawEllipse(centre, radius - 0.75 * scale, radius - 0.75 * scale)
    if losing:
        paint_ring(painter, centre, radius + _RING_GAP * scale, theme, token="warn", width=1.3 * scale, dashed=True)


def paint_ring(
    painter: QPainter, centre: QPointF, radius: float, theme: Theme, *, token: str, width: float, dashed: bool = False
) -> None:
    """A circle without a filling."""
    pen = QPen(theme.colour(token), width)
    if dashed:
        pen.setDashPattern([2.4, 1.8])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
