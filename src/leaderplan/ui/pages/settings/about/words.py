"""A long text to read, to select from and to scroll by keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.keyboard import note_focus, wants_ring
from leaderplan.ui.widgets.surface import paint_ring

ROOM = 8
"""Between the words and the ring around them."""
_LEAST_LINES = 10


class Words(QPlainTextEdit):
    """Plain text without a frame; whatever lies around it draws the ring."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        reading = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(reading)
        self.setTabChangesFocus(True)
        self.setProperty("bare", True)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, current_theme().type.line * _LEAST_LINES)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def _tell(self) -> None:
        around = self.parentWidget()
        if around is not None:
            around.update()


class RingedWords(QWidget):
    """The ring stands off from the words, where scrolling does not carry it away."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.addWidget(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if wants_ring(self._words):
            paint_ring(QPainter(self), self.rect(), current_theme())
