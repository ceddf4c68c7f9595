"""The left side of the page: filters, and the achievements grouped by year."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.models.achievements import AchievementModel, Wanted
from leaderplan.ui.pages.achievements.filters import Filters
from leaderplan.ui.pages.sidelist import SideList


class Listing(SideList):
    """The achievements that the filters let through."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.say(_("Achievements")), parent)
        self.filters = Filters(desk)
        self.model = AchievementModel(desk.language, desk.today, self)
        self.view.setModel(self.model)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(32, 12, 8, 8)
        column.addWidget(self.filters)
        self._lay_out(top, desk.say(_("Nothing here is like that.")), desk.say(_("Show all")))
        self.filters.changed.connect(self._filter)
        self.model.counted.connect(self.filters.set_untold)

    def show_plan(self) -> None:
        """Begin with the plan as it is now."""
        self.filters.show_plan(self._desk.plan)
        self._keeping(lambda: self.model.show_plan(self._desk.plan))

    def take(self, edit: ChangeSet) -> None:
        """Follow an edit."""
        self._keeping(lambda: self.model.take(edit, self._desk.plan))
        if edit.touches("competency") or edit.touches("profile"):
            self.filters.show_plan(self._desk.plan)

    def clear(self) -> None:
        self.filters.clear()

    def _filter(self, wanted: Wanted) -> None:
        self._keeping(lambda: self.model.filter(wanted))

    def _scroll_to(self, index: QModelIndex) -> None:
        """The word of its section is to be seen as well, where it is the first there."""
        self.view.scrollTo(self.model.index(index.row() - 1))
        self.view.scrollTo(index)
