"""What is written about a person: each field is read as on a page and edited where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.fields import specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.storedtext import Drafts, StoredText
from leaderplan.ui.pages.people.record.labelled import Labelled

_HINTS: Final[Mapping[str, Message]] = {
    "role": _("Head of Home Care"),
    "organisation": _("Where they work"),
    "service_area": _("What they answer for"),
    "email": _("Address"),
    "phone": _("Number"),
    "cares_about": _("What gets them out of bed, and what keeps them awake?"),
    "promised": _("What did you promise them, and by when?"),
    "private_notes": _("For your eyes only: never part of a share or a document."),
}


class Texts(QWidget):
    """Some text fields of whichever person is shown."""

    def __init__(self, desk: Desk, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = {name: StoredText(desk, Person, name, labelled=False) for name in fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, part in self.parts.items():
            part.set_hint(desk.say(_HINTS[name]))
            column.addWidget(Labelled(desk.say(specs(Person)[name].label), part))

    def show_record(self, person: Person, drafts: Drafts | None = None) -> None:
        """Show what is written about this person."""
        for part in self.parts.values():
            part.show_record(person, drafts)
