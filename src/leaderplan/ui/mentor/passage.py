"""A text of the plan as it is read: words in it can be selected, and none can be changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from leaderplan.domain.review.anchor import Span
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.editor import Editor, units
from leaderplan.ui.widgets.keyboard import note_focus, wants_ring
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import Role, font_of, line_of, utf16_slice, wrapped

_PAD = 4


class PassageText(QWidget):
    """``offered`` tells that something may be said of it: by a key (True), or because words were selected."""

    offered = Signal(bool)
    focused = Signal()

    def __init__(self, text: str, role: Role, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._role = text, role
        self._heights: dict[int, int] = {}
        self._theme = current_theme()
        self.words = _Words(role, self)
        self.words.setAccessibleName(name)
        self.words.setAccessibleDescription(hint)
        self.words.show_text(text)
        self._put_cursor(0, 0)
        self.words.offered.connect(self.offered)
        self.words.focused.connect(self.focused)
        self.setFocusProxy(self.words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """All of it."""
        return self._text

    @property
    def selected(self) -> Span | None:
        """Where the words that are selected stand, counted in characters; None where none are."""
        cursor = self.words.textCursor()
        if not cursor.hasSelection():
            return None
        start = len(utf16_slice(self._text, 0, cursor.selectionStart()))
        found = utf16_slice(self._text, cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart())
        blanks = len(found) - len(found.lstrip())
        words = found.strip()
        return Span(start + blanks, start + blanks + len(words)) if words else None

    def select(self, start: int, end: int) -> None:
        """Select words as a person would."""
        self._put_cursor(units(self._text[:start]), units(self._text[:end]))

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.words.textCursor()
        cursor.clearSelection()
        self.words.setTextCursor(cursor)

    def mark(self, spans: Iterable[Span], current: Span | None) -> None:
        """Underline the words about which something is said; those that are looked at stand on a ground."""
        theme = current_theme()
        made = []
        for span in spans:
            each = QTextEdit.ExtraSelection()
            each.cursor = QTextCursor(self.words.document())
            each.cursor.setPosition(units(self._text[: span.start]))
            each.cursor.setPosition(units(self._text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
            each.format = QTextCharFormat()
            each.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            each.format.setUnderlineColor(theme.accent if span == current else theme.text)
            if span == current:
                each.format.setBackground(theme.transform_soft)
            made.append(each)
        self.words.setExtraSelections(made)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            type_ = current_theme().type
            lines = wrapped(self._text, font_of(self._role, type_), max(width - 2 * _PAD, 20))
            self._heights[width] = len(lines) * line_of(self._role, type_) + 2 * _PAD
        return self._heights[width]

    def sizeHint(self) -> QSize:
        wide = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 480
        return QSize(480, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, line_of(self._role, current_theme().type) + 2 * _PAD)

    def resizeEvent(self, event) -> None:
        self.words.setGeometry(_PAD, _PAD, self.width() - 2 * _PAD, self.height() - _PAD)

    def paintEvent(self, event) -> None:
        if wants_ring(self.words):
            paint_box(QPainter(self), self.rect(), None, current_theme().focus, width=2)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange and self._theme is not current_theme():
            self._theme = current_theme()
            self._heights.clear()
            cursor = self.words.textCursor()
            anchor, place = cursor.anchor(), cursor.position()
            self.words.show_text(self._text)
            self._put_cursor(anchor, place)
            self.updateGeometry()

    def _put_cursor(self, anchor: int, place: int) -> None:
        """Counted as Qt counts."""
        cursor = self.words.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        self.words.setTextCursor(cursor)


class _Words(Editor):
    """The text itself."""

    offered = Signal(bool)
    focused = Signal()

    def __init__(self, role: Role, parent: QWidget) -> None:
        super().__init__(role, parent=parent)
        self.setReadOnly(True)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.offered.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            QTextEdit.keyPressEvent(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.textCursor().hasSelection():
            self.offered.emit(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not one text on it

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)
        self._repaint()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def _repaint(self) -> None:
        if (holder := self.parentWidget()) is not None:
            holder.update()
