"""A floating sheet over the window: no frame, no dimming, gone with Esc."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.surface import paint_box

FROM_TOP: Final = 96
_LEAST_ABOVE: Final = 8


class Sheet(QDialog):
    """``wide`` logical pixels, near the top of its window."""

    def __init__(self, window: QWidget, name: str, wide: int) -> None:
        super().__init__(window, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self._window, self._wide = window, wide
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.setAccessibleName(name)

    def come_up(self) -> None:
        """Show it where it belongs, with the keyboard in it."""
        self._place()
        self.show()
        self._place()
        self.raise_()
        self.activateWindow()

    def fit(self) -> None:
        """Take the height that the contents need."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        flows = layout.hasHeightForWidth()
        wished = layout.totalHeightForWidth(self.width()) if flows else self.sizeHint().height()
        self.resize(self.width(), min(wished, self._window.height() - 2 * _LEAST_ABOVE))

    def fit_soon(self) -> None:
        """The same once the parts that come and go have settled."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_box(QPainter(self), self.rect(), theme.raised, theme.line_strong)

    def _place(self) -> None:
        wide = min(current_theme().type.px(self._wide), self._window.width() - 48)
        self.setFixedWidth(wide)
        self.fit()
        high = self._window.height()
        top = max(min(FROM_TOP + 80, high // 5, high - self.height() - _LEAST_ABOVE), _LEAST_ABOVE)
        corner = QPoint((self._window.width() - wide) // 2, top)
        self.move(self._window.mapToGlobal(corner))
