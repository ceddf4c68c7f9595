"""Rows of Home that lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.row import OUTSET, LineRow, LineWords


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout and away."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def inset(content: QWidget | QLayout) -> QHBoxLayout:
    """What is no row begins where the words of rows begin."""
    made = QHBoxLayout()
    made.setContentsMargins(OUTSET, 0, OUTSET, 0)
    if isinstance(content, QLayout):
        made.addLayout(content)
    else:
        made.addWidget(content)
    return made


def fill(layout: QVBoxLayout, rows: Sequence[tuple[LineWords, Place | None]], desk: Desk) -> None:
    """Show these rows in place of those before."""
    clear(layout)
    for words, place in rows:
        row = LineRow(words, leads=place is not None)
        row.setEnabled(place is not None)
        if place is not None:
            row.clicked.connect(lambda _checked=False, place=place: desk.go(place))
        layout.addWidget(row)
