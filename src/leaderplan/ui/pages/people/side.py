"""The right side of the page: a switch between the map of all and the page of one."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.people.map.legend import Legend
from leaderplan.ui.pages.people.map.view import MapView
from leaderplan.ui.pages.people.model import PeopleModel
from leaderplan.ui.pages.people.more import MoreMenu
from leaderplan.ui.pages.people.record.view import PersonView
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.switch import Switch


class View(IntEnum):
    """What the right side shows."""

    MAP = 0
    PAGE = 1


class Side(QWidget):
    """``swapped`` tells that the other view was chosen."""

    swapped = Signal()

    def __init__(self, desk: Desk, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self.map = MapView(desk, model)
        self.record = PersonView(desk)
        self.more = MoreMenu(desk, self)
        self.switch = Switch((say(_("Map")), say(_("Page"))), say(_("View")))
        self.switch.chosen.connect(lambda number: self._swap(View(number)))
        self._legend = Legend(desk)
        self._note = Button(say(_("Note a conversation")), Kind.PLAIN, "message-circle", small=True)
        self._note.clicked.connect(lambda: self.record.focus("+conversation"))
        self._dots = Button("", Kind.ICON, "ellipsis", name=say(_("More")), small=True)
        self._dots.clicked.connect(lambda: self.more.popup(self._dots.mapToGlobal(self._dots.rect().bottomLeft())))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.map)
        self._stack.addWidget(self.record)
        top = QHBoxLayout()
        top.setContentsMargins(24, 12, 32, 12)
        top.setSpacing(8)
        top.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._legend, 1)
        self._gap = QWidget()
        top.addWidget(self._gap, 1)
        top.addWidget(self._note)
        top.addWidget(self._dots)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.show_view(View.MAP)

    @property
    def view(self) -> View:
        """What is shown."""
        return View(self._stack.currentIndex())

    def show_view(self, view: View) -> None:
        """Show the map or the page."""
        self._stack.setCurrentIndex(view)
        self.switch.show_choice(view)
        self._legend.setVisible(view is View.MAP)
        for widget in (self._gap, self._note, self._dots):
            widget.setVisible(view is View.PAGE)

    def _swap(self, view: View) -> None:
        self.show_view(view)
        self.swapped.emit()
