"""What the mentor is asked: a message, and questions that are put into it by one click."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain.messages import _
from leaderplan.ui import icons
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance, paint_lines, wrapped

_OFFERED: Final = 3
_LINES: Final = 4
_EDGE: Final = 8


class Message(QPlainTextEdit):
    """Plain text of several lines. Tab leaves it; what is typed is no part of the plan yet, so Ctrl+Z is its own."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint_frame()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_frame()

    def _repaint_frame(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            parent.update()


class MessageField(QWidget):
    """The message inside the border of a field."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = Message(name)
        self.editor.setPlaceholderText(hint)
        self.setFocusProxy(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE - 4, _EDGE)
        column.addWidget(self.editor)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(200), _LINES * self.editor.fontMetrics().lineSpacing() + 2 * _EDGE + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        typed = self.editor.hasFocus()
        line = theme.focus if typed else theme.line_strong
        paint_box(QPainter(self), self.rect(), theme.raised, line, width=2.0 if typed else 1.0)


class Question(PressedArea):
    """A plus and the words, which wrap; pressed to put them into the message."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * current_theme().type.line + 6

    def sizeHint(self) -> QSize:
        wide = min(advance(self.text(), current_theme().type.body) + self._left() + 8, current_theme().type.px(320))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, current_theme().type.line + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        type_, size = theme.type, theme.type.px(14)
        self.paint_ground(painter)
        icons.paint(painter, "plus", QPointF(4, 3 + (type_.line - size) // 2), theme.accent, size)
        paint_lines(painter, self._lines(self.width()), self._left(), 3, type_.line, type_.body, theme.accent)

    def _left(self) -> int:
        return current_theme().type.px(14) + 12

    def _lines(self, width: int) -> list[str]:
        return wrapped(self.text(), current_theme().type.body, max(width - self._left() - 4, 1))


class Asking(QWidget):
    """``changed`` tells that another message stands in it."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self.field = MessageField(say(_("What to ask")), say(_("What would you like to hear about?")))
        self.questions = [
            Question(words, say(_("Ask: {question}", question=words)))
            for words in assets.read_toml("templates/en.toml")["review_questions"]["items"]
        ]
        self.more = Link(say(_("More questions")), small=True)
        self.more.clicked.connect(self._show_all)
        self._all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addSpacing(4)
        for question in self.questions:
            question.clicked.connect(self._ask)
            column.addWidget(question)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.editor.textChanged.connect(self._hear)
        self._offer()

    @property
    def message(self) -> str:
        """What was typed."""
        return self.field.editor.toPlainText().strip()

    def _ask(self) -> None:
        question = self.sender()
        if isinstance(question, Question):
            editor, had_focus = self.field.editor, question.hasFocus()
            begun = editor.toPlainText().rstrip()
            editor.selectAll()
            editor.insertPlainText(f"{begun}\n{question.text()}" if begun else question.text())
            if had_focus:
                left = [each for each in self.questions if not each.isHidden()]
                (left[0] if left else editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self._all = True
        self._offer()
        self.questions[_OFFERED].setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """What is asked already is offered no more."""
        asked = self.field.editor.toPlainText()
        left = [question for question in self.questions if question.text() not in asked]
        shown = left if self._all else left[:_OFFERED]
        for question in self.questions:
            question.setVisible(question in shown)
        self.more.setVisible(len(shown) < len(left))
