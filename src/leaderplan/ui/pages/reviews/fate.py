"""What became of a comment, and the actions that were made of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import _
from leaderplan.domain.records import Action, Fate
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.reviews.wording import FATE_ICONS, FATES, near_day
from leaderplan.ui.widgets.check import Check
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.text import Paragraph


class FateLine(QWidget):
    """Its sign and its word, and below them the reason."""

    def __init__(self, desk: Desk, fate: Fate, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = desk.say(FATES[fate])
        words = desk.say(_("{fate}: {reason}", fate=said, reason=reason)) if reason else said
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, (current_theme().type.line - current_theme().type.px(14)) // 2, 0, 0)
        sign.addWidget(IconLabel(FATE_ICONS[fate], size=14))
        sign.addStretch()
        row.addLayout(sign)
        row.addWidget(Paragraph(words, "body", "muted"), 1, Qt.AlignmentFlag.AlignTop)


class Todo(Check):
    """An action with its day, and a tick once it is done."""

    def __init__(self, desk: Desk, action: Action, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(_words(desk, action), parent)
        self.setChecked(action.done_on is not None)
        self.setEnabled(writes)


def _words(desk: Desk, action: Action) -> str:
    def day(value: PartialDate) -> str:
        return near_day(value, desk.today(), desk.language)

    if action.done_on is not None:
        return desk.say(_("{title}, done on {day}", title=action.title, day=day(action.done_on)))
    if action.due is not None:
        return desk.say(_("{title}, due {day}", title=action.title, day=day(action.due)))
    return action.title
