"""The page before anything was logged: one line is enough."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain.capture import KnownPerson, keep, understand
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.example import example_row
from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords


class Beginning(QWidget):
    """``captured`` tells the id of the achievement that the line became."""

    captured = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        texts, say = assets.read_toml("templates/en.toml")["empty_pages"]["achievements"], desk.say
        words = EmptyWords(
            "trophy",
            texts["first_step"],
            texts["sentence"],
            say(_("Cut benefit claims from 21 to 4 days with Ann Price last March")),
            say(_("Dates, people and figures are understood as you type them.")),
            say(_("Enter")),
        )
        drop = say(_("Or drop a letter of thanks, an e-mail or a link anywhere on this page."))
        bring = EmptyRow(
            "file-input",
            say(_("Bring in a CV or a spreadsheet")),
            say(_("as JSON Resume or CSV")),
            say(_("Choose a file")),
            desk.signals.import_wanted.emit,
        )
        self.state = EmptyState(
            words, [example_row(desk, "achievements"), bring, EmptyRow("mouse-pointer-click", drop)]
        )
        self.state.entered.connect(self._capture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)

    def begin(self) -> None:
        """Put the keyboard into the line."""
        if self.state.field is not None:
            self.state.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _capture(self, line: str) -> None:
        desk = self._desk
        people = [KnownPerson(person.id, person.name) for person in desk.plan.all(Person)]
        edit = keep(desk.plan, understand(line, desk.today(), people), desk.today(), new_id)
        if desk.commit(edit, self):
            made = next(change.id for change in edit if isinstance(change.after, Achievement))
            if self.state.field is not None:
                self.state.field.clear()
            self.captured.emit(made)
