"""The page before anybody was written down: one line of names is enough."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.example import example_row
from leaderplan.ui.widgets.empty import EmptyState, EmptyWords


class Beginning(QWidget):
    """``begun`` tells the id of the first person of the line."""

    begun = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        texts, say = assets.read_toml("templates/en.toml")["empty_pages"]["people"], desk.say
        words = EmptyWords(
            "users",
            texts["first_step"],
            texts["sentence"],
            say(_("Ann Price, Dev Rao, Ruth Adeyemi")),
            say(_("One name, or several parted by commas. Everything else can wait.")),
            say(_("Enter")),
        )
        self.state = EmptyState(words, [example_row(desk, "people")])
        self.state.entered.connect(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)

    def _make(self, line: str) -> None:
        people = [Person(id=new_id(), name=name) for name in names_in(line)]
        if people and self._desk.commit(edits.add(*people), self):
            if self.state.field is not None:
                self.state.field.clear()
            self.begun.emit(people[0].id)


def names_in(line: str) -> list[str]:
    """The names that commas or semicolons part, each once."""
    names = (" ".join(part.split()) for part in line.replace(";", ",").split(","))
    return list(dict.fromkeys(name for name in names if name))
