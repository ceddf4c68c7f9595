"""The steps of the service: as it is, as it will be, and what becomes of each."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import ServiceStep, Treatment
from leaderplan.ui.models.steps import StepsModel
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.pages.collaborations.canvas.steptable import StepTable
from leaderplan.ui.pages.collaborations.canvas.treatments import ShareBar, share_in_words
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.settling import settle_within
from leaderplan.ui.widgets.text import Paragraph, as_tip


class StepsPart(QWidget):
    """A heading with the share that hardly changes, the bar, the table, and a way to add."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._head = SectionRow(sheet.say(_("Steps of the service")))
        self._bar = ShareBar()
        self.model = StepsModel(sheet.desk.language, self._store, self)
        self.table = StepTable(self.model, sheet.say)
        self.table.setAccessibleName(sheet.say(_("Steps of the service")))
        keys = _("Enter edits, Alt and an arrow moves a step, Delete takes it out, Ctrl+Enter adds one.")
        self.table.setAccessibleDescription(sheet.say(keys))
        self.table.horizontalHeader().setAccessibleName(sheet.say(_("Steps of the service")))
        self.table.setToolTip(as_tip(sheet.say(keys)))
        none = _("Walk through it as a citizen would, and write down each step.")
        self._none = Paragraph(sheet.say(none), "small", "muted")
        self._add = Button(sheet.say(_("Add a step")), Kind.ADD, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        for widget in (self._head, self._bar, self.table, self._none):
            column.addLayout(inset(widget))
        column.addWidget(self._add)
        column.addStretch()
        self._add.clicked.connect(self.add)
        self.table.added.connect(self.add)
        self.table.treated.connect(self._treat)
        self.table.moved.connect(self._move)
        self.table.removed.connect(self._remove)

    def fill(self) -> None:
        """Show the steps as they stand."""
        steps = self._sheet.parts(ServiceStep)
        words = share_in_words(steps)
        self._head.set_aside(self._sheet.say(words) if words else "")
        self._bar.show_steps(steps, self._sheet.say)
        self.model.show_steps(steps)
        self.table.setVisible(bool(steps))
        self._none.setVisible(not steps)

    def add(self) -> None:
        """A step at the end, ready to be typed."""
        settle_within(self)
        place = max((step.position or 0 for step in self.model.steps), default=0) + 1
        step = ServiceStep(id=new_id(), collaboration=self._sheet.id, position=place)
        if self._sheet.desk.commit(edits.add(step), self._sheet):
            self.table.edit_cell(self.model.row_of(step.id), "as_is")

    def _store(self, step: ServiceStep, field: str, value: Any) -> None:
        self._sheet.desk.commit(edits.alter(self._sheet.plan, step, **{field: value}), self._sheet)

    def _treat(self, step: ServiceStep, treatment: Treatment) -> None:
        edit = edits.alter(self._sheet.plan, step, treatment=treatment)
        if edit:
            self._sheet.desk.commit(edit, self._sheet)

    def _move(self, source: int, to: int) -> None:
        steps = list(self.model.steps)
        steps.insert(to, steps.pop(source))
        if self._sheet.desk.commit(edits.reorder(self._sheet.plan, steps), self._sheet):
            self.table.setCurrentIndex(self.model.index(to, max(self.table.currentIndex().column(), 1)))

    def _remove(self, step: ServiceStep) -> None:
        self._sheet.remove(step, _("{name} is in the bin.", name=edits.called(step)))
