"""The collaborations of a plan in the six columns of a board; each column is a list that keeps itself in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Collaboration, Person, Service, Stage
from leaderplan.ui.models.touched import touched

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Key: TypeAlias = tuple[date, str, str]
"""What is due first stands first, then by title; the id makes it unique."""

COLUMNS: Final[tuple[tuple[Stage, ...], ...]] = (
    (Stage.SPOTTED,),
    (Stage.TALKED,),
    (Stage.INTERESTED,),
    (Stage.AGREED,),
    (Stage.DELIVERING,),
    (Stage.DELIVERED, Stage.TOLD),
)
"""The stages that share a column, the columns from left to right; a card that comes from outside takes the first."""
CARD: Final = Qt.ItemDataRole.UserRole + 10
"""The role of a card's :class:`CardWords`."""
RECORD: Final = Qt.ItemDataRole.UserRole + 11
"""The role of the record's id."""


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands on a card; ``ambition`` is drawn as bars from 1 to 3, ``mark`` is the icon of the note."""

    title: str
    service: str = ""
    lead: str = ""
    ambition: int = 0
    ambition_word: str = ""
    note: str = ""
    mark: str = ""

    @property
    def said(self) -> str:
        """All of it in one line, for a screen reader."""
        return ", ".join(filter(None, (self.title, self.service, self.lead, self.ambition_word, self.note)))


def column_of(stage: Stage | None) -> int:
    """The column in which a stage stands; what has no stage yet is spotted."""
    return next((number for number, stages in enumerate(COLUMNS) if stage in stages), 0)


class ColumnModel(QAbstractListModel):
    """The cards of one column. ``describe`` gives the words for an id; they are kept until the card changes."""

    counted = Signal(int)

    def __init__(self, describe: Callable[[str], CardWords], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._keys: list[Key] = []
        self._words: dict[str, CardWords] = {}

    def fill(self, keys: Iterable[Key]) -> None:
        """Show these cards and no others."""
        self.beginResetModel()
        self._keys, self._words = sorted(keys), {}
        self.endResetModel()
        self.counted.emit(len(self._keys))

    def insert(self, key: Key) -> None:
        """Put a card where it belongs."""
        row = bisect_left(self._keys, key)
        self.beginInsertRows(QModelIndex(), row, row)
        self._keys.insert(row, key)
        self.endInsertRows()
        self.counted.emit(len(self._keys))

    def take_out(self, key: Key) -> None:
        """Take a card away."""
        row = bisect_left(self._keys, key)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._keys[row]
        self._words.pop(key[-1], None)
        self.endRemoveRows()
        self.counted.emit(len(self._keys))

    def renew(self, key: Key) -> None:
        """Say what the card says now."""
        self._words.pop(key[-1], None)
        index = self.index(bisect_left(self._keys, key))
        self.dataChanged.emit(index, index)

    def index_of(self, record: str) -> QModelIndex:
        """Where a card stands; an invalid index where it is not here."""
        row = next((row for row, key in enumerate(self._keys) if key[-1] == record), -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def ids(self) -> list[str]:
        """The records of the column from top to bottom."""
        return [key[-1] for key in self._keys]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record = self._keys[index.row()][-1]
        if role == RECORD:
            return record
        if role == CARD:
            return self._card(record)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._card(record).title
        return self._card(record).said if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _card(self, record: str) -> CardWords:
        if record not in self._words:
            self._words[record] = self._describe(record)
        return self._words[record]


class Board(QObject):
    """All six columns: sorts and filters, and moves single rows when an edit comes."""

    def __init__(self, describe: Callable[[str], CardWords], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(ColumnModel(describe, self) for _stages in COLUMNS)
        self._places: dict[str, tuple[int, Key]] = {}
        self._service: str | None = None
        self._text = ""

    def show_plan(self, plan: Plan) -> None:
        """Fill the columns anew."""
        self._places = {c.id: place for c in plan.all(Collaboration) if (place := self._place(plan, c))}
        for number, column in enumerate(self.columns):
            column.fill(key for at, key in self._places.values() if at == number)

    def filter(self, plan: Plan, service: str | None, text: str) -> None:
        """Show only those of a service, and those that hold every word of ``text``."""
        wanted = (service, " ".join(text.casefold().split()))
        if wanted != (self._service, self._text):
            self._service, self._text = wanted
            self.show_plan(plan)

    def take(self, plan: Plan, edit: ChangeSet) -> None:
        """Show what ``edit`` changed, card by card; ``plan`` is the one after it."""
        for id in touched(plan, edit):
            self._update(plan, id)

    def _update(self, plan: Plan, id: str) -> None:
        record = plan.get(Collaboration, id)
        now, before = self._place(plan, record) if record else None, self._places.get(id)
        if now is not None and now == before:
            self.columns[now[0]].renew(now[1])
            return
        if before is not None:
            del self._places[id]
            self.columns[before[0]].take_out(before[1])
        if now is not None:
            self._places[id] = now
            self.columns[now[0]].insert(now[1])

    def _place(self, plan: Plan, record: Collaboration) -> tuple[int, Key] | None:
        """The column and the order of a record; None where the filter leaves it out."""
        if self._service and record.service != self._service:
            return None
        if self._text and not _holds(plan, record, self._text):
            return None
        due = record.due.last if record.due else date.max
        return column_of(record.stage), (due, record.title.casefold(), record.id)


def _holds(plan: Plan, record: Collaboration, text: str) -> bool:
    service, lead = plan.get(Service, record.service), plan.get(Person, record.lead)
    parts = (record.title, service.name if service else "", lead.name if lead else "", record.citizen_need)
    whole = " ".join(parts).casefold()
    return all(word in whole for word in text.split())
