"""What is counted: each measure with its readings as a line, and a line to write the next reading in."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.records import Measure, SeenBy
from leaderplan.domain.trend import trend
from leaderplan.ui.pages.collaborations.canvas.keyed import Keyed
from leaderplan.ui.pages.collaborations.canvas.measure import MeasureBlock
from leaderplan.ui.pages.collaborations.canvas.offers import measure_from, measures
from leaderplan.ui.pages.collaborations.canvas.readings import Readings
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph, as_tip


class MeasuresPart(QWidget):
    """What citizens see comes first."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(16)
        self._keyed = Keyed(self._blocks, self._block, MeasureBlock.show_trend)
        self._none = Paragraph(sheet.say(_("Count before you begin: afterwards nobody can.")), "small", "muted")
        self._add = Button(sheet.say(_("Add a measure")), Kind.ADD, "plus")
        self._add.clicked.connect(self.offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(inset(SectionRow(sheet.say(_("What we count")))))
        column.addLayout(inset(self._none))
        column.addLayout(self._blocks)
        column.addWidget(self._add)

    def fill(self) -> None:
        """Show the measures as they stand."""
        found = sorted(self._sheet.parts(Measure, "of"), key=lambda m: (m.seen_by is not SeenBy.CITIZEN, m.id))
        trends = tuple(trend(self._sheet.plan, measure) for measure in found)
        self._none.setVisible(not found)
        self._keyed.fill([(each.measure.id, each) for each in trends])

    def blocks(self) -> tuple[MeasureBlock, ...]:
        """The measures from top to bottom."""
        return self._keyed.widgets

    def _block(self, id: str) -> MeasureBlock:
        block = MeasureBlock(self._sheet)
        block.edited.connect(partial(self.open, id))
        return block

    def offer(self) -> QMenu:
        """The measures of what citizens experience, and a blank one."""
        menu = QMenu(self)
        menu.setAccessibleName(self._add.accessibleName())
        menu.setToolTipsVisible(True)
        for each in measures():
            action = menu.addAction(each["name"].replace("&", "&&"))
            action.setToolTip(as_tip(each["formula"]))
            action.triggered.connect(partial(self._take, each))
        menu.addSeparator()
        menu.addAction(self._sheet.say(_("Another measure"))).triggered.connect(partial(self._take, None))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))
        return menu

    def open(self, id: str, field: str = "") -> None:
        """The panel of a measure, with its readings."""
        measure = self._sheet.plan.get(Measure, id)
        if measure is not None:
            self._sheet.open(measure, field, Readings(self._sheet, measure))

    def _take(self, offered: dict[str, str] | None, _checked: bool = False) -> None:
        measure = measure_from(self._sheet, offered, self._sheet.say(_("New measure")))
        if self._sheet.store_new(measure):
            self.open(measure.id, "name" if offered is None else "baseline")
