"""The mark of LeaderPlan: painted in the colours of a theme, and as the icon of its windows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen

from leaderplan import assets
from leaderplan.ui.theme import Theme

MARK: Final = 18
"""How wide and how high the mark is at 100 %."""
_PICTURES: Final = (16, 128)


def paint_brand(painter: QPainter, x: float, y: float, theme: Theme, times: float = 1.0) -> None:
    """Two axes and a line that rises, ``times`` as large as beside a word."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(theme.type.scale * times, theme.type.scale * times)
    pen = QPen(theme.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(3, 2), QPointF(3, 16), QPointF(15, 16)])
    painter.drawPolyline([QPointF(7, 11), QPointF(10, 8), QPointF(12, 10), QPointF(15.5, 5.5)])
    painter.restore()


def window_icon() -> QIcon:
    """From ready pictures: drawing the SVG costs more, and every start would pay it."""
    icon = QIcon()
    for size in _PICTURES:
        icon.addFile(str(assets.ROOT / "brand" / f"leaderplan-{size}.png"), QSize(size, size))
    return icon
