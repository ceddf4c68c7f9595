"""Things that happened as a list, newest first, each day under its word; grows at both ends by exact row signals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from leaderplan.domain.language import Language
from leaderplan.ui.days import day_words, local_day, time_words
from leaderplan.ui.widgets.rows import RECORD

Index = QModelIndex | QPersistentModelIndex
EVENT: Final = Qt.ItemDataRole.UserRole + 30
"""The role under which the model gives an :class:`Event`; None for the word of a day."""


@dataclass(frozen=True, slots=True)
class Event:
    """A row: what happened and when, an icon for it, small words below, and whether it is no longer in force."""

    id: str
    at: datetime
    title: str
    icon: str = ""
    words: tuple[str, ...] = ()
    undone: bool = False

    @property
    def said(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join((self.title, time_words(self.at), *self.words))


More = Callable[[Event], Sequence[Event]]
"""Given the last row, the rows after it; none where that is all."""


class EventsModel(QAbstractListModel):
    """With ``more`` it is read on while somebody scrolls."""

    def __init__(self, language: Language, today: Callable[[], date], more: More | None = None,
                 parent: QObject | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._language, self._today, self._more = language, today, more
        self._rows: list[Event | date] = []
        self._whole = True

    @property
    def ids(self) -> list[str]:
        """The rows in view by their ids, in their order."""
        return [row.id for row in self._rows if isinstance(row, Event)]

    @property
    def events(self) -> list[Event]:
        """The rows in view, in their order."""
        return [row for row in self._rows if isinstance(row, Event)]

    def row_of(self, id: str) -> int:
        """Where something stands, -1 where it is not in view."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Event) and row.id == id), -1)

    def show_all(self, events: Iterable[Event], whole: bool = True) -> None:
        """Begin anew with these; ``whole`` says that there are no more."""
        self.beginResetModel()
        self._rows = _under_days(events, None)
        self._whole = whole
        self.endResetModel()

    def put_first(self, event: Event) -> None:
        """Show something newer than all others."""
        day = local_day(event.at)
        known = bool(self._rows) and self._rows[0] == day
        place = 1 if known else 0
        rows: list[Event | date] = [event] if known else [day, event]
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self._rows[place:place] = rows
        self.endInsertRows()

    def put(self, event: Event) -> None:
        """Show other words for something in view."""
        row = self.row_of(event.id)
        if row >= 0 and self._rows[row] != event:
            self._rows[row] = event
            self.dataChanged.emit(self.index(row), self.index(row))

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        last = self._rows[-1] if self._rows else None
        found = self._more(last) if self._more and isinstance(last, Event) else ()
        self._whole = not found
        if isinstance(last, Event) and found:
            rows = _under_days(found, local_day(last.at))
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not isinstance(self._rows[index.row()], Event):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if not isinstance(row, Event):
            words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return day_words(row, self._today(), self._language) if words else None
        found = {RECORD: row.id, EVENT: row, Qt.ItemDataRole.DisplayRole: row.title,
                 Qt.ItemDataRole.AccessibleTextRole: row.said}  # fmt: skip
        return found.get(role)


def _under_days(events: Iterable[Event], day: date | None) -> list[Event | date]:
    """Events with the days before them; ``day`` is one that stands already."""
    rows: list[Event | date] = []
    for event in events:
        if local_day(event.at) != day:
            day = local_day(event.at)
            rows.append(day)
        rows.append(event)
    return rows
