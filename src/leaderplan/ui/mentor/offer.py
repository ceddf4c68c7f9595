"""What can be said of a passage, offered where one points or where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.widgets.surface import paint_box

Choice = tuple[str, str, Callable[[], object]]
"""An icon, words, and what they do."""


class Offer(QWidget):
    """A few buttons that float over the document; Esc, or a press elsewhere, takes them away."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons: list[Button] = []
        self._whence: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(2)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._look_where_it_went)

    def show_at(self, place: QPoint, choices: Sequence[Choice], whence: QWidget, by_key: bool) -> None:
        """Offer these at a place of the parent; with ``by_key`` the keyboard goes to the first."""
        clear(self._row)
        self._whence = whence
        self.buttons = []
        for icon, words, slot in choices:
            button = Button(words, Kind.PLAIN, icon, small=True)
            button.clicked.connect(lambda _checked=False, slot=slot: self._take(slot))
            button.installEventFilter(self)
            self._row.addWidget(button)
            self.buttons.append(button)
        self.adjustSize()
        parent = self.parentWidget()
        widest = parent.width() - self.width() - 8 if parent else place.x()
        self.move(max(min(place.x(), widest), 0), place.y() + 6)
        self.show()
        self.raise_()
        before = whence
        for button in self.buttons:
            QWidget.setTabOrder(before, button)
            before = button
        if by_key and self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def close_and_return(self) -> None:
        """Take it away; the keyboard goes back to where it came from."""
        had = any(button.hasFocus() for button in self.buttons)
        self.hide()
        if had and self._whence is not None:
            self._whence.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            place = next((place for place, each in enumerate(self.buttons) if each is watched), -1)
            if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and place >= 0:
                way = 1 if event.key() == Qt.Key.Key_Right else -1
                self.buttons[(place + way) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_and_return()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, Button):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_box(QPainter(self), self.rect(), theme.raised, theme.line_strong)

    def _take(self, slot: Callable[[], object]) -> None:
        self.hide()
        slot()

    def _look_where_it_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self._whence and new not in self.buttons:
            QTimer.singleShot(0, self, self.hide)
