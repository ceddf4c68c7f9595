"""A field for some lines of prose that grows with what is typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.editor import Editor
from leaderplan.ui.widgets.surface import paint_box

_PAD: Final = 6
_LEAST, _MOST = 2, 8


class _Prose(Editor):
    stored = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stored.emit()
        else:
            super().keyPressEvent(event)


class ProseField(QWidget):
    """``stored`` tells Ctrl+Enter, ``given_up`` Esc, ``edited`` every change."""

    stored = Signal()
    given_up = Signal()
    edited = Signal()

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = _Prose("body")
        self._editor.setAccessibleName(name)
        self._editor.setPlaceholderText(hint)
        self._editor.show_text("")
        self._editor.stored.connect(self.stored)
        self._editor.given_up.connect(self.given_up)
        self._editor.textChanged.connect(self._grow)
        self._editor.installEventFilter(self)
        self._editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusProxy(self._editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD + 2, _PAD, _PAD + 2, _PAD)
        column.addWidget(self._editor)

    @property
    def editor(self) -> Editor:
        """What takes the keys."""
        return self._editor

    def text(self) -> str:
        """What was typed."""
        return self._editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Begin with ``text``."""
        self._editor.show_text(text)

    def eventFilter(self, watched, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        elif event.type() == QEvent.Type.Resize:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        high = round(self._editor.document().size().height())
        high = min(max(high, _LEAST * type_.line), _MOST * type_.line)
        return QSize(type_.px(240), high + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().type.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        if self._editor.hasFocus():
            paint_box(QPainter(self), self.rect(), theme.raised, theme.focus, width=2)
        else:
            paint_box(QPainter(self), self.rect(), theme.raised, theme.line_strong)

    def _grow(self) -> None:
        self.updateGeometry()
        self.edited.emit()
