"""The services that a person runs, with a way to write another one down."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Person, Service
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.people.record.parts import Part, services
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.editor import Editor

_FIELDS: Final = ("name", "owner", "citizens", "pain")


class Runs(Part):
    """A press opens a service in a panel of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.say(_("Runs")), self.open, stays=True)
        self._desk, self._id = desk, ""
        self.button = Button(desk.say(_("Service")), Kind.ADD, "plus", name=desk.say(_("Add a service")))
        self.button.clicked.connect(self.add)
        self.head.add(self.button)

    @property
    def last_of_head(self) -> QWidget:
        return self.button

    def show_record(self, plan: Plan, person: Person) -> None:
        """Show what this person runs."""
        self._id = person.id
        self.show_items(services(plan, person))

    def add(self) -> RecordDialog | None:
        """Store a service with a name to be typed over."""
        made = Service(id=new_id(), name=self._desk.say(_("New service")), owner=self._id)
        if not self._desk.commit(edits.add(made), self):
            return None
        panel = self.open(made.id)
        if panel is not None:
            editor = panel.form.editor("name").focusProxy()
            if isinstance(editor, Editor):
                editor.selectAll()
        return panel

    def open(self, target: Place | str) -> RecordDialog | None:
        """Open the panel of a service by its id."""
        service = self._desk.plan.get(Service, str(target))
        if service is None:
            return None
        panel = RecordDialog(self._desk, service, _FIELDS, self)
        panel.open()
        panel.form.focus("name")
        return panel
