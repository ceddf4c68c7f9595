"""Folders that would do as a second place, as rows to press, and the way to any other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.row import LineRow, LineWords


class PlaceRows(QWidget):
    """``chosen`` tells the Path; ``other_wanted`` that a folder is to be asked for."""

    chosen = Signal(object)
    other_wanted = Signal()

    def __init__(self, desk: Desk, places: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = [_row(place) for place in places]
        self.other = LineRow(LineWords(desk.say(_("Choose another folder…")), mark="folder-open"), leads=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, row in zip(places, self.rows, strict=True):
            row.clicked.connect(lambda _on=False, place=place: self.chosen.emit(place))
            column.addWidget(row)
        column.addWidget(self.other)
        self.other.clicked.connect(self.other_wanted)
        self.setFocusProxy((*self.rows, self.other)[0])


def _row(place: Path) -> LineRow:
    return LineRow(LineWords(place.name, str(place.parent), mark="folder"), leads=True)
