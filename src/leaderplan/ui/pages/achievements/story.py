"""The story as it is told: each part is read as on a page and edited where it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain.records import Achievement
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.storedtext import Drafts, StoredText

PARTS = ("situation", "task", "action", "result", "my_part", "their_part")


class Story(QWidget):
    """A part without words shows a question that helps to write it; another one for each achievement."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts: dict[str, Any] = assets.read_toml("templates/en.toml")["story_prompts"]
        self.parts = {name: StoredText(desk, Achievement, name) for name in PARTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in self.parts.values():
            column.addWidget(part)

    def show_record(self, achievement: Achievement, drafts: Drafts | None = None) -> None:
        """Show the parts of this achievement."""
        turn = sum(achievement.id.encode())
        for name, part in self.parts.items():
            questions = self._prompts[name]
            part.set_hint(questions[turn % len(questions)])
            part.show_record(achievement, drafts)
