"""One step to read: what was done, when and by whom, and each record that it changed."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.store.steps import Step, StepKind
from leaderplan.ui.days import moment_words
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.changes import RecordChange
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.pages.history.pane import Pane
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.text import Paragraph

_AT_ONCE: Final = 15
"""Records shown at a time; an import may have changed 10,000."""


class StepPane(Pane):
    """Shows the step that it is given."""

    def __init__(self, desk: Desk, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(desk, names, desk.say(_("What the step changed")), parent=parent)
        self._step: Step | None = None
        self._fills = False
        self.blocks: list[RecordChange] = []
        self.more: Link | None = None
        self._title: Paragraph | None = None

    @property
    def step(self) -> Step | None:
        """The step in view."""
        return self._step

    def fill_page(self, fills: bool) -> None:
        self._fills = fills
        if self._title is not None:
            self._title.setVisible(not fills)

    def show_step(self, step: Step | None) -> None:
        """Show a step; one that is in view already stays as it is."""
        if step == self._step:
            return
        self._step = step
        self._begin()
        self.blocks, self.more, self._title = [], None, None
        if step is not None:
            self._show(step)

    def look_again(self, changed: Container[str]) -> None:
        """Show the step anew where one of its records has changed since."""
        step = self._step
        if step is not None and any(one.id in changed for one in step.touched):
            self.show_step(None)
            self.show_step(step)

    def _show(self, step: Step) -> None:
        say, column = self._desk.say, self._column
        self._title = Paragraph(say(step.label), "heading")
        column.addWidget(self._title)  # before it is shown, lest it be a window of its own
        self._title.setVisible(not self._fills)
        column.addSpacing(4)
        column.addWidget(Paragraph(self._when(step), "body", "muted"))
        column.addSpacing(12)
        if step.kind is StepKind.BEGIN:
            column.addWidget(Paragraph(say(_("Here the plan begins. Nothing came before."))))
        column.addStretch()
        self._show_more()

    def _when(self, step: Step) -> str:
        say = self._desk.say
        words = [moment_words(step.at, self._desk.today(), self._desk.language)]
        words += [step.by] if step.by else []
        if step.undone:
            words.append(say(_("undone, so it is not in force")))
        if len(step.touched) > 1:
            words.append(say(_n("{count} record", "{count} records", len(step.touched))))
        return " · ".join(words)

    def _show_more(self) -> None:
        """Show the next records, and below them the way to those that are left."""
        step, column = self._step, self._column
        if step is None:
            return
        if self.more is not None:
            column.removeWidget(self.more)
            self.more.hide()
            self.more.deleteLater()
            self.more = None
        shown = len(self.blocks)
        made = [RecordChange(self._desk, self._names, step.id, one) for one in step.touched[shown : shown + _AT_ONCE]]
        for block in made:
            column.insertWidget(column.count() - 1, Hairline())
            column.insertSpacing(column.count() - 1, 12)
            column.insertWidget(column.count() - 1, block)
        self.blocks += made
        left = len(step.touched) - len(self.blocks)
        if left:
            words = _n("Show {next} of {count} more", "Show {next} of {count} more", left, next=min(left, _AT_ONCE))
            self.more = Link(self._desk.say(words))
            self.more.clicked.connect(self._show_more)
            column.insertWidget(column.count() - 1, self.more, 0, Qt.AlignmentFlag.AlignLeft)
