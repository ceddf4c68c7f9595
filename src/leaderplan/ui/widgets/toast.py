"""A toast: one sentence that comes, offers a way back, and goes again."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import Paragraph, advance

_STAYS: Final = 8000  # milliseconds
_WIDEST: Final = 560


class _Press(QAbstractButton):
    """Underlined words, or × alone, in the inverted colours of a toast."""

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        if not self.text():
            return QSize(type_.px(26), type_.px(26))
        return QSize(advance(self.text(), type_.strong), type_.line + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if not self.text():
            size = theme.type.px(14)
            corner = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
            icons.paint(painter, "x", corner, theme.surface, size)
        else:
            painter.setFont(theme.type.strong)
            painter.setPen(theme.surface)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.surface)
        if self.hasFocus():
            paint_box(painter, self.rect(), None, theme.surface, width=2)


class Toast(QWidget):
    """Lies over the window; stays 8 seconds, and longer while it is looked at. Errors stay until they are closed."""

    undone = Signal()
    closed = Signal()

    def __init__(self, undo: str, close: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._trouble = False
        self._words = Paragraph("", "body", "surface")
        self._undo = _Press(undo, undo, self)
        self._close = _Press("", close, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._close)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self._leave)
        self.hide()

    def say(self, text: str, *, undo: bool = False, trouble: bool = False) -> None:
        """Show a sentence; ``trouble`` puts a sign before it and lets it stay."""
        self._trouble = trouble
        self._row.setContentsMargins(16 + (28 if trouble else 0), 7, 8, 7)
        self._words.setText(text)
        self.setAccessibleName(text)
        self._undo.setVisible(undo)
        self.place()
        self.show()
        self.raise_()
        if trouble:
            self._timer.stop()
        else:
            self._timer.start(_STAYS)

    def text(self) -> str:
        """What it says, and nothing once it has gone."""
        return self._words.text() if self.isVisible() else ""

    def retract(self) -> None:
        """Offer no way back any more: what is undone next would be another step. Trouble stays."""
        if not self._trouble:
            self.hide()

    def place(self) -> None:
        """Stand at the foot of the window, in the middle, 24 above the status bar."""
        parent, type_ = self._window, current_theme().type
        widest = min(type_.px(_WIDEST), parent.width() - 64)
        frame = self._row.contentsMargins()
        rest = frame.left() + frame.right() + 16 + self._close.sizeHint().width()
        if not self._undo.isHidden():
            rest += 16 + self._undo.sizeHint().width()
        words = min(advance(self._words.text(), type_.body) + 2, widest - rest)
        high = max(self._words.heightForWidth(words) + 14, type_.line + 19)
        foot = parent.height() - type_.small_line - 12 - 24
        self.setGeometry(QRect((parent.width() - words - rest) // 2, foot - high, words + rest, high))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_box(painter, self.rect(), theme.text)
        if self._trouble:
            size = theme.type.icon
            top = 7 + (theme.type.line - size) // 2 + max(0, (self.height() - 14 - self._words.height()) // 2)
            icons.paint(painter, "circle-alert", QPointF(16, top), theme.surface, size)

    def enterEvent(self, event) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._go_on()

    def focusOutEvent(self, event) -> None:
        self._go_on()

    def _go_on(self) -> None:
        if self.isVisible() and not self._trouble:
            self._timer.start(_STAYS)

    def _take_back(self) -> None:
        self._leave()
        self.undone.emit()

    def _leave(self) -> None:
        if self.sender() is self._timer and (self._undo.hasFocus() or self._close.hasFocus()):
            self._timer.start(_STAYS)
            return
        self.hide()
        self.closed.emit()
