"""One-line fields: a search field, and a field that can be wrong."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from leaderplan.ui import icons


class SearchField(QLineEdit):
    """A field with a magnifying glass; tells what is sought a moment after the last key, and Esc empties it."""

    sought = Signal(str)

    def __init__(self, hint: str, pause: int = 120, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._glass = QAction(icons.icon("search", "muted"), "", self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)

    def set_hint(self, hint: str) -> None:
        """Say what is sought here."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def clear_quietly(self) -> None:
        """Empty it without telling anyone."""
        blocked = self.blockSignals(True)
        self.clear()
        self.blockSignals(blocked)
        self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.sought.emit(self.text())


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Give a field the border of a wrong value, or take it away."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)
        field.update()
