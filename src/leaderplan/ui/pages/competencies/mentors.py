"""What mentors say: their newest ratings by name, and a panel to add or change one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Assessment, Level
from leaderplan.domain.rules.standing import Rating
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies.matrix import Row
from leaderplan.ui.pages.competencies.mentorpanel import MentorPanel
from leaderplan.ui.pages.competencies.part import Part
from leaderplan.ui.pages.competencies.parts import MentorRow
from leaderplan.ui.widgets.button import Button, Kind


class Mentors(Part):
    """A row for each mentor; a click changes the rating."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.say(_("Mentors")), parent)
        self._desk = desk
        self._row: Row | None = None
        self._level: Level | None = None
        add = Button(desk.say(_("Rating")), Kind.ADD, "plus", name=desk.say(_("Add a mentor’s rating")))
        add.clicked.connect(self.add)
        self.head.add(add)
        self._shown: object = None

    def show_row(self, row: Row, level: Level | None, initials: Mapping[str, str]) -> None:
        """Show the newest rating of each mentor, by their initials; ``level`` is what a new one begins with."""
        self._row, self._level = row, level
        ratings = row.standing.mentors
        shown = ratings, tuple(cell.level for cell in row.cells), dict(initials)
        if shown == self._shown:
            return
        self._shown = shown
        self.show_widgets(*(self._line(row, each, initials.get(each.mentor.id, "")) for each in ratings), rows=True)
        self.show()

    def add(self) -> MentorPanel | None:
        """Open the panel of a new rating, for the level in view."""
        if self._row is None:
            return None
        panel = MentorPanel(self._desk, self._row.competency, self._level, None, self)
        panel.open()
        return panel

    def change(self, rating: Rating) -> MentorPanel | None:
        """Open the panel of a mentor's newest rating."""
        found = self._row and _newest(self._desk.plan, self._row, rating)
        if not found or self._row is None:
            return None
        panel = MentorPanel(self._desk, self._row.competency, self._level, found, self)
        panel.open()
        return panel

    def _line(self, row: Row, rating: Rating, letters: str) -> MentorRow:
        level = next((cell.level.title for cell in row.cells if cell.level.rank == rating.rank), "")
        say, day = self._desk.say, self._desk.language.day(rating.on)
        said = say(_("{name}: {level}, {day}", name=rating.mentor.name, level=level, day=day))
        made = MentorRow(rating.mentor.name, letters, day, rating.rank, len(row.cells), said)
        made.clicked.connect(lambda: self.change(rating))
        return made


def _newest(plan: Plan, row: Row, rating: Rating) -> Assessment | None:
    given = [
        each
        for each in plan.referring(Assessment, "competency", row.competency)
        if each.by == rating.mentor.id and each.on == rating.on
    ]
    return max(given, key=lambda each: each.id, default=None)
