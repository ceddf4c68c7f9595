"""Why a collaboration is not agreed yet, and the line in which one writes why it is agreed all the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.surface import paint_landing
from leaderplan.ui.widgets.text import Paragraph, PlainLabel


class Refusal(QWidget):
    """The dashed box of a place that refuses. ``reasoned`` tells the reason, ``closed`` that nothing is to be done."""

    reasoned = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(desk.say(_("Not yet agreed")), "small_strong", shortens=True)
        self._words = Paragraph("", "small")
        hint = desk.say(_("Agreed, because…"))
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(hint)
        self._reason.setAccessibleName(hint)
        self._note = Paragraph(desk.say(_("Enter moves it and keeps the reason; Esc leaves it.")), "small", "muted")
        PlanUndo(self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 9, 9, 9)
        column.setSpacing(4)
        for widget in (self._title, self._words, self._reason, self._note):
            column.addWidget(widget)
        self._reason.returnPressed.connect(self._give)
        self.hide()

    @property
    def reason(self) -> QLineEdit:
        """The line for the reason."""
        return self._reason

    @property
    def words(self) -> str:
        """Why it refuses."""
        return self._words.text()

    def say(self, title: str, words: str, *, asks: bool) -> None:
        """Show what is missing; with ``asks`` a reason can be written."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._reason.setVisible(asks)
        self._note.setVisible(asks)
        self._reason.clear()
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.show()
        if asks:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_landing(QPainter(self), self.rect(), current_theme())

    def _give(self) -> None:
        reason = self._reason.text().strip()
        if reason:
            self.hide()
            self.reasoned.emit(reason)
