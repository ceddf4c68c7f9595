"""A column to read that scrolls by pointer and keys; it is filled anew for each thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme

_READING = 720


class Pane(QScrollArea):
    """Subclasses put what they show into ``_column``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        inner.setMaximumWidth(current_theme().type.px(_READING) + 64)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(32, 16, 32, 24)
        self._column.setSpacing(8)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidget(inner)

    def _begin(self) -> None:
        """Take away what was shown, and begin at the top."""
        empty(self._column)
        self.verticalScrollBar().setValue(0)


def empty(layout: QLayout) -> None:
    """Take the parts of a layout away, those of the layouts in it too."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            empty(inner)
        elif widget := item.widget():
            widget.hide()
            widget.deleteLater()
