"""The map as a table, for those who do not see it and for those who like figures better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.people.map.cell import CellDelegate
from leaderplan.ui.pages.people.map.dots import HIGHEST, LOWEST, Dot
from leaderplan.ui.pages.people.touch import READY_FOR_RISK
from leaderplan.ui.widgets.keyboard import note_focus, note_key

Index = QModelIndex | QPersistentModelIndex
_HEADS: Final[tuple[Message, ...]] = (
    _("Name"), _("Influence"), _("Interest"), _("Ready for risk"), _("Touch"),
)  # fmt: skip
_INFLUENCE, _INTEREST = 1, 2


class MapTable(QAbstractTableModel):
    """One row for each person on the map, by name."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = desk.say
        self.dots: list[Dot] = []

    def show_dots(self, dots: Sequence[Dot]) -> None:
        """Show these; rows that stay are only painted again."""
        found = sorted(dots, key=lambda dot: (dot.name.casefold(), dot.id))
        if [dot.id for dot in found] != [dot.id for dot in self.dots]:
            self.beginResetModel()
            self.dots = found
            self.endResetModel()
            return
        for row, dot in enumerate(found):
            if dot != self.dots[row]:
                self.dots[row] = dot
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(_HEADS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.dots)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._say(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        dot = self.dots[index.row()]
        touch = self._say(_("losing touch") if dot.losing else _("in touch"))
        ready = self._say(READY_FOR_RISK[dot.readiness])
        return (dot.name, str(dot.influence), str(dot.interest), ready, touch)[index.column()]


class TableView(QTableView):
    """A digit on influence or interest moves the person, Enter opens the page."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = MapTable(desk, self)
        self.setModel(self.table)
        self.setAccessibleName(desk.say(_("People on the map")))
        self.setAccessibleDescription(desk.say(_("A digit from 1 to 5 on influence or interest stores it.")))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setProperty("plain", True)
        head.setHighlightSections(False)
        head.setStyleSheet("QHeaderView::section { padding: 4px 8px; }")  # words stand above the words of the cells
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(CellDelegate(self))
        self.setProperty("ownFocus", True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.table.dots[index.row()].id))
        for part in (head, self.verticalHeader(), *self.findChildren(QAbstractButton)):
            part.setAccessibleName(desk.say(_("People on the map")))
        self._fit()

    def select(self, id: str) -> None:
        """Go to the row of a person without telling anyone."""
        row = next((n for n, dot in enumerate(self.table.dots) if dot.id == id), -1)
        if row >= 0 and row != self.currentIndex().row():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(self.table.index(row, max(self.currentIndex().column(), 0)))
            self.blockSignals(blocked)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self.table.dots[current.row()].id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        note_key(self, False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note_key(self)
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
            return
        dot, digit = self.table.dots[index.row()], event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(dot.id)
        elif digit.isascii() and digit.isdigit() and index.column() in (_INFLUENCE, _INTEREST):
            self._set(dot, index.column(), int(digit))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._fit()

    def _set(self, dot: Dot, column: int, step: int) -> None:
        if LOWEST <= step <= HIGHEST:
            there = (dot.interest, step) if column == _INFLUENCE else (step, dot.influence)
            self.moved.emit(dot.id, *there)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(current_theme().type.row)
