"""The left side of the page: the steps or the bin, by a switch; or the versions of one record."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.binlist import BinList
from leaderplan.ui.pages.history.eventlist import EventList
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.pages.history.steplist import StepList
from leaderplan.ui.pages.history.versionlist import VersionList
from leaderplan.ui.widgets.switch import Switch
from leaderplan.ui.widgets.text import PlainLabel


class View(IntEnum):
    """What the page shows."""

    STEPS = 0
    BIN = 1
    VERSIONS = 2


class Left(QWidget):
    """``swapped`` tells that the other view was chosen."""

    swapped = Signal(object)
    """The View."""

    def __init__(self, desk: Desk, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self.steps, self.bin, self.versions = StepList(desk), BinList(desk, names), VersionList(desk)
        self.switch = Switch((say(_("Steps")), say(_("Bin"))), say(_("View")))
        self.switch.chosen.connect(lambda number: self.swapped.emit(View(number)))
        self._heading = PlainLabel(say(_("Versions")), "strong")
        self._heading.hide()
        self._stack = QStackedWidget()
        for each in (self.steps, self.bin, self.versions):
            self._stack.addWidget(each)
        top = QWidget()
        inner = QVBoxLayout(top)
        inner.setContentsMargins(32, 12, 8, 12)
        inner.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._stack, 1)

    @property
    def current(self) -> EventList:
        """The list in view."""
        return (self.steps, self.bin, self.versions)[self._stack.currentIndex()]

    def show_view(self, view: View) -> None:
        """Show one of the lists without telling anyone."""
        self._stack.setCurrentIndex(view)
        self.switch.setVisible(view is not View.VERSIONS)
        self._heading.setVisible(view is View.VERSIONS)
        self.setFocusProxy(self.current.view)
        if view is not View.VERSIONS:
            self.switch.show_choice(view)
