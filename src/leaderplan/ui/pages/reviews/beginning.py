"""The page before anything was sent: the first step, and the way for an answer that is there already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.example import example_row
from leaderplan.ui.heading import PageAction
from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords


class Beginning(QWidget):
    """``answer_wanted`` tells that an answer is to be opened."""

    answer_wanted = Signal()

    def __init__(self, desk: Desk, send: PageAction | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts, say = assets.read_toml("templates/en.toml")["empty_pages"]["reviews"], desk.say
        rows = [example_row(desk, "reviews")]
        if desk.reviews is not None:
            rows.append(EmptyRow(
                "inbox", say(_("Open an answer")), say(_("a file that a mentor sent back")), say(_("Open an answer")),
                self.answer_wanted.emit,
            ))  # fmt: skip
        if send is not None:
            first = EmptyRow("send", say(_("Send for review")), "", texts["action"], send.slot, first=True)
            rows.insert(0, first)
        words = EmptyWords("message-square-text", texts["first_step"], texts["sentence"])
        self.state = EmptyState(words, rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
