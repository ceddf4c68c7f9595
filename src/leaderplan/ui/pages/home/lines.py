"""Rows of Home that lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from leaderplan.ui.desk import Desk
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.widgets.row import LineRow, LineWords


def fill(layout: QVBoxLayout, rows: Sequence[tuple[LineWords, Place | None]], desk: Desk) -> None:
    """Show these rows in place of those before."""
    clear(layout)
    for words, place in rows:
        row = LineRow(words, leads=place is not None)
        row.setEnabled(place is not None)
        if place is not None:
            row.clicked.connect(lambda _checked=False, place=place: desk.go(place))
        layout.addWidget(row)
