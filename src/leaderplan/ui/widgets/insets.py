"""Where things begin: what is edited in place reaches further out than its words, all else begins with the words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from leaderplan.ui.widgets.editable import OUTSET


def inset(content: QWidget | QLayout) -> QHBoxLayout:
    """Something without a ground of its own, moved in to where words begin."""
    made = QHBoxLayout()
    made.setContentsMargins(OUTSET, 0, OUTSET, 0)
    if isinstance(content, QLayout):
        made.addLayout(content)
    else:
        made.addWidget(content)
    return made


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout and away."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
