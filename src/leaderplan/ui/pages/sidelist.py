"""The left side of a page: what narrows the list, and the records with the one in view marked."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.rows import RecordList
from leaderplan.ui.widgets.text import Paragraph


class SideList(QWidget):
    """``chosen`` tells the record that is meant, ``opened`` the one that is to fill the page."""

    chosen = Signal(str)
    opened = Signal(str)

    model: Any
    """A list model with the ``ids`` in view and the ``row_of`` each."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id, self._quiet = desk, "", False
        self.view = RecordList(name)
        self.setFocusProxy(self.view)
        self._none = QWidget()
        self._nothing, self._show_all = Paragraph("", "body", "muted"), Link()
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self.opened)

    @abstractmethod
    def clear(self) -> None:
        """Show all."""

    def select(self, id: str) -> None:
        """Mark a record without telling anyone; shows all where it is hidden."""
        self._id = id
        if id and self.model.row_of(id) < 0:
            self.clear()
        self._mark()

    def neighbour(self, by: int) -> str | None:
        """The record that stands ``by`` rows further in view."""
        ids = self.model.ids
        if self._id not in ids:
            return ids[0] if ids else None
        place = ids.index(self._id) + by
        return ids[place] if 0 <= place < len(ids) else None

    def _lay_out(self, top: QWidget, nothing: str, show_all: str) -> None:
        """Put ``top`` above the list, in whose place the words for nothing stand where nothing is in view."""
        self._nothing.setText(nothing)
        self._show_all.set_words(show_all)
        self._show_all.clicked.connect(self.clear)
        words = QVBoxLayout(self._none)
        words.setContentsMargins(32, 16, 32, 16)
        words.addWidget(self._nothing)
        words.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.view, 1)
        column.addWidget(self._none, 1)

    def _choose(self, id: str) -> None:
        if not self._quiet and id != self._id:
            self._id = id
            self.chosen.emit(id)

    def _keeping(self, act: Callable[[], None]) -> None:
        """Do something that moves rows about, with the same record marked before and after."""
        self._quiet = True
        act()
        self._quiet = False
        self._mark()
        self._none.setVisible(not self.model.rowCount())
        self.view.setVisible(bool(self.model.rowCount()))

    def _mark(self) -> None:
        row = self.model.row_of(self._id)
        index = self.model.index(row)
        if row >= 0 and self.view.currentIndex() == index and self.view.selectionModel().isSelected(index):
            return
        self._quiet = True
        if row >= 0:
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._scroll_to(index)
        else:
            self.view.clearSelection()
        self._quiet = False

    def _scroll_to(self, index: QModelIndex) -> None:
        self.view.scrollTo(index)
