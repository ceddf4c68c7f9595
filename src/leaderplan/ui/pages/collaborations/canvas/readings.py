"""The readings of a measure as rows, each opening its own panel."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Measure, Reading
from leaderplan.domain.trend import written
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.widgets.row import LineRow, LineWords
from leaderplan.ui.widgets.text import PlainLabel


class Readings(QWidget):
    """Newest first."""

    def __init__(self, sheet: Sheet, measure: Measure) -> None:
        super().__init__()
        self._sheet, self._id = sheet, measure.id
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(sheet.say(_("Readings")), "strong"))
        column.addLayout(self._rows)
        sheet.desk.signals.changed.connect(self._hear)
        self._show()

    def _hear(self, edit: ChangeSet, _by: object) -> None:
        if edit.touches(Reading.table) or edit.touches(Measure.table):
            self._show()

    def _show(self) -> None:
        clear(self._rows)
        sheet = self._sheet
        measure = sheet.plan.get(Measure, self._id)
        found = sheet.plan.referring(Reading, "measure", measure) if measure else ()
        self.setVisible(bool(found))
        for each in sorted(found, key=lambda r: (str(r.on.last) if r.on else "", r.id), reverse=True):
            assert measure is not None
            day = sheet.desk.language.day(each.on) if each.on else ""
            value = written(each.value, measure.unit, sheet.desk.language) if each.value is not None else ""
            row = LineRow(LineWords(value, each.source, day), leads=True)
            row.clicked.connect(partial(self._open, each.id))
            self._rows.addWidget(row)

    def _open(self, id: str, _checked: bool = False) -> None:
        reading = self._sheet.plan.get(Reading, id)
        if reading is not None:
            self._sheet.open(reading, "value")
