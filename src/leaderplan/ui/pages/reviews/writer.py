"""Writing beside a comment: an answer, why it is declined, or something to do with a day. Nothing typed is lost."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Comment
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.acts import Act
from leaderplan.ui.pages.reviews.wording import said_in_short
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.dates import DateField
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.prosefield import ProseField
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_PAUSE: Final = 600  # milliseconds without a key
_WORDS: Final[dict[Act, tuple[Message, Message, Message]]] = {
    Act.ANSWER: (_("Your answer"), _("Goes back with the next round"), _("Answer")),
    Act.DECLINE: (_("Why not"), _("Goes back with the next round"), _("Decline")),
    Act.ACTION: (_("What is to be done"), _("What is to be done"), _("Make an action")),
}
_EMPTY: Final = {
    Act.ANSWER: _("Write what you want to say."),
    Act.DECLINE: _("A comment is declined with a reason. One sentence is enough."),
    Act.ACTION: _("Write what is to be done."),
}


class Writer(QWidget):
    """``written`` tells text and day once it is to be stored, ``closed`` that it is to go."""

    written = Signal(str, object)
    closed = Signal()

    def __init__(self, desk: Desk, act: Act, comment: Comment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.act, self._comment = desk, act, comment.id
        label, hint, button = map(desk.say, _WORDS[act])
        self.field = QLineEdit() if act is Act.ACTION else ProseField(label, hint)
        self.due = DateField(desk.language, desk.say(_("Due"))) if act is Act.ACTION else None
        self.store = Button(button, Kind.PLAIN, "check")
        self.cancel = Button(desk.say(_("Cancel")))
        self._problem = Paragraph("", "small", "bad")
        self._problem.hide()
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_PAUSE)
        self._keeping.timeout.connect(self.settle)
        self._lay_out(label)
        self._begin(label, hint, self._draft() or (said_in_short(comment) if act is Act.ACTION else ""))
        self.store.clicked.connect(self._store)
        self.cancel.clicked.connect(self._cancel)
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    @property
    def problem(self) -> str:
        """What keeps it from being stored; empty while nothing does."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def settle(self) -> None:
        """Keep what was typed, so that it is here again whenever this is opened again."""
        self._keeping.stop()
        if self._desk.workspace.read_only or self.text.strip() == self._draft():
            return
        if self.text.strip():
            self._desk.workspace.draft(self._comment, self._kept, self.text)
        else:
            self.forget()

    def forget(self) -> None:
        """Let go of what was kept: it was stored, or is not wanted."""
        self._keeping.stop()
        self._desk.workspace.forget_draft(self._comment, self._kept)

    @property
    def _kept(self) -> str:
        return f"+{self.act.name.lower()}"

    def _draft(self) -> str:
        return self._desk.workspace.drafts().get((self._comment, self._kept), "")

    def _begin(self, label: str, hint: str, text: str) -> None:
        if isinstance(self.field, ProseField):
            self.field.set_text(text)
            self.field.stored.connect(self._store)
            self.field.given_up.connect(self._leave)
            self.field.edited.connect(self._keeping.start)
            return
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(hint)
        self.field.setText(text)
        self.field.selectAll()
        self.field.returnPressed.connect(self._store)
        self.field.textEdited.connect(lambda _text: self._keeping.start())
        PlanUndo(self.field)

    def _lay_out(self, label: str) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.store)
        flow.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(label, "small", "muted"))
        column.addWidget(self.field)
        if self.due is not None:
            column.addWidget(PlainLabel(self._desk.say(_("Due")), "small", "muted"))
            column.addWidget(self.due)
        column.addWidget(self._problem)
        column.addWidget(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps what was typed for another time; the button lets it go."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _store(self) -> None:
        due: PartialDate | None = None
        if self.due is not None:
            self.due.settle()
            if self.due.wrong:
                return
            due = self.due.value
        if not self.text.strip():
            self._problem.setText(self._desk.say(_EMPTY[self.act]))
            self._problem.show()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._keeping.stop()
        self.written.emit(self.text.strip(), due)

    def _leave(self) -> None:
        self.settle()
        self.closed.emit()

    def _cancel(self) -> None:
        self.forget()
        self.closed.emit()
