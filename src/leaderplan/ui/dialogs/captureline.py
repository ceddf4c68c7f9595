"""The one line of quick capture: what was understood is underlined in it while it is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.editor import Editor

Span = tuple[int, int]


def units(text: str) -> int:
    """How long Qt says ``text`` is: UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


class CaptureLine(Editor):
    """Enter keeps, Ctrl+Enter keeps and opens, Esc leaves. ``changed`` tells each new text.

    ``kept`` are spans, in characters, that were turned back into words; they move with what is typed before them.
    """

    changed = Signal(str)
    kept_line = Signal(bool)
    """Whether the achievement is to be opened."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("heading", one_line=True, parent=parent)
        self.setAccessibleName(name)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.show_text("")
        self._text = ""
        self.kept: frozenset[Span] = frozenset()
        self.textChanged.connect(self._look)

    def keep_as_words(self, span: Span) -> None:
        """What stands there is nothing but words from now on."""
        self.kept |= {span}
        self.changed.emit(self._text)

    def underline(self, spans: Iterable[Span]) -> None:
        """Mark these characters as understood."""
        selections = []
        text = self._text
        for start, end in spans:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(units(text[:start]))
            cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(current_theme().accent)
            selection.cursor, selection.format = cursor, look  # type: ignore[attr-defined]
            selections.append(selection)
        self.setExtraSelections(selections)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept_line.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, current_theme().type.heading_line + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, current_theme().type.heading_line + 4)

    def _look(self) -> None:
        text = self.toPlainText()
        if text == self._text:
            return
        self.kept = shifted(self.kept, self._text, text)
        self._text = text
        self.changed.emit(text)


def shifted(spans: frozenset[Span], before: str, after: str) -> frozenset[Span]:
    """Spans of ``before`` in ``after``; one that the change touched is gone."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - start
    tail = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    changed_to, by = len(before) - tail, len(after) - len(before)
    return frozenset((a, b) if b <= start else (a + by, b + by) for a, b in spans if b <= start or a >= changed_to)
