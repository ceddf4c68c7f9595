"""A list of what happened, with its rows by day; subclasses fill it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPersistentModelIndex, QPoint
from PySide6.QtWidgets import QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.model import EventsModel, More
from leaderplan.ui.pages.history.row import EventDelegate
from leaderplan.ui.pages.sidelist import SideList


class EventList(SideList):
    """Ids are those of steps or of records, as the subclass says."""

    model: EventsModel

    def __init__(self, desk: Desk, name: str, more: More | None = None, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, parent)
        self.model = EventsModel(desk.language, desk.today, more, self)
        self.view.setItemDelegate(EventDelegate(self.view))
        self.view.setModel(self.model)
        self.view.setResizeMode(self.view.ResizeMode.Adjust)  # what is said takes two lines where one is too short

    @property
    def id(self) -> str:
        """What is marked; empty where nothing is."""
        return self._id

    def clear(self) -> None:
        """Nothing narrows the list, unless a subclass says so."""

    def _staying(self, act: Callable[[], None]) -> None:
        """Do something that puts rows at the top; what was looked at stays where it is, except at the very top."""
        bar = self.view.verticalScrollBar()
        if not bar.value():
            self._keeping(act)
            self.view.scrollToTop()
            return
        first = QPersistentModelIndex(self.view.indexAt(QPoint(40, 1)))
        before = self.view.visualRect(first).top()
        self._keeping(act)
        self.view.doItemsLayout()
        bar.setValue(bar.value() + self.view.visualRect(first).top() - before)
