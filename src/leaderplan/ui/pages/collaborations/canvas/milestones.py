"""The milestones on a line, in the order of their dates; a disc is pressed when one is reached."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Milestone
from leaderplan.ui.pages.collaborations.canvas.keyed import Keyed
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.pages.collaborations.canvas.stops import Shown, Stop
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph

_LATER: Final = "9999"


class MilestonesPart(QWidget):
    """The line; a long one goes on below."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._none = Paragraph(sheet.say(_("Nothing has a date yet.")), "small", "muted")
        line = QWidget()
        self._stops = Keyed(FlowLayout(line, gap=0), self._stop, Stop.show_milestone)
        add = Button(sheet.say(_("Add a milestone")), Kind.ADD, "plus")
        add.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(inset(SectionRow(sheet.say(_("Milestones")))))
        column.addLayout(inset(self._none))
        column.addWidget(line)
        column.addWidget(add)
        column.addStretch()

    def fill(self) -> None:
        """Show the milestones as they stand."""
        found = sorted(self._sheet.parts(Milestone), key=lambda m: (str(m.due.last) if m.due else _LATER, m.id))
        self._none.setVisible(not found)
        reached = [None, *(each.done_on is not None for each in found)]
        shown = [Shown(each, self._day(each), reached[n], each is found[-1]) for n, each in enumerate(found)]
        self._stops.fill([(each.milestone.id, each) for each in shown])
        high = max((stop.wished_height() for stop in self._stops.widgets), default=0)
        for stop in self._stops.widgets:
            stop.setFixedHeight(high)

    def add(self) -> None:
        """A milestone, stored at once, with its panel open."""
        title = self._sheet.say(_("New milestone"))
        self._sheet.add(Milestone(id=new_id(), collaboration=self._sheet.id, title=title), "title")

    def toggle(self, id: str, done: bool) -> None:
        """A milestone is reached today, or not yet after all."""
        milestone = self._sheet.plan.get(Milestone, id)
        if milestone is not None:
            on = PartialDate.of(self._sheet.desk.today()) if done else None
            self._sheet.desk.commit(edits.alter(self._sheet.plan, milestone, done_on=on), self._sheet)

    def _stop(self, id: str) -> Stop:
        stop = Stop(self._sheet)
        stop.disc.clicked.connect(lambda done: self.toggle(id, done))
        stop.words.clicked.connect(partial(self._open, id))
        return stop

    def _day(self, milestone: Milestone) -> str:
        """When it was reached, or is due; a day of the year at hand without its year."""
        on, language = milestone.done_on or milestone.due, self._sheet.desk.language
        if on is None:
            return self._sheet.say(_("no date"))
        return language.short_day(on.first) if on.day and on.year == self._sheet.desk.today().year else language.day(on)

    def _open(self, id: str, _checked: bool = False) -> None:
        milestone = self._sheet.plan.get(Milestone, id)
        if milestone is not None:
            self._sheet.open(milestone)
