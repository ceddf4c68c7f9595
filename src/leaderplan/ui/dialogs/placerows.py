"""Folders that would do as a second place, as rows to press, and the way to any other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.row import LineRow, LineWords
from leaderplan.ui.widgets.text import Paragraph

_NONE_SYNCED = _("No folder that is copied elsewhere by itself was found. A memory stick or a network drive will do.")


class PlaceRows(QWidget):
    """``chosen`` tells the Path; ``other_wanted`` that a folder is to be asked for."""

    chosen = Signal(object)
    other_wanted = Signal()
    grown = Signal()
    """The folders are known, and take other room than before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self.rows: list[LineRow] = []
        self._looking = Paragraph(say(_("Looking for folders that are copied elsewhere …")), "body", "muted")
        self.none = Paragraph(say(_NONE_SYNCED), "body", "muted")
        self.any = LineRow(LineWords(say(_("Choose a folder…")), mark="folder-open"), leads=True)
        self.other = LineRow(LineWords(say(_("Choose another folder…")), mark="folder-open"), leads=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._looking)
        self._column.addWidget(self.none)
        self._column.addSpacing(8)
        for row in (self.any, self.other):
            self._column.addWidget(row)
            row.clicked.connect(self.other_wanted)
        self.none.hide()
        self.other.hide()
        self.setFocusProxy(self.any)

    def show_places(self, places: Sequence[Path]) -> None:
        """These were found."""
        had_keyboard = self.any.hasFocus()
        self._looking.hide()
        for at, place in enumerate(places):
            row = LineRow(LineWords(place.name, str(place.parent), mark="folder"), leads=True)
            row.clicked.connect(lambda _on=False, place=place: self.chosen.emit(place))
            self._column.insertWidget(at, row)
            self.rows.append(row)
        self.none.setVisible(not places)
        self.any.setVisible(not places)
        self.other.setVisible(bool(places))
        self.setFocusProxy((*self.rows, self.any)[0])
        if had_keyboard:
            self.setFocus()
        self.grown.emit()
