"""How the map is drawn: its box with quadrants and steps, the points and their names."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from leaderplan.domain.messages import _
from leaderplan.ui.pages.people.map.dots import HIGHEST, LOWEST, paint_dot, paint_ring
from leaderplan.ui.pages.people.map.field import Field
from leaderplan.ui.pages.people.map.haloed import paint_haloed
from leaderplan.ui.pages.people.map.names import Name
from leaderplan.ui.pages.people.map.quadrants import Say, quadrants
from leaderplan.ui.pages.people.map.spread import Placed, Rest
from leaderplan.ui.theme import RADIUS, Theme

_MIDDLE = (LOWEST + HIGHEST) / 2
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RING_APART = 4.0


def paint_field(painter: QPainter, field: Field, theme: Theme, say: Say) -> None:
    """Box, quadrants with their words, steps and the names of both ways."""
    rect, type_ = field.rect, theme.type
    painter.setPen(QPen(theme.line, 1))
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    middle = field.point(_MIDDLE, _MIDDLE)
    painter.drawLine(QPointF(round(middle.x()) + 0.5, rect.top()), QPointF(round(middle.x()) + 0.5, rect.bottom()))
    painter.drawLine(QPointF(rect.left(), round(middle.y()) + 0.5), QPointF(rect.right(), round(middle.y()) + 0.5))
    painter.setFont(type_.small)
    painter.setPen(theme.muted)
    for words, place in quadrants(field, type_, say):
        painter.drawText(place, _CENTRE | Qt.TextFlag.TextSingleLine, words)
    _paint_steps(painter, field, theme, say)


def _paint_steps(painter: QPainter, field: Field, theme: Theme, say: Say) -> None:
    rect, line, half = field.rect, theme.type.small_line, theme.type.px(12)
    for step in range(LOWEST, HIGHEST + 1):
        there = field.point(step, step)
        left = QRectF(rect.left() - 2 * half, there.y() - line / 2, 2 * half, line)
        below = QRectF(there.x() - half, rect.bottom() + 4, 2 * half, line)
        painter.drawText(left, _CENTRE, str(step))
        painter.drawText(below, _CENTRE, str(step))
    words = QRectF(rect.left(), rect.bottom() + 4 + line, rect.width(), line)
    painter.drawText(words, _CENTRE, say(_("interest →")))
    painter.save()
    painter.translate(rect.left() - 2 * half - line / 2 - 2, rect.center().y())
    painter.rotate(-90)
    painter.drawText(QRectF(-rect.height() / 2, -line / 2, rect.height(), line), _CENTRE, say(_("influence →")))
    painter.restore()


def paint_points(painter: QPainter, placed: Iterable[Placed], field: Field, theme: Theme, selected: str) -> None:
    """All points; the selected one stands before the others with its ring."""
    for point in sorted(placed, key=lambda each: each.dot.id == selected):
        dot, scale = point.dot, field.scale
        paint_dot(painter, point.centre, point.radius, theme, readiness=dot.readiness, losing=dot.losing, scale=scale)
        if dot.id == selected:
            around = point.radius + (_RING_APART + (4 if dot.losing else 0)) * scale
            paint_ring(painter, point.centre, around, theme, token="focus", width=2)


def paint_names(painter: QPainter, found: Iterable[Name], theme: Theme, selected: str) -> None:
    """The names, each on a halo that parts it from lines and points behind it."""
    for name in found:
        font = theme.type.small_strong if name.id == selected else theme.type.small
        paint_haloed(painter, name.rect, name.words, font, theme.text, theme)


def paint_rests(painter: QPainter, rests: Iterable[Rest], theme: Theme, say: Say) -> None:
    """How many more people there are at a place."""
    wide, line = theme.type.px(80), theme.type.small_line
    for rest in rests:
        rect = QRectF(rest.centre.x() - wide / 2, rest.centre.y() - line / 2, wide, line)
        words = say(_("and {count} more", count=rest.count))
        rect.setWidth(QFontMetricsF(theme.type.small).horizontalAdvance(words) + 1)
        rect.moveCenter(rest.centre)
        paint_haloed(painter, rect, words, theme.type.small, theme.muted, theme)


def paint_landing(painter: QPainter, centre: QPointF, radius: float, theme: Theme) -> None:
    """The place to which a dragged point will snap."""
    painter.setPen(QPen(theme.accent, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(theme.selected)
    painter.drawEllipse(centre, radius, radius)
