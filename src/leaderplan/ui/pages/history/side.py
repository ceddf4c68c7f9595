"""The right side of the page: a step, something in the bin, or two versions side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.binpane import BinPane
from leaderplan.ui.pages.history.compare import ComparePane
from leaderplan.ui.pages.history.left import View
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.pages.history.steppane import StepPane


class Side(QStackedWidget):
    """One pane for each view."""

    def __init__(self, desk: Desk, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.bin, self.compare = StepPane(desk, names), BinPane(desk, names), ComparePane(desk, names)
        for pane in (self.step, self.bin, self.compare):
            self.addWidget(pane)

    def show_view(self, view: View) -> None:
        """Show the pane of a view."""
        self.setCurrentIndex(view)

    def fill_page(self, fills: bool) -> None:
        """Whether it fills the page, whose header then says the title."""
        for pane in (self.step, self.bin, self.compare):
            pane.fill_page(fills)

    def fold(self, folded: bool) -> None:
        """There is nothing at its foot to fold."""
