"""A field to read: its label in a column of its own, and its words with what changed in them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.differences import FieldChange
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.history.wording import said
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.text import Paragraph

_LABEL: Final = 112
_GAP: Final = 8


class FieldRow(QWidget):
    """A label that is longer than its column goes on below."""

    def __init__(self, desk: Desk, field: FieldChange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        type_, label = current_theme().type, desk.say(field.label)
        words = Paragraph(label, "small", "muted")
        words.setFixedWidth(type_.px(_LABEL))
        column = QVBoxLayout()
        column.addSpacing((type_.line - type_.small_line + 1) // 2)
        column.addWidget(words)
        column.addStretch()
        text = ChangedText(field.pieces, f"{label}: {said(field.pieces, desk.language)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(_GAP)
        row.addLayout(column)
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
