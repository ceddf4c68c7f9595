"""The map with its table, those who have no place yet, and what is said of the one who is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.visit import Visit
from leaderplan.ui.pages.people.map.arrangement import margin
from leaderplan.ui.pages.people.map.dots import HIGHEST, LOWEST, Dot, dot_of
from leaderplan.ui.pages.people.map.foot import Foot
from leaderplan.ui.pages.people.map.plot import Plot
from leaderplan.ui.pages.people.map.strip import Strip
from leaderplan.ui.pages.people.map.table import TableView
from leaderplan.ui.pages.people.model import PeopleModel
from leaderplan.ui.widgets.link import Link

_MIDDLE = (LOWEST + HIGHEST) // 2


class MapView(QWidget):
    """Shows the people that the list shows; moving one is stored at once, moves in a row are one step."""

    chosen = Signal(str)
    opened = Signal(str)
    noted = Signal(str)

    def __init__(self, desk: Desk, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._id, self._visit = "", Visit()
        self._unplaced: dict[str, Person] = {}
        self.plot = Plot(desk)
        self.table = TableView(desk)
        self.strip = Strip(desk)
        self.foot = Foot(desk)
        self.switch = Link(desk.say(_("Show as a table")), small=True)
        self.switch.clicked.connect(self._swap)
        self._connect()
        self._lay_out()

    @property
    def as_table(self) -> bool:
        """Whether the table is shown in the place of the map."""
        return self._stack.currentWidget() is self.table

    def show_people(self) -> None:
        """Show everybody who is in the list now."""
        touches = [touch for id in self._model.ids if (touch := self._model.contact(id))]
        dots = [dot for touch in touches if (dot := dot_of(touch))]
        placed = {dot.id for dot in dots}
        self._unplaced = {touch.person.id: touch.person for touch in touches if touch.person.id not in placed}
        self.plot.show_dots(dots)
        self._show_rest()

    def take(self, ids: Iterable[str]) -> None:
        """Show again what an edit changed about these people."""
        for id in ids:
            touch = self._model.contact(id) if self._model.row_of(id) >= 0 else None
            dot = dot_of(touch) if touch else None
            self._unplaced.pop(id, None)
            if touch is not None and dot is None:
                self._unplaced[id] = touch.person
            self.plot.put(id, dot)
        self._show_rest()

    def select(self, id: str) -> None:
        """Mark a person without telling anyone."""
        if id != self._id:
            self._visit.leave()
        self._id = id
        self.plot.select(id)
        self.table.select(id)
        self.strip.show_people(list(self._unplaced.values()), id)
        self._show_foot()

    def _show_rest(self) -> None:
        self.table.table.show_dots(self.plot.dots if self.as_table else [])
        self.strip.show_people(list(self._unplaced.values()), self._id)
        self._show_foot()

    def _show_foot(self) -> None:
        self.foot.show_contact(self._desk.plan, self._model.contact(self._id))

    def _move(self, id: str, interest: int, influence: int) -> None:
        person = self._desk.plan.get(Person, id)
        if person is None:
            return
        if id != self._id:
            self._visit.leave()
        label = _("Move {name} on the map", name=person.name[:60])
        edit = edits.alter(self._desk.plan, person, label, interest=interest, influence=influence)
        self._commit(edit)
        if self._id != id:
            self.select(id)
            self.chosen.emit(id)

    def _commit(self, edit: ChangeSet) -> None:
        if edit:
            self._desk.commit(edit, self, self._visit.token())

    def _take_off(self, id: str) -> None:
        person = self._desk.plan.get(Person, id)
        if person is None:
            return
        self._visit.leave()
        label = _("Take {name} off the map", name=person.name[:60])
        edit = edits.alter(self._desk.plan, person, label, interest=None, influence=None)
        if self._desk.commit(edit, self):
            self._desk.toast(_("{name} is not on the map any more.", name=person.name[:60]))

    def _place(self, id: str) -> None:
        """By a key: into the middle, from where the arrows lead on."""
        self._move(id, _MIDDLE, _MIDDLE)
        self.plot.setFocus(Qt.FocusReason.OtherFocusReason)

    def _guest(self, id: str) -> Dot | None:
        touch = self._model.contact(id)
        person = touch.person if touch else None
        return Dot(id, person.name, _MIDDLE, _MIDDLE, person.risk_readiness or 0, False) if person else None

    def _carry(self, id: str, place: QPoint | None) -> None:
        if guest := self._guest(id):
            self.plot.hover_guest(guest, place)

    def _drop(self, id: str, place: QPoint) -> None:
        if guest := self._guest(id):
            self.plot.drop_guest(guest, place)

    def _choose(self, id: str) -> None:
        if id != self._id:
            self.select(id)
            self.chosen.emit(id)

    def _swap(self) -> None:
        self._stack.setCurrentWidget(self.plot if self.as_table else self.table)
        self._fit_switch()
        words = _("Show as a map") if self.as_table else _("Show as a table")
        self.switch.set_words(self._desk.say(words))
        self.show_people()
        self.table.select(self._id)

    def _fit_switch(self) -> None:
        """On the line of the last words of the map, which stand in its middle; below the table."""
        self._above_switch.changeSize(0, 8 if self.as_table else -current_theme().type.small_line)
        self._above_switch.invalidate()

    def _connect(self) -> None:
        for each in (self.plot, self.table):
            each.chosen.connect(self._choose)
            each.opened.connect(self.opened)
            each.moved.connect(self._move)
        self.plot.taken_off.connect(self._take_off)
        self.strip.placed.connect(self._place)
        self.strip.carried.connect(self._carry)
        self.strip.put_back.connect(lambda id: self._carry(id, None))
        self.strip.dropped.connect(self._drop)
        self.foot.noted.connect(self.noted)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self.table)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 8, 32, 16)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self._above_switch = QSpacerItem(0, 0)
        column.addItem(self._above_switch)
        self._fit_switch()
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight)
        column.addSpacing(12)
        below = QVBoxLayout()
        below.setContentsMargins(margin(current_theme().type), 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.strip)
        below.addWidget(self.foot)
        column.addLayout(below)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
