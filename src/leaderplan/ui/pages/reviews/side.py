"""The right side of the page: a round, what was sent in it, or an answer kept aside; the unplaced at the foot."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.asread import AsRead
from leaderplan.ui.pages.reviews.roundpane import RoundPane
from leaderplan.ui.pages.reviews.sentpane import SentPane
from leaderplan.ui.pages.reviews.straypane import StrayPane
from leaderplan.ui.pages.reviews.tray import Tray


class View(IntEnum):
    """What it shows."""

    ROUND = 0
    STRAY = 1
    SENT = 2


class Side(QWidget):
    """Knows nothing of the list beside it."""

    def __init__(self, desk: Desk, read: AsRead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.round, self.stray, self.sent = RoundPane(desk, read), StrayPane(desk), SentPane(desk)
        self.tray = Tray(desk)
        self._stack = QStackedWidget()
        self._stack.setAccessibleName(desk.say(_("Round")))
        for each in (self.round, self.stray, self.sent):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.tray)

    @property
    def view(self) -> View:
        """What is shown."""
        return View(self._stack.currentIndex())

    def show_view(self, view: View) -> None:
        """Show one of the three."""
        self._stack.setCurrentIndex(view)

    def fill_page(self, fills: bool) -> None:
        """Its title stands in the list, and where it fills the page in the header."""

    def fold(self, folded: bool) -> None:
        """Whether what is at its foot is folded."""
        self.tray.fold(folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tray.limit(self.height())
