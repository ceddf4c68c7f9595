"""The measures of an achievement, before → after, and a way to add one by its name."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Better, Measure, SeenBy
from leaderplan.domain.trend import trend
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.achievements.making import edit_record, make_record
from leaderplan.ui.pages.achievements.readings import Readings
from leaderplan.ui.pages.achievements.words import measure_words
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.measure import MeasureRow, MeasureWords

FIELDS = ("name", "seen_by", "unit", "better", "baseline", "baseline_on", "target", "target_on")


class Measures(QWidget):
    """Pressing a measure edits it with its counts; the button offers what citizens notice."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._achievement: Achievement | None = None
        self._shown: list[MeasureWords] | None = None
        self._offers: list[dict[str, Any]] = assets.read_toml("templates/en.toml")["citizen_measures"]
        self._row = MeasureRow()
        self._row.pressed.connect(self.edit)
        self._button = Button(desk.say(_("Measure")), Kind.ADD, "plus", name=desk.say(_("Add a measure")))
        self._button.clicked.connect(self.offer)
        self._menu = self._menu_of_offers()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._row)
        below = QHBoxLayout()
        below.addWidget(self._button)
        below.addStretch()
        column.addLayout(below)

    def show_record(self, plan: Plan, achievement: Achievement) -> None:
        """Show the measures of this achievement."""
        self._achievement = achievement
        measures = sorted(plan.referring(Measure, "of", achievement), key=_order)
        words = [measure_words(trend(plan, measure), self._desk.language) for measure in measures]
        if words != self._shown:
            self._shown = words
            self._row.setVisible(bool(words))
            self._row.show_measures(words)

    def edit(self, id: str, focus: str = "") -> RecordDialog | None:
        """Open a measure with its counts."""
        measure = self._desk.plan.get(Measure, id)
        return edit_record(self._desk, measure, FIELDS, self, self._readings(measure), focus) if measure else None

    def offer(self) -> None:
        """Open the menu of measures below its button."""
        self._menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))

    def add(self, offered: dict[str, Any] | None = None) -> None:
        """Add one of those offered, or one without a name yet, and open it."""
        if self._achievement is None:
            return
        made = self._made(self._achievement, offered)
        if offered is None:
            make_record(self._desk, made, FIELDS, self, self._readings)
        elif self._desk.commit(edits.add(made), self):
            self.edit(made.id, "baseline")

    def _made(self, achievement: Achievement, offered: dict[str, Any] | None) -> Measure:
        if offered is None:
            return Measure(id=new_id(), of=achievement.id, name=self._desk.say(_("New measure")))
        return Measure(
            id=new_id(),
            of=achievement.id,
            name=offered["name"],
            unit=offered["unit"],
            better=Better(offered["better"]),
            seen_by=SeenBy.COST if offered["unit"][:1] == "£" else SeenBy.CITIZEN,
        )

    def _readings(self, measure: Measure) -> Readings:
        known = next((each for each in self._offers if each["name"] == measure.name), None)
        advice = " ".join((f"{known['formula']}.", known["baseline"], known["trap"])) if known else ""
        return Readings(self._desk, measure, advice)

    def _menu_of_offers(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self._desk.say(_("Add a measure")))
        for offered in self._offers:
            words = f"{offered['name']} ({offered['unit']})"
            menu.addAction(words).triggered.connect(lambda _checked=False, each=offered: self.add(each))
        menu.addSeparator()
        menu.addAction(self._desk.say(_("Another measure…"))).triggered.connect(lambda _checked=False: self.add())
        return menu


def _order(measure: Measure) -> tuple[bool, str]:
    return measure.seen_by is not SeenBy.CITIZEN, measure.id
