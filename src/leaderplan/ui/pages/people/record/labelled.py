"""A row of a person's page: a label in a column of its own, and what belongs to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.text import PlainLabel

LABEL: Final = 112
_GAP: Final = 8


class Labelled(QWidget):
    """The label stands on the first line of ``content``, which is ``high`` px high (by default one of body text)."""

    def __init__(self, label: str, content: QWidget, high: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        type_ = current_theme().type
        words = PlainLabel(label, "small", "muted")
        words.setFixedWidth(type_.px(LABEL))
        words.setFixedHeight(high or type_.line + 8)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(OUTSET, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(content, 1)


class Rule(QWidget):
    """A hairline between two groups of rows, with room above and below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(OUTSET, 8, OUTSET, 8)
        column.addWidget(Hairline())
