"""A box to write a few sentences into: as high as they need up to a limit, with an undo of its own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.editor import units
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import wrapped

_X, _Y, _MARGIN = 10, 3, 4
_MOST_LINES: Final = 14


class WritingBox(QWidget):
    """``edited`` tells the text with every key, cut at ``most`` characters."""

    edited = Signal(str)
    entered = Signal()
    """The keyboard came to it."""
    left = Signal()
    """The keyboard went elsewhere."""
    done = Signal()
    """Esc, or Ctrl+Enter: enough was written."""

    def __init__(
        self, name: str, hint: str, text: str = "", *, lines: int = 2, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most
        self._heights: dict[int, int] = {}
        self.field = _Field(self)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.textChanged.connect(self._tell)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self._leave)
        self.field.done.connect(self.done)
        self.setFocusProxy(self.field)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """What stands in it, as it was typed."""
        return self.field.toPlainText()[: self._most]

    def set_text(self, text: str) -> None:
        """Show another text, and tell nobody."""
        if text != self.text():
            blocked = self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
            self.field.blockSignals(blocked)
            self._reshape()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            type_ = current_theme().type
            text = self.field.toPlainText() or self.field.placeholderText()
            lines = len(wrapped(text[:4000], type_.body, max(width - 2 * _X - 2, 40)))
            high = self.field.fontMetrics().lineSpacing()
            shown = min(max(lines, self._lines), _MOST_LINES)
            self._heights[width] = shown * high + 2 * (_Y + _MARGIN) + 1
        return self._heights[width]

    def sizeHint(self) -> QSize:
        wide = max(self.width(), 200)
        return QSize(240, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, current_theme().type.line + 2 * _Y)

    def resizeEvent(self, event) -> None:
        self._scroll()
        self.field.setGeometry(_X - _MARGIN, _Y, self.width() - 2 * (_X - _MARGIN), self.height() - 2 * _Y)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        has = self.field.hasFocus()
        paint_box(QPainter(self), self.rect(), theme.raised, theme.focus if has else theme.line_strong,
                  width=2 if has else 1)  # fmt: skip

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._reshape()

    def _tell(self) -> None:
        if self._cut():
            return  # which told it
        self._reshape()
        self._scroll()
        self.edited.emit(self.text())

    def _cut(self) -> bool:
        """Take away what is too much, so that nothing stands there that is not kept; whether there was any."""
        text = self.field.toPlainText()
        if len(text) <= self._most:
            return False
        cursor = QTextCursor(self.field.document())
        cursor.setPosition(units(text[: self._most]))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return True

    def _scroll(self) -> None:
        """Show a scroll bar only where the text is longer than the box may become."""
        policy = Qt.ScrollBarPolicy
        fits = self.field.document().lineCount() <= _MOST_LINES
        self.field.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)

    def _enter(self) -> None:
        self.update()
        self.entered.emit()

    def _leave(self) -> None:
        self.update()
        self.left.emit()

    def _reshape(self) -> None:
        self._heights.clear()
        self.updateGeometry()


class _Field(QTextEdit):
    """Plain text only; Tab leads on."""

    entered = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(_MARGIN)
        self.viewport().setAutoFillBackground(False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text().replace("\r\n", "\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
