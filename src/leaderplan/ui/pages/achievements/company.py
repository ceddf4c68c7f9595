"""With whom it was done: people who can also confirm it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import merged
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.reference import ReferenceField
from leaderplan.ui.pages.achievements.row import LabelledRow, exchange
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.chip import Chip
from leaderplan.ui.widgets.flow import FlowLayout


class Company(LabelledRow):
    """People as chips; × takes one away, a name adds one, and makes a person of a name that is new."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        flow = FlowLayout()
        super().__init__(desk.say(_("With whom")), flow, 6, parent)
        self._desk, self._flow = desk, flow
        self._achievement: Achievement | None = None
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._people: list[Chip] = []
        self._button = Button(desk.say(_("Person")), Kind.ADD, "plus", name=desk.say(_("Add a person")))
        self._button.clicked.connect(self.add)
        self._field = ReferenceField(desk.say(_("Name of the person")), desk.say(_("Type a name")))
        self._field.chosen.connect(self._link)
        self._field.wanted.connect(self._make)
        self._field.editingFinished.connect(self._close)
        self._field.hide()
        self._flow.addWidget(self._button)
        self._flow.addWidget(self._field)

    def show_record(self, plan: Plan, achievement: Achievement) -> None:
        """Show the people of this achievement."""
        self._achievement = achievement
        people = tuple((id, person.name) for id in achievement.people if (person := plan.get(Person, id)))
        if people == self._shown:
            return
        self._shown = people
        old, self._people = self._people, [self._chip(id, name) for id, name in people]
        exchange(self._flow, self._flow.insert, old, self._people)

    def add(self) -> None:
        """Ask for a name."""
        people = self._desk.plan.all(Person)
        held = set(self._achievement.people) if self._achievement else set()
        self._field.offer([(person, person.name) for person in people if person.id not in held])
        self._field.set_value(None, "")
        self._button.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._field.isHidden():
            self._field.set_value(None, "")
            self._close()
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _chip(self, id: str, name: str) -> Chip:
        chip = Chip(name, "user", removable=True, name=self._desk.say(_("{name}, Delete takes away", name=name)))
        chip.clicked.connect(lambda: self._desk.go(Place("people", id)))
        chip.removed.connect(lambda: self._unlink(id, name))
        return chip

    def _link(self, id: str | None) -> None:
        if self._achievement is not None and id is not None:
            self._desk.commit(edits.link(self._desk.plan, self._achievement, "people", id), self)

    def _make(self, name: str) -> None:
        if self._achievement is None:
            return
        person = Person(id=new_id(), name=name)
        added = edits.add(person)
        linked = edits.link(self._desk.plan.after(added), self._achievement, "people", person.id)
        self._desk.commit(merged(added.label, (added, linked)), self)

    def _unlink(self, id: str, name: str) -> None:
        if self._achievement is None:
            return
        edit = edits.unlink(self._desk.plan, self._achievement, "people", id)
        if self._desk.commit(edit, self):
            self._desk.toast(_("{name} was taken out of this story.", name=name))

    def _close(self) -> None:
        self._field.hide()
        self._button.show()
