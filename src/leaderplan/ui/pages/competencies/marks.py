"""The marks of the matrix, painted alike in its cells and in its legend. Each is centred on a point."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from leaderplan.ui.pages.competencies.places import DISC, DOT, MANY, RING
from leaderplan.ui.theme import RADIUS, Theme


def paint_expected(painter: QPainter, box: QRectF, theme: Theme, radius: float = RADIUS) -> None:
    """The dashed frame of what is expected."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.text, 1.3 * theme.type.scale)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.65, 0.65, -0.65, -0.65), radius, radius)
    painter.restore()


def paint_own(painter: QPainter, at: QPointF, theme: Theme, *, hollow: bool = False, strong: bool = False) -> None:
    """The disc of the own rating; ``hollow`` where there could be one, ``strong`` under the pointer."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = DISC / 2 * theme.type.scale
    if hollow:
        painter.setPen(QPen(theme.accent if strong else theme.line_strong, 2.0 if strong else 1.5))
        painter.setBrush(theme.raised)
        half -= 1
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
    painter.drawEllipse(at, half, half)
    painter.restore()


def paint_mentor(painter: QPainter, at: QPointF, letters: str, theme: Theme) -> None:
    """The ring of a mentor with the initial, or with the number of several."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = (RING / 2 - 0.75) * theme.type.scale
    painter.setPen(QPen(theme.text, 1.4 * theme.type.scale))
    painter.setBrush(theme.surface)
    painter.drawEllipse(at, half, half)
    _paint_letters(painter, at, letters, theme)
    painter.restore()


def paint_claim(painter: QPainter, at: QPointF, theme: Theme, count: int = 1) -> None:
    """The dot of a claim; that of several is larger and holds their number."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = ((DOT if count < 2 else MANY) / 2 - 0.1) * theme.type.scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.text)
    painter.drawEllipse(at, half, half)
    if count > 1:
        painter.setPen(theme.surface)
        _paint_letters(painter, at, str(min(count, 99)), theme)
    painter.restore()


def _paint_letters(painter: QPainter, at: QPointF, letters: str, theme: Theme) -> None:
    font = QFont(theme.type.small_strong)
    font.setPointSizeF(font.pointSizeF() * (0.84 if len(letters) < 2 else 0.68))
    painter.setFont(font)
    half = RING * theme.type.scale
    box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, letters)
