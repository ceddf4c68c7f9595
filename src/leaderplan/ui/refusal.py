"""What is shown where the window cannot open: what happened and what to do, for whoever sees no terminal."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import Paragraph

_WIDE: Final = 480


class Refusal(QDialog):
    """Stands alone: there is no window to lie over."""

    def __init__(self, happened: str, todo: str, language: Language) -> None:
        super().__init__()
        self.setWindowTitle("LeaderPlan")
        self.setAccessibleName(f"{happened} {todo}")
        close = Button(language.say(_("Close")), Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Paragraph(happened, "strong"))
        column.addWidget(Paragraph(todo, "body", "muted"))
        column.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column.addLayout(foot)
        wide = current_theme().type.px(_WIDE)
        self.resize(wide, column.totalHeightForWidth(wide))
