"""The page of a plan in which nothing has been done yet."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.empty import EmptyState, EmptyWords


class Beginning(QWidget):
    """Says what will stand here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        words = EmptyWords(
            "history",
            say(_("Nothing has been done yet, so nothing can be lost")),
            say(_("Every step that you make will stand here: each earlier version of every text, side by side with "
                  "today’s, and what you removed for 90 days. Whatever you write over can be had back.")),
        )  # fmt: skip
        self.state = EmptyState(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
