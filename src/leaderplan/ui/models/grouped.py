"""A list of records under section words, kept in order by exact row signals."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from leaderplan.ui.widgets.rows import RECORD, ROW, RowWords

Index = QModelIndex | QPersistentModelIndex
Order = tuple[int, int, int, bytes]
"""Section, 0 for the word of a section or 1 for a record, and two more to order by; smallest first."""

_DOWN: Final = bytes(range(255, -1, -1))


def newest_first(id: str) -> bytes:
    """An order in which ids made later come first."""
    return id.encode().translate(_DOWN)


class GroupedModel(QAbstractListModel):
    """Section words and records in one list. Subclasses say the words; a record's order is given with it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: list[Order] = []
        self._ids: list[str] = []
        self._at: dict[str, Order] = {}

    @abstractmethod
    def section_word(self, section: int) -> str:
        """What stands above the records of a section."""

    @abstractmethod
    def row_words(self, id: str) -> RowWords:
        """What the row of a record says."""

    @property
    def ids(self) -> list[str]:
        """The records in view, in their order."""
        return [id for id in self._ids if id]

    def row_of(self, id: str) -> int:
        """The row of a record, -1 where it is not in view."""
        order = self._at.get(id)
        return -1 if order is None else bisect_left(self._order, order)

    def holds(self, id: str) -> bool:
        """Whether a record is in view."""
        return id in self._at

    def show_all(self, records: Iterable[tuple[Order, str]]) -> None:
        """Begin anew with these records."""
        self.beginResetModel()
        self._at = {id: order for order, id in records}
        rows = sorted([*((order, id) for id, order in self._at.items()), *self._section_rows()])
        self._order = [order for order, _id in rows]
        self._ids = [id for _order, id in rows]
        self.endResetModel()

    def put(self, id: str, order: Order) -> None:
        """Show a record at its place: a new one comes in, one that is in view moves or is painted again."""
        old = self._at.get(id)
        if old is None:
            self._insert(id, order)
        elif old != order:
            self._move(id, old, order)
        row = self.row_of(id)
        self.dataChanged.emit(self.index(row), self.index(row))

    def drop(self, id: str) -> None:
        """Take a record out of view, with the word of its section when it was the last one there."""
        order = self._at.pop(id, None)
        if order is None:
            return
        first = last = bisect_left(self._order, order)
        if self._is_alone(first):
            first -= 1
        self._remove(first, last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._ids)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._ids[index.row()]:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        id = self._ids[index.row()]
        if not id:
            return self._section_data(self._order[index.row()][0], role)
        if role == RECORD:
            return id
        if role == ROW:
            return self.row_words(id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row_words(id).title
        return said(self.row_words(id)) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _section_data(self, section: int, role: int) -> str | None:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.section_word(section) if shown else None

    def _section_rows(self) -> list[tuple[Order, str]]:
        return [(_word_of(order), "") for order in {_word_of(order) for order in self._at.values()}]

    def _insert(self, id: str, order: Order) -> None:
        self._put_section(order)
        row = bisect_left(self._order, order)
        self.beginInsertRows(QModelIndex(), row, row)
        self._take_in(row, order, id)
        self._at[id] = order
        self.endInsertRows()

    def _move(self, id: str, old: Order, order: Order) -> None:
        self._put_section(order)
        here, there = bisect_left(self._order, old), bisect_left(self._order, order)
        if there in (here, here + 1):
            self._order[here] = self._at[id] = order
            return
        self.beginMoveRows(QModelIndex(), here, here, QModelIndex(), there)
        del self._order[here], self._ids[here]
        self._take_in(there - 1 if there > here else there, order, id)
        self._at[id] = order
        self.endMoveRows()
        self._drop_empty(old)

    def _put_section(self, order: Order) -> None:
        word = _word_of(order)
        row = bisect_left(self._order, word)
        if row < len(self._order) and self._order[row] == word:
            return
        self.beginInsertRows(QModelIndex(), row, row)
        self._take_in(row, word, "")
        self.endInsertRows()

    def _drop_empty(self, order: Order) -> None:
        row = bisect_left(self._order, _word_of(order))
        if row + 1 == len(self._ids) or not self._ids[row + 1]:
            self._remove(row, row)

    def _is_alone(self, row: int) -> bool:
        return not self._ids[row - 1] and (row + 1 == len(self._ids) or not self._ids[row + 1])

    def _take_in(self, row: int, order: Order, id: str) -> None:
        self._order.insert(row, order)
        self._ids.insert(row, id)

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        del self._order[first : last + 1], self._ids[first : last + 1]
        self.endRemoveRows()


def said(words: RowWords) -> str:
    """A row as a screen reader says it."""
    parts = (words.title, words.mode_word, words.state_word, *words.words, words.aside)
    return ", ".join(part for part in parts if part)


def _word_of(order: Order) -> Order:
    return (order[0], 0, 0, b"")
