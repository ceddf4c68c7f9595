"""Buttons side by side, below one another where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leaderplan.ui.widgets.flow import FlowLayout


class ButtonRow(QWidget):
    """As high as its buttons need."""

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        for button in buttons:
            row.addWidget(button)
