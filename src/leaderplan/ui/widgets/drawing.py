"""Paints the figures of the domain: each role of a shape has its colour in the theme."""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.domain.figures import Area, Figure, Line, Mark, Words
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme

_TOKENS: Final = {
    "ink": "text",
    "muted": "muted",
    "line": "line",
    "paper": "surface",
    "accent": "accent",
    "tint": "accent",
    "worse": "warn",
    "run": "run",
    "change": "change",
    "transform": "transform",
    "on_run": "surface",
    "on_change": "text",
    "on_transform": "surface",
}
_TINT: Final = 0.16
_HATCH, _STROKE = 6.0, 1.6
_RADIUS: Final = 2.0
_WIDTHS: Final = 8


def colour_of(role: str, theme: Theme) -> QColor:
    """The colour of a role of a figure."""
    colour = QColor(theme.colour(_TOKENS[role]))
    if role == "tint":
        colour.setAlphaF(_TINT)
    return colour


def paint_figure(painter: QPainter, figure: Figure, theme: Theme) -> None:
    """Draw a figure with its origin at the painter's."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in figure.shapes:
        _paint(shape, painter, theme)
    painter.restore()


@singledispatch
def _paint(shape: object, painter: QPainter, theme: Theme) -> None:
    raise TypeError(f"no way to paint {type(shape).__name__}")


@_paint.register
def _line(shape: Line, painter: QPainter, theme: Theme) -> None:
    pen = QPen(colour_of(shape.role, theme), shape.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape.dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / shape.width for length in shape.dash])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_points(shape.points))


@_paint.register
def _area(shape: Area, painter: QPainter, theme: Theme) -> None:
    path = QPainterPath()
    polygon = _points(shape.points)
    box = polygon.boundingRect()
    if shape.role in ("run", "change", "transform") and len(shape.points) == 4:
        path.addRoundedRect(box, _RADIUS, _RADIUS)
    else:
        path.addPolygon(polygon)
        path.closeSubpath()
    if shape.role == "change":
        _paint_hatched(painter, path, theme)
        return
    painter.fillPath(path, colour_of(shape.role, theme))


@_paint.register
def _mark(shape: Mark, painter: QPainter, theme: Theme) -> None:
    colour = colour_of(shape.role, theme)
    painter.setPen(QPen(colour, shape.width) if shape.hollow else Qt.PenStyle.NoPen)
    ground = Qt.BrushStyle.NoBrush if shape.see_through else theme.surface
    painter.setBrush(ground if shape.hollow else colour)
    half = shape.size / 2
    x, y = shape.x, shape.y
    if shape.shape == "circle":
        painter.drawEllipse(QPointF(x, y), half, half)
    elif shape.shape == "square":
        painter.drawRoundedRect(QRectF(x - half, y - half, shape.size, shape.size), 1, 1)
    elif shape.shape == "triangle":
        painter.drawPolygon(_points(((x, y - half), (x + half, y + half * 0.85), (x - half, y + half * 0.85))))
    else:
        painter.drawPolygon(_points(((x, y - half), (x + half, y), (x, y + half), (x - half, y))))


@_paint.register
def _words(shape: Words, painter: QPainter, theme: Theme) -> None:
    font = figure_font(shape.size, shape.bold, theme)
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(shape.text)
    x = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
    if shape.role == "on_change":  # the hatch would eat the words
        plate = QRectF(x - 5, shape.y - metrics.capHeight() / 2 - shape.size * 0.65, wide + 10, shape.size * 1.3)
        path = QPainterPath()
        path.addRoundedRect(plate, 3, 3)
        painter.fillPath(path, theme.change_soft)
    painter.setFont(font)
    painter.setPen(colour_of(shape.role, theme))
    painter.drawText(QPointF(x, shape.y), shape.text)


def figure_font(size: float, bold: bool, theme: Theme) -> QFont:
    """The font of words in a figure, ``size`` in logical pixels."""
    usual = theme.type.small_strong if bold else theme.type.small
    font = QFont(usual)
    font.setPointSizeF(usual.pointSizeF() * size / (12.25 * theme.type.scale))
    return font


def _paint_hatched(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    # Lines in a clip, because a pattern brush does not scale with the text.
    painter.save()
    painter.fillPath(path, theme.change_soft)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(theme.change, _STROKE))
    box = path.boundingRect()
    x = box.left() - box.height()
    step = _HATCH * 2**0.5
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()
    painter.setPen(QPen(theme.change, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _points(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


class FigureView(QWidget):
    """Shows a figure that ``draw`` makes for a width in logical pixels; its words go to screen readers."""

    def __init__(self, draw: Callable[[float], Figure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._made: dict[int, Figure] = {}  # by width: a layout asks for several before it settles
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def figure(self) -> Figure:
        """What is shown, for the width that it has now."""
        return self._for(self.width())

    def set_drawing(self, draw: Callable[[float], Figure]) -> None:
        """Show another figure."""
        self._draw, self._made = draw, {}
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._for(width).height + 0.5)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        figure = self._for(self.width())
        paint_figure(QPainter(self), figure, current_theme())

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._made.clear()
            self.updateGeometry()

    def _for(self, width: int) -> Figure:
        if width not in self._made:
            if len(self._made) >= _WIDTHS:
                self._made.clear()
            made = self._made[width] = self._draw(float(width))
            self.setAccessibleName(made.alternative)
            self.setAccessibleDescription("\n".join(", ".join(row) for row in made.table))
        return self._made[width]
