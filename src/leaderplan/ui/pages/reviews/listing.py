"""The left side of the page: the rounds, by how far they have come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.model import RoundsModel
from leaderplan.ui.pages.reviews.seeking import is_wanted
from leaderplan.ui.pages.sidelist import SideList


class Listing(SideList):
    """What is sought narrows it to the rounds in which it was said."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.say
        super().__init__(desk, say(_("Rounds")), parent)
        self._words: list[str] = []
        self.model = RoundsModel(desk.language, desk.today, self)
        self.view.setModel(self.model)
        top = QWidget()
        top.setFixedHeight(0)
        self._lay_out(top, say(_("No round speaks of that.")), say(_("Show all rounds")))

    def show_plan(self) -> None:
        """Show the rounds as they stand now."""
        plan = self._desk.plan
        self._keeping(lambda: self.model.show_plan(plan, lambda record, at: is_wanted(plan, record, at, self._words)))

    def seek(self, text: str) -> None:
        """Show only rounds in which all these words were said."""
        self._words = text.casefold().split()
        self.show_plan()

    def clear(self) -> None:
        """Show all rounds."""
        self.seek("")
