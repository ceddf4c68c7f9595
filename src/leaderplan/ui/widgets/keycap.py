"""Key caps: the name of a key in a small box."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance


def keycap_width(key: str) -> int:
    """How wide the cap of ``key`` is."""
    return advance(key, current_theme().type.small) + 10


def paint_keycap(painter: QPainter, rect: QRect, key: str) -> None:
    """Draw the cap at the left of ``rect``, centred from top to bottom."""
    theme = current_theme()
    high = theme.type.small_line + 2
    cap = QRect(rect.left(), rect.center().y() - high // 2, keycap_width(key), high)
    paint_box(painter, cap, None, theme.line, radius=4)
    painter.setFont(theme.type.small)
    painter.setPen(theme.muted)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
