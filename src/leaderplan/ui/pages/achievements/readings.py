"""The later counts of a measure, edited beside one another; the first line takes a new one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Measure, Reading
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.numbers import NumberField
from leaderplan.ui.forms.storedtext import StoredText
from leaderplan.ui.forms.storing import Storing
from leaderplan.ui.pages.achievements.row import empty_out
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.dates import DateField
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_NARROW = 2  # columns: date and value; the source takes the rest


class Readings(QWidget):
    """Stands below the fields of a measure; ``advice`` says how to count it."""

    def __init__(self, desk: Desk, measure: Measure, advice: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._measure = desk, measure
        self._storing = Storing(desk, self)
        self._ids: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if advice:
            column.addWidget(Paragraph(advice, "small", "muted"))
        column.addWidget(PlainLabel(desk.say(_("Counted since")), "strong"))
        column.addLayout(self._grid)
        desk.signals.changed.connect(self._hear)
        self._show()

    def _hear(self, edit: ChangeSet, by: object) -> None:
        about = any(isinstance(r, Reading) and r.measure == self._measure.id for c in edit for r in (c.before, c.after))
        if about and (by is not self or self._found() != self._ids):
            self._show()

    def _found(self) -> list[str]:
        return [reading.id for reading in self._readings()]

    def _readings(self) -> list[Reading]:
        found = self._desk.plan.referring(Reading, "measure", self._measure)
        return sorted(found, key=lambda each: (str(each.on.last) if each.on else "", each.id), reverse=True)

    def _show(self) -> None:
        empty_out(self._grid)
        readings = self._readings()
        self._ids = [reading.id for reading in readings]
        self._show_new()
        for row, reading in enumerate(readings, 1):
            self._show_reading(row, reading)

    def _show_reading(self, row: int, reading: Reading) -> None:
        desk = self._desk
        on = DateField(desk.language, desk.say(_("Counted on")), reading.on)
        on.edited.connect(partial(self._store, reading.id, "on"))
        value = NumberField(desk.language, desk.say(_("Value")))
        value.set_value(reading.value)
        value.edited.connect(partial(self._store, reading.id, "value"))
        source = StoredText(desk, Reading, "source", "small", labelled=False)
        source.set_hint(desk.say(_("Who can check it?")))
        source.show_record(reading)
        name = desk.say(_("Take this count away"))
        remove = Button("", Kind.ICON, "x", name=name, small=True)
        remove.clicked.connect(partial(self._remove, reading.id))
        self._lay_out(row, on, value, source, remove)

    def _show_new(self) -> None:
        desk = self._desk
        today = PartialDate.of(desk.today())
        on = DateField(desk.language, desk.say(_("New count, on")), today)
        value = NumberField(desk.language, desk.say(_("New value")))
        value.edited.connect(lambda count: self._add(on.value or today, count))
        self._lay_out(0, on, value, PlainLabel(desk.say(_("Count again, and write it here")), "small", "muted"))

    def _lay_out(self, row: int, *widgets: QWidget) -> None:
        for column, widget in enumerate(widgets):
            if column < _NARROW:
                widget.setMaximumWidth(widget.minimumSizeHint().width())
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)

    def _add(self, on: PartialDate, value: float | None) -> None:
        if value is not None:
            made = Reading(id=new_id(), measure=self._measure.id, on=on, value=value)
            self._desk.commit(edits.add(made, label=_("Add a count of {name}", name=self._measure.name)), self)

    def _store(self, id: str, name: str, value: Any) -> None:
        wrong = self._storing.store(id, name, value)
        if wrong:
            self._desk.toast(_("{problem}", problem=wrong), undo=False)
            self._show()

    def _remove(self, id: str) -> None:
        reading = self._desk.plan.get(Reading, id)
        if reading is not None and self._desk.commit(edits.remove(self._desk.plan, reading), self):
            self._desk.toast(_("The count was taken away."))
