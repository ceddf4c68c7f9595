"""The left side: every work, under three words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.licences import Work
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.settings.about.model import WorkModel
from leaderplan.ui.pages.sidelist import SideList


class Listing(SideList):
    """Nothing narrows it, so that there is no list without rows."""

    model: WorkModel

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.say(_("LeaderPlan and what it is made with")), parent)
        self.model = WorkModel(desk.language, self)
        self.view.setModel(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    @property
    def current(self) -> Work | None:
        """The one that is chosen."""
        return self.model.work(self._id)

    def show_works(self, works: Sequence[Work]) -> None:
        """Show these, with the first one chosen."""
        self.model.show_works(works)
        self.select(self.model.ids[0])

    def clear(self) -> None:
        """All are shown always."""
