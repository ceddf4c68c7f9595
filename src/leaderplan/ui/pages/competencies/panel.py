"""The side panel: one competency in words, at the level in view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.competencies.advice import Advice
from leaderplan.ui.pages.competencies.levelpart import LevelPart
from leaderplan.ui.pages.competencies.matrix import Cell, Row
from leaderplan.ui.pages.competencies.mentors import Mentors
from leaderplan.ui.pages.competencies.model import MatrixModel
from leaderplan.ui.pages.competencies.part import Part
from leaderplan.ui.pages.competencies.parts import OUTSET, Point
from leaderplan.ui.pages.competencies.stories import MightShow, ShownBy
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

WIDE = 312
_READING = 720


class SidePanel(QScrollArea):
    """Shows what it is given; tells what is wanted of the level in view."""

    stepped = Signal(int)
    rated = Signal()
    expected = Signal()
    claimed = Signal(str, object)
    """(id of an achievement, Level)"""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._competency: Competency | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(desk.say(_("The competency")))
        self._group = PlainLabel("", "small", "muted", shortens=True)
        self._title = Paragraph("", "heading")
        self._description = Paragraph("")
        self.sentence = Paragraph("", "body", "muted")
        self.level = LevelPart(desk)
        self.shown = ShownBy(desk)
        self.might = MightShow(desk)
        self.mentors = Mentors(desk)
        self.advice = Advice(desk)
        self.would_show = Part(desk.say(_("What would show it")))
        self.does_not = Part(desk.say(_("What does not")))
        self.level.stepped.connect(self.stepped)
        self.level.rated.connect(self.rated)
        self.level.expected.connect(self.expected)
        self.might.claimed.connect(self.claimed)
        self._lay_out()

    def show_row(self, plan: Plan, row: Row, cell: Cell, model: MatrixModel, *, stories: bool) -> None:
        """Show a competency at one level; ``stories`` where an achievement or a claim may have changed."""
        stands, competency = row.standing, row.competency
        self._group.setText(stands.group.title if stands.group else "")
        self._group.setVisible(stands.group is not None)
        self._title.setText(competency.title)
        self._description.setText(competency.description)
        self._description.setVisible(bool(competency.description))
        self.sentence.setText(model.wording.standing(stands))
        self.level.show_level(plan, row, cell)
        self.shown.show_row(plan, row)
        self.might.show_row(row, stories)
        self.mentors.show_row(row, cell.level, model.initials)
        self.advice.show_competency(competency)
        self._show_points(competency)

    def fill(self, fills: bool) -> None:
        """Whether it fills the page, and the header says the title."""
        self._title.setVisible(not fills)
        edge = (32 if fills else 24) - OUTSET
        self._column.setContentsMargins(edge, 16, edge, 24)

    def focus_first(self) -> None:
        """Put the keyboard into the panel."""
        self.verticalScrollBar().setValue(0)
        self.level.rate.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_points(self, competency: Competency) -> None:
        if competency == self._competency:
            return
        if self._competency is None or competency.id != self._competency.id:
            self.verticalScrollBar().setValue(0)
        self._competency = competency
        self.would_show.show_widgets(*map(Point, competency.evidence))
        self.does_not.show_widgets(*map(Point, competency.not_this))

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout()
        column.setContentsMargins(24 - OUTSET, 16, 24 - OUTSET, 24)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(OUTSET, 0, OUTSET, 0)
        head.setSpacing(8)
        for words in (self._group, self._title, self._description, self.sentence):
            head.addWidget(words)
        column.addLayout(head)
        parts = (self.level, self.shown, self.might, self.advice, self.mentors, self.would_show, self.does_not)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        text = QWidget()
        text.setLayout(column)
        text.setMaximumWidth(current_theme().type.px(_READING))
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text, 1)
        row.addStretch()
        self.setWidget(inner)
