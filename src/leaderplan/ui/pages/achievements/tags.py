"""The tags of an achievement; a row that is there once there are some."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.storing import Storing
from leaderplan.ui.forms.visit import Visit
from leaderplan.ui.widgets.editable import EditableText


class Tags(QWidget):
    """Words parted by commas, edited where they stand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._achievement: Achievement | None = None
        self._storing, self._visit = Storing(desk, self), Visit()
        word = desk.say(_("Tags"))
        self._text = EditableText(name=word, label=word, hint=desk.say(_("Add, parted by commas")), one_line=True)
        self._text.edited.connect(self._store)
        self._text.ended.connect(self._end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)

    def show_record(self, achievement: Achievement) -> None:
        """Show the tags of this achievement."""
        if self._achievement is not None and self._achievement.id != achievement.id:
            self._text.end()
        before, self._achievement = self._achievement, achievement
        other = before is None or before.id != achievement.id
        if other or self._read(self._text.text()) != achievement.tags:
            self._text.set_text(", ".join(achievement.tags))
        self.setVisible(bool(achievement.tags) or self._text.editing)

    def begin(self) -> None:
        """Begin to type."""
        self.show()
        self._text.begin()

    def _store(self, text: str) -> None:
        if self._achievement is not None:
            value = self._read(text)
            self._text.show_problem(self._storing.store(self._achievement.id, "tags", value, self._visit.token()))

    def _end(self) -> None:
        self._visit.leave()
        self.setVisible(self._achievement is not None and bool(self._achievement.tags))

    def _read(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (tag.strip().lstrip("#") for tag in text.split(",")))))
