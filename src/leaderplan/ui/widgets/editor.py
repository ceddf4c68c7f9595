"""A plain-text editor without a frame, whose lines lie exactly where the same words lay when they were only shown."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.text import Role, font_of, line_of


class Editor(QTextEdit):
    """Holds plain text only. Keeps no undo of its own: the plan has it. With ``one_line`` Enter ends the editing.

    A QTextEdit and not a QPlainTextEdit, because only this one can set its lines apart.
    """

    ended = Signal()
    left = Signal()

    def __init__(self, role: Role, *, one_line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._one_line = one_line
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, 0, 0, 0)
        PlanUndo(self)

    def show_text(self, text: str) -> None:
        """Begin with ``text``; the cursor stands at its end."""
        self.setFont(font_of(self._role, current_theme().type))
        self.setPlainText(text)
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def take(self, text: str) -> None:
        """Become ``text`` by the smallest change; the cursor stays where it was."""
        old = self.toPlainText()
        if old == text:
            return
        start, end = _common(old, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(old[:start]))
        cursor.setPosition(units(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])

    def lift(self) -> int:
        """How far it must be moved for its words to lie where :func:`paint_lines` puts them.

        Qt sets the base line of a line of fixed height at four fifths of it.
        """
        type_ = current_theme().type
        height, metrics = line_of(self._role, type_), QFontMetrics(font_of(self._role, type_))
        return round((height - metrics.height()) // 2 + metrics.ascent() - height * 0.8)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            text = source.text().replace("\r\n", "\n")
            self.insertPlainText(" ".join(text.split()) if self._one_line else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        done = enter and (self._one_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or done:
            self.ended.emit()
        elif enter:
            # By ourselves, because Qt drops the distance of lines on the second Enter in a row.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def _space_lines(self) -> None:
        type_ = current_theme().type
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(line_of(self._role, type_), int(QTextBlockFormat.LineHeightTypes.FixedHeight.value))
        spaced.setTopMargin(0)
        spaced.setBottomMargin(0)
        cursor.mergeBlockFormat(spaced)


def _common(old: str, new: str) -> tuple[int, int]:
    """How many characters both share at the start and, after those, at the end."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, end


def units(text: str) -> int:
    """How long Qt says it is: UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)
