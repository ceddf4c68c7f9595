"""The grounds that parts stand on, each drawn by one function for widgets and delegates alike."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from leaderplan.ui.theme import RADIUS, Theme


def paint_box(
    painter: QPainter,
    rect: QRect,
    ground: QColor | None,
    line: QColor | None = None,
    *,
    width: float = 1.0,
    dashed: bool = False,
    radius: float = RADIUS,
) -> None:
    """A rounded box inside ``rect``, its line drawn within the edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(rect)
    else:
        pen = QPen(line, width)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # square ends would close the gaps
            pen.setDashPattern([3 / width, 2 / width])
        painter.setPen(pen)
        inset = width / 2
        box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def paint_row(
    painter: QPainter,
    rect: QRect,
    theme: Theme,
    *,
    hovered: bool = False,
    selected: bool = False,
    focused: bool = False,
) -> None:
    """The ground of a row; a row with the keyboard has its ring inside."""
    ground = theme.selected if selected else theme.hover if hovered else None
    if ground is not None or focused:
        paint_box(painter, rect, ground, theme.focus if focused else None, width=2.0)


def paint_card(
    painter: QPainter, rect: QRect, theme: Theme, *, hovered: bool = False, selected: bool = False, lifted: bool = False
) -> None:
    """The ground of a card that can be moved or is kept as a card."""
    line = theme.accent if lifted else theme.line_strong if hovered else theme.line
    paint_box(painter, rect, theme.selected if selected else theme.raised, line)


def paint_left_behind(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The outline that a lifted card leaves where it was."""
    paint_box(painter, rect, None, theme.line_strong, dashed=True)


def paint_landing(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The place on which a lifted card may land."""
    paint_box(painter, rect, theme.selected, theme.accent, width=1.5, dashed=True)


def paint_ring(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The keyboard's ring in ``rect``, which is 4 larger on each side than what it goes around."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS + 2, RADIUS + 2)
    painter.restore()
