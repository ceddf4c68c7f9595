"""What else can be done with a person: the menu behind the three dots."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from leaderplan.domain import edits
from leaderplan.domain.messages import _
from leaderplan.domain.records import Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.erasing import ask_to_erase


class MoreMenu(QMenu):
    """``title_wanted`` asks for the name to be typed over."""

    title_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, ""
        self.setAccessibleName(desk.say(_("More")))
        self.addAction(desk.say(_("Change the name"))).triggered.connect(lambda _on=False: self.title_wanted.emit())
        self.addSeparator()
        self.addAction(desk.say(_("Move to the bin"))).triggered.connect(lambda _on=False: self.remove())
        if not desk.workspace.read_only:
            self.addAction(desk.say(_("Erase for good…"))).triggered.connect(lambda _on=False: self.erase())

    def show_person(self, id: str) -> None:
        """Be about this person."""
        self._id = id

    def remove(self) -> None:
        """Move the person to the bin, with the conversations."""
        person = self._desk.plan.get(Person, self._id)
        if person is not None and self._desk.commit(edits.remove(self._desk.plan, person), self):
            self._desk.toast(_("{name} is in the bin.", name=person.name[:60]))

    def erase(self) -> None:
        """Ask whether all that is kept about the person is to go for good."""
        person = self._desk.plan.get(Person, self._id)
        if person is not None:
            ask_to_erase(self._desk, self.window(), person)
