"""A part of the side panel: a hairline, a heading, and what stands below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.ui.pages.competencies.parts import OUTSET
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.widgets.section import SectionRow


class Part(QWidget):
    """Hidden while it has nothing to say. ``body`` holds what it says."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SectionRow(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(OUTSET, 0, OUTSET, 0)
        head.setSpacing(0)
        head.addWidget(Hairline())
        head.addSpacing(14)
        head.addWidget(self.head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self.body)

    def show_widgets(self, *widgets: QWidget, rows: bool = False) -> None:
        """Show these in place of those before; ``rows`` reach beyond the words on both sides."""
        clear(self.body)
        edge = 0 if rows else OUTSET
        self.body.setContentsMargins(edge, 0, edge, 0)
        for widget in widgets:
            self.body.addWidget(widget)
        self.setVisible(bool(widgets))
