"""What was said with a person, the newest first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Conversation, Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.people.record.newtalk import NewTalk
from leaderplan.ui.pages.people.record.talk import TalkRow, TalkWords, talk_words
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.taborder import chain

FIELDS: Final = ("on", "kind", "about", "outcome", "next_step")
_AT_FIRST: Final = 20


class Conversations(QWidget):
    """One row for each; a press opens its panel, and the line above them notes another one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, ""
        self._shown: list[TalkWords] | None = None
        self._most = _AT_FIRST
        self.rows: list[TalkRow] = []
        self.line = NewTalk(desk)
        self.line.closed.connect(self._back_to_button)
        self.button = Button(desk.say(_("Conversation")), Kind.ADD, "plus", name=desk.say(_("Note a conversation")))
        self.button.clicked.connect(self.add)
        self._more = Link("", small=True)
        self._more.clicked.connect(self._show_more)
        head = SectionRow(desk.say(_("Conversations")))
        head.setContentsMargins(OUTSET, 0, OUTSET, 0)
        head.add(self.button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._column.addSpacing(4)
        self._column.addWidget(self.line)
        self._first = self._column.count()
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_record(self, plan: Plan, person: Person) -> None:
        """Show the conversations with this person."""
        if person.id != self._id:
            self._id, self._most = person.id, _AT_FIRST
        self.line.show_person(person.id)
        talks = sorted(plan.referring(Conversation, "person", person), key=_when, reverse=True)
        words = [talk_words(talk, self._desk.language) for talk in talks[: self._most]]
        left = len(talks) - len(words)
        self._more.set_words(self._desk.say(_n("Show {count} older one", "Show {count} older ones", left)))
        self._more.setVisible(left > 0)
        if words != self._shown:
            self._shown = words
            self._fill(words)

    def add(self) -> None:
        """Open the line for another one."""
        self.line.begin()

    def edit(self, id: str, field: str = "") -> RecordDialog | None:
        """Open the panel of a conversation, with the keyboard in ``field``."""
        talk = self._desk.plan.get(Conversation, id)
        if talk is None:
            return None
        panel = RecordDialog(self._desk, talk, FIELDS, self)
        panel.open()
        panel.form.focus(field if field in FIELDS else "about")
        return panel

    def _fill(self, words: list[TalkWords]) -> None:
        kept = {row.words: row for row in self.rows}
        had = next((place for place, row in enumerate(self.rows) if row.hasFocus()), -1)
        rows = [kept.pop(each) if each in kept else self._row(each) for each in words]
        for row in kept.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, row in enumerate(rows):
            self._column.insertWidget(self._first + place, row)
            row.show()
        self.rows = rows
        chain([self.line.note, *rows])
        if had >= 0 and rows and not any(row.hasFocus() for row in rows):
            rows[min(had, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, words: TalkWords) -> TalkRow:
        row = TalkRow(words)
        row.clicked.connect(lambda: self.edit(words.id))
        return row

    def _show_more(self) -> None:
        self._most += 10 * _AT_FIRST
        person = self._desk.plan.get(Person, self._id)
        if person is not None:
            self.show_record(self._desk.plan, person)

    def _back_to_button(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


def _when(talk: Conversation) -> tuple[str, str]:
    return str(talk.on.last) if talk.on else "", talk.id
