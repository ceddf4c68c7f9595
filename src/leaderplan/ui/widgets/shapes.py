"""The marks of the window: mode shapes, state circles, level dots, rising bars.

Each is one painting function, used by widgets and delegates alike. ``x`` is the left edge, ``middle`` the height on
which the mark is centred, ``scale`` that of the text.
"""

from __future__ import annotations

from typing import Final, Literal, TypeGuard

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from leaderplan.ui import icons
from leaderplan.ui.theme import Theme

Mode = Literal["run", "change", "transform"]
State = Literal["captured", "shaped", "ready"]
MODE_WIDTH: Final = 10
STATE_WIDTH: Final = 13
BARS_WIDTH: Final = 15
_STATE_ICONS: Final[dict[State, str]] = {"captured": "circle-dashed", "shaped": "circle-dot", "ready": "circle-check"}
_POINTS: Final[dict[Mode, tuple[tuple[float, float], ...]]] = {
    "run": ((1, 1), (9, 1), (9, 9), (1, 9)),
    "change": ((5, 0.6), (9.6, 9.2), (0.4, 9.2)),
    "transform": ((5, 0), (10, 5), (5, 10), (0, 5)),
}


def is_mode(mark: str) -> TypeGuard[Mode]:
    """Whether a mark is that of a mode, and not the name of an icon."""
    return mark in _POINTS


def paint_mode(painter: QPainter, mode: Mode, x: float, middle: float, theme: Theme, scale: float = 1.0) -> None:
    """The square of RUN, the triangle of CHANGE or the diamond of TRANSFORM, 10 wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(mode))
    painter.translate(x, middle - 5 * scale)
    painter.scale(scale, scale)
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in _POINTS[mode]]))
    painter.restore()


def paint_state(painter: QPainter, state: State, x: float, middle: float, colour: QColor, scale: float = 1.0) -> None:
    """A circle, 13 wide: dashed for captured, with a dot for shaped, with a tick for ready."""
    size = round(STATE_WIDTH * scale)
    icons.paint(painter, _STATE_ICONS[state], QPointF(x, middle - size / 2), colour, size)


def dots_width(steps: int, scale: float = 1.0) -> int:
    """How wide ``steps`` level dots are."""
    return round((steps * 7 + max(steps - 1, 0) * 3) * scale)


def paint_dots(
    painter: QPainter, level: int, steps: int, x: float, middle: float, theme: Theme, scale: float = 1.0
) -> None:
    """``level`` filled dots of ``steps``, 7 wide and 3 apart."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, middle)
    painter.scale(scale, scale)
    for step in range(steps):
        filled = step < level
        painter.setPen(QPen(theme.accent if filled else theme.line_strong, 1.1))
        painter.setBrush(theme.accent if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(step * 10 + 3.5, 0), 2.9, 2.9)
    painter.restore()


def paint_bars(
    painter: QPainter, level: int, x: float, middle: float, theme: Theme, scale: float = 1.0, *, grey: bool = False
) -> None:
    """Three rising bars, ``level`` of them filled: a reaction in the accent, an ambition in ``grey``."""
    colour = theme.muted if grey else theme.accent
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, middle - 6 * scale)
    painter.scale(scale, scale)
    for step in range(3):
        filled = step < level
        painter.setPen(QPen(colour if filled else theme.line_strong, 1))
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(step * 5 + 0.5, 8 - step * 3.5 + 0.5, 3, 3 + step * 3.5), 0.8, 0.8)
    painter.restore()
