"""One-line fields: a search field, and a field that can be wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme


class SearchField(QLineEdit):
    """A field with a magnifying glass; tells what is sought a moment after the last key, and Esc empties it."""

    sought = Signal(str)

    def __init__(self, hint: str, pause: int = 120, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._fit()
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        paint_field_icon(self, "search", theme.muted, theme.type.icon)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setTextMargins(current_theme().type.icon + 6, 0, 0, 0)

    def _tell(self) -> None:
        self._pause.stop()
        self.sought.emit(self.text())


def paint_field_icon(field: QLineEdit, name: str, colour: QColor, size: int) -> None:
    """Draw an icon at the left of a field, whose text margin keeps room for it."""
    icons.paint(QPainter(field), name, QPointF(9, (field.height() - size) // 2), colour, size)


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Give a field the border of a wrong value, or take it away."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)
        field.update()
