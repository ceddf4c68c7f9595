"""One person as a page to read and to edit in place."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Conversation, Person, Service
from leaderplan.domain.rules.losing_touch import Contact, contact
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.storedtext import StoredText
from leaderplan.ui.pages.people.record.advice import PersonAdvice
from leaderplan.ui.pages.people.record.conversations import Conversations
from leaderplan.ui.pages.people.record.labelled import Rule
from leaderplan.ui.pages.people.record.parts import Part, assessments, collaborations, tellings
from leaderplan.ui.pages.people.record.runs import Runs
from leaderplan.ui.pages.people.record.standing import Standing
from leaderplan.ui.pages.people.record.texts import Texts
from leaderplan.ui.pages.recordview import RecordView
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.editable import OUTSET

_WHO = ("role", "organisation", "service_area")
_REACHED = ("email", "phone")
_MATTERS = ("cares_about", "promised", "private_notes")


class PersonView(RecordView):
    """Shows the person that it is given, with all that leads to them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = StoredText(desk, Person, "name", "heading", labelled=False)
        super().__init__(desk, title, parent)
        say = desk.say
        self.texts = tuple(Texts(desk, fields) for fields in (_WHO, _REACHED, _MATTERS))
        self.standing = Standing(desk)
        self.conversations = Conversations(desk)
        self.runs = Runs(desk)
        self.collaborations = Part(say(_("Collaborations")), self._go)
        self.told = Part(say(_("Told")), self._go)
        self.rated = Part(say(_("How they rated you")), self._go)
        self._lay_out()
        self._put_at_foot(PersonAdvice(desk))

    def show_record(self, person: Person) -> None:
        """Show a person, from the top if it is another one."""
        desk, plan = self._desk, self._desk.plan
        other = person.id != self._id
        drafts = desk.workspace.drafts() if other else None
        self._id = person.id
        self.title.show_record(person, drafts)
        for texts in self.texts:
            texts.show_record(person, drafts)
        self.standing.show_contact(self._contact(plan, person))
        self.conversations.show_record(plan, person)
        self.runs.show_record(plan, person)
        self.collaborations.show_items(collaborations(plan, person, desk.language))
        self.told.show_items(tellings(plan, person, desk.language))
        self.rated.show_items(assessments(plan, person, desk.language))
        self.advice.show_record(person)
        if other:
            self._area.verticalScrollBar().setValue(0)

    def focus(self, field: str) -> None:
        """Begin to edit a field, or with ``+`` before a table to add such a record."""
        if field == "name":
            self.rename()
        elif field == "+conversation":
            self.conversations.add()
            # Once it has its place: it was hidden until now.
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.conversations, 0, 0))
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.conversations.line, 0, 48))
        elif field == "+service":
            self.runs.add()
        elif self.standing.holds(field):
            self._area.ensureWidgetVisible(self.standing)
            self.standing.focus(field)
        else:
            self._begin(field)

    def open(self, record: object) -> None:
        """Open what hangs on the person: a conversation or a service."""
        if isinstance(record, Conversation):
            self.conversations.edit(record.id)
        elif isinstance(record, Service):
            self.runs.open(record.id)

    def settle(self) -> None:
        """Store what is still being typed about a conversation, wherever the keyboard is."""
        self.conversations.line.settle()

    def _begin(self, field: str) -> None:
        for texts in self.texts:
            part = texts.parts.get(field)
            if part is not None:
                self._area.ensureWidgetVisible(part)
                part.begin()

    def _contact(self, plan: Plan, person: Person) -> Contact:
        return contact(plan, person, self._desk.today())

    def _go(self, target: Place | str) -> None:
        if isinstance(target, Place):
            self._desk.go(target)

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(32 - OUTSET, 0, 32 - OUTSET, 24)
        column.setSpacing(0)
        who, reached, matters = self.texts
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(who)
        column.addSpacing(2)
        column.addWidget(self.standing)
        column.addWidget(Rule())
        column.addWidget(matters)
        column.addWidget(Rule())
        column.addWidget(self.conversations)
        column.addWidget(Rule())
        for part in (self.runs, self.collaborations, self.told, self.rated):
            column.addWidget(part)
        column.addWidget(Rule())
        column.addWidget(reached)
        column.addStretch()
