"""A line across the window that stays: what is special about the plan in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.text import Paragraph, as_tip


class Banner(QWidget):
    """Hidden until it has something to say; with one button at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Paragraph("", "body")
        self.button = Button("")
        self._why_not = ""
        self._slot: Callable[[], object] | None = None
        self.button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 32, 9)
        row.setSpacing(12)
        row.addWidget(IconLabel("eye"))
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        self.button.hide()
        self.hide()

    def say(self, words: str) -> None:
        """Stay with these words."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()

    def offer(self, words: str, slot: Callable[[], object], why_not: str = "") -> None:
        """Offer one thing to do; ``why_not`` is what is said of it while it is not allowed."""
        self.button.setText(words)
        self._why_not = why_not
        self._slot = slot
        self.button.show()

    def allow(self, allowed: bool) -> None:
        """Whether what is offered can be done now."""
        self.button.setEnabled(allowed)
        self.button.setToolTip("" if allowed else as_tip(self._why_not))

    def _press(self) -> None:
        if self._slot is not None:
            self._slot()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.selected)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
