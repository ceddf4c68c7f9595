"""An icon that stands beside words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme


class IconLabel(QWidget):
    """One icon in the colour of a token; it says nothing that the words beside it do not say."""

    def __init__(self, name: str, token: str = "muted", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, token: str = "muted") -> None:
        """Show another one."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().type.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        side = theme.type.px(self._size)
        corner = QPointF((self.width() - side) // 2, (self.height() - side) // 2)
        icons.paint(QPainter(self), self._name, corner, theme.colour(self._token), side)
