"""The level in view: what the competency looks like there, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Descriptor
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies.matrix import Cell, Row
from leaderplan.ui.pages.competencies.parts import OUTSET, Dots
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.widgets.text import Paragraph


class LevelPart(QWidget):
    """Steps through the levels with two arrows; rates and expects with two buttons."""

    stepped = Signal(int)
    """One level up (1) or down (-1) is wanted."""
    rated = Signal()
    expected = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.say
        self._name = Paragraph("", "strong")
        self._dots = QHBoxLayout()
        self._text = Paragraph("")
        self._down = Button("", Kind.ICON, "chevron-left", name=say(_("The level below")), small=True)
        self._up = Button("", Kind.ICON, "chevron-right", name=say(_("The level above")), small=True)
        self.rate = Button(say(_("Rate myself here")), small=True)
        self.expect = Button(say(_("Expected here")), small=True)
        for button in (self.rate, self.expect):
            button.setCheckable(True)
        self._down.clicked.connect(lambda: self.stepped.emit(-1))
        self._up.clicked.connect(lambda: self.stepped.emit(1))
        self.rate.clicked.connect(self.rated)
        self.expect.clicked.connect(self.expected)
        self._lay_out()

    def show_level(self, plan: Plan, row: Row, cell: Cell) -> None:
        """Show this level of this competency."""
        steps, rank = len(row.cells), row.cells.index(cell) + 1
        self._name.setText(cell.level.title)
        clear(self._dots)
        said = _("level {rank} of {steps}", rank=rank, steps=steps)
        self._dots.addWidget(Dots(rank, steps, self._desk.say(said)))
        texts = {each.level: each.text for each in plan.referring(Descriptor, "competency", row.competency)}
        text = texts.get(cell.level.id, "")
        self._text.setText(text or self._desk.say(_("The framework says nothing about this level.")))
        self._text.set_token("text" if text else "muted")
        self._down.setEnabled(rank > 1)
        self._up.setEnabled(rank < steps)
        self.rate.setChecked(cell.own)
        self.expect.setChecked(cell.expected)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addLayout(self._dots)
        head.addWidget(self._down, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._up, 0, Qt.AlignmentFlag.AlignTop)
        head.setSpacing(4)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.rate)
        buttons.addWidget(self.expect)
        column = QVBoxLayout(self)
        column.setContentsMargins(OUTSET, 16, OUTSET, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addSpacing(12)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self._text)
        column.addSpacing(12)
        column.addLayout(buttons)
