"""Noting a conversation: when, what kind, about what, what came of it, what is next; Enter stores it."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from leaderplan.domain import checks, edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Conversation, ConversationKind, Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.dates import DateField
from leaderplan.ui.widgets.settling import PlanUndo

_TEXTS: Final = ("about", "outcome", "next_step")
_KEPT_AFTER: Final = 2000  # milliseconds


class NewTalk(QWidget):
    """A line of fields, on two lines. What stands in it is never lost: leaving the person stores it."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._person = desk, ""
        say, label = desk.say, {name: desk.say(spec.label) for name, spec in specs(Conversation).items()}
        self.on = DateField(desk.language, label["on"])
        self.kind = ChoiceButton(label["kind"], [(kind, say(kind.label)) for kind in ConversationKind],
                                 none=say(_("No kind")))  # fmt: skip
        self.texts = {name: self._field(label[name]) for name in _TEXTS}
        self.note = Button(say(_("Note it")))
        self.note.clicked.connect(self.store)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_AFTER)
        self._keeping.timeout.connect(self._keep)
        self._lay_out()
        self.hide()

    def show_person(self, person: str) -> None:
        """Be about this person; what was typed about another one is stored first."""
        if person == self._person:
            return
        self.settle()
        self._person = person
        self._empty()
        drafts = self._desk.workspace.drafts()
        for name, field in self.texts.items():
            field.setText(drafts.get((person, _draft(name)), ""))
        self.setVisible(self._is_filled())

    def begin(self) -> None:
        """Come up with today's date, ready to type what it was about."""
        self.show()
        self.texts["about"].setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Store what was typed; nothing typed, nothing stored. Of somebody who was removed it is kept as a draft."""
        self.on.settle()
        if self._is_filled() and self._desk.plan.get(Person, self._person) is None:
            self._keep()
        elif self._is_filled():
            self._put()

    def store(self) -> None:
        """Note the conversation as it stands, even if it is only that one met."""
        self.on.settle()
        if self._put():
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.store()
        elif event.key() == Qt.Key.Key_Escape:
            self.settle()
            if not self._is_filled():
                self.hide()
                self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _put(self) -> bool:
        """Store it; a date that is none keeps it back as a draft beside its sentence."""
        values: dict[str, Any] = {name: field.text().strip() for name, field in self.texts.items()}
        talk = Conversation(id=new_id(), person=self._person, on=self.on.value, kind=self.kind.value, **values)
        wrong = checks.problems(self._desk.plan, talk)
        if self.on.wrong or wrong:
            self._keep()
            if wrong:
                self._desk.toast(wrong[0].message, undo=False)
            return False
        if not self._desk.commit(edits.add(talk, label=_("Note a conversation")), self):
            return False
        for name, text in values.items():
            if text:
                self._desk.workspace.forget_draft(self._person, _draft(name))
        self._empty()
        self.hide()
        return True

    def _keep(self) -> None:
        for name, field in self.texts.items():
            if field.text():
                self._desk.workspace.draft(self._person, _draft(name), field.text())
            else:
                self._desk.workspace.forget_draft(self._person, _draft(name))

    def _empty(self) -> None:
        self._keeping.stop()
        self.on.set_value(PartialDate.of(self._desk.today()))
        self.kind.set_value(ConversationKind.CHECK_IN)
        self.kind.setProperty("chosen", False)
        for field in self.texts.values():
            field.clear()

    def _is_filled(self) -> bool:
        return any(field.text().strip() for field in self.texts.values())

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.textEdited.connect(lambda _text: self._keeping.start())
        PlanUndo(field)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 8)
        grid.setSpacing(8)
        grid.addWidget(self.on, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.kind, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.texts["about"], 0, 2, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.texts["outcome"], 3)
        below.addWidget(self.texts["next_step"], 2)
        below.addWidget(self.note)
        grid.addLayout(below, 1, 0, 1, 3)
        grid.setColumnStretch(2, 1)


def _draft(name: str) -> str:
    """Under which field of the person a draft of the line is kept."""
    return f"+conversation.{name}"
