"""One measure on the canvas: its line over time, and a field for the next reading."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.figures import Figure, Goal, Series, Value, line
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Reading
from leaderplan.domain.trend import Trend, written
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.collaborations.canvas.oneline import NotAReading, read_reading
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.drawing import FigureView
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.field import mark_wrong
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_HIGH: Final = 132
_PROBLEM: Final = _("Write a number, and the day if it was not today: 28 on 12 Mar 2026.")


class MeasureBlock(QWidget):
    """Drawn as soon as there are two counts; before that in words."""

    edited = Signal()
    """It is to be opened."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._found: Trend | None = None
        self.figure = FigureView(lambda width: Figure(width, 1, (), ""))
        self._name, self._figures = Paragraph("", "strong"), Paragraph("", "body", "muted")
        self._seen = PlainLabel("", "small", "muted", shortens=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(sheet.say(_("28 on 12 Mar")))
        self.field.hide()
        self._problem = Paragraph(sheet.say(_PROBLEM), "small", "bad")
        self._problem.hide()
        PlanUndo(self.field)
        self._edit = Button(sheet.say(_("Edit")), Kind.ADD, "pencil")
        self.add = Button(sheet.say(_("Add a reading")), Kind.ADD, "plus")
        row = QHBoxLayout()
        row.setContentsMargins(OUTSET, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._seen, 1)
        row.addWidget(self.add)
        row.addWidget(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.figure, self._name, self._figures):
            column.addLayout(inset(widget))
        column.addLayout(row)
        column.addLayout(inset(self.field))
        column.addLayout(inset(self._problem))
        self._edit.clicked.connect(self.edited)
        self.add.clicked.connect(self.begin)
        self.field.returnPressed.connect(self._add)
        self.field.textEdited.connect(lambda: self._complain(False))

    def show_trend(self, found: Trend) -> None:
        """Show a measure with its counts: as a line from two counts on."""
        self._found, say, name = found, self._sheet.say, found.measure.name
        drawn = len(found.counts) > 1
        self.figure.setVisible(drawn)
        self._name.setVisible(not drawn)
        self._figures.setVisible(not drawn)
        if drawn:
            self.figure.set_drawing(lambda width: self._draw(found, width))
        self._name.setText(name)
        self._figures.setText(say(self._in_words(found)))
        seen = found.measure.seen_by
        self._seen.setText(say(_("seen by {who}", who=seen.label) if seen else _("nobody said who sees it")))
        self.field.setAccessibleName(say(_("New reading of {name}", name=name)))
        self._edit.setAccessibleName(say(_("Edit {name}", name=name)))
        self.add.setAccessibleName(f"{name}: {self.add.text()}")

    def begin(self) -> None:
        """Open the line for the next reading."""
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_words(self, found: Trend) -> Message:
        measure, language = found.measure, self._sheet.desk.language
        if not found.counts:
            first: str | Message = _("no figure from before")
        else:
            first = written(found.counts[0].value, measure.unit, language)
        if measure.target is None:
            return _("{before}, no target yet", before=first)
        return _("{before}, target {target}", before=first, target=written(measure.target, measure.unit, language))

    def _draw(self, found: Trend, width: float) -> Figure:
        measure, language = found.measure, self._sheet.desk.language
        dated = [count.on.first for count in found.counts if count.on]
        first_day = min(dated, default=self._sheet.desk.today())
        type_ = current_theme().type
        values = [
            Value(
                language.day(count.on) if count.on else "",
                (count.on.last if count.on else first_day).toordinal(),
                count.value,
                written(count.value, measure.unit, language),
            )
            for count in found.counts
        ]
        goal = Goal(measure.target, language.number(measure.target)) if measure.target is not None else None
        series = Series(measure.name, measure.unit, values, goal)
        return line(series, (width, type_.px(_HIGH)), language, text=12.25 * type_.scale)

    def _add(self) -> None:
        sheet, today = self._sheet, self._sheet.desk.today()
        text = self.field.text()
        if not text.strip() or self._found is None:
            return
        try:
            value, on = read_reading(text, sheet.desk.language, today)
        except NotAReading:
            self._complain(True)
            return
        reading = Reading(id=new_id(), measure=self._found.measure.id, on=on or PartialDate.of(today), value=value)
        if sheet.desk.commit(edits.add(reading), sheet):
            self.field.clear()

    def _complain(self, wrong: bool) -> None:
        self._problem.setVisible(wrong)
        self.field.setAccessibleDescription(self._problem.text() if wrong else "")
        mark_wrong(self.field, wrong)
