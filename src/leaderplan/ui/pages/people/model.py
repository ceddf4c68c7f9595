"""The people of the plan as a list, kept in order by exact row signals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.language import Language
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Person
from leaderplan.domain.rules.losing_touch import Contact, contact
from leaderplan.ui.pages.people.touch import days_words, is_losing_touch, promise_words, who
from leaderplan.ui.pages.people.wanted import Key, Wanted, key_of, text_of, touched
from leaderplan.ui.widgets.rows import RECORD

Index = QModelIndex | QPersistentModelIndex
PERSON_ROW: Final = Qt.ItemDataRole.UserRole + 20
"""The role under which the model gives a :class:`PersonRow`."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What the row of a person says; ``urgent`` puts the days in 600."""

    name: str
    who: str
    days: str
    promise: str
    urgent: bool


class PeopleModel(QAbstractListModel):
    """Everybody who is wanted; words are worked out when a row is shown."""

    def __init__(self, language: Language, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language, self._today = language, today
        self._plan = Plan({})
        self._day: date | None = None
        self._wanted = Wanted()
        self._contacts: dict[str, Contact] = {}
        self._texts: dict[str, str] = {}
        self._keys: list[Key] = []

    @property
    def ids(self) -> list[str]:
        """The people in view, in their order."""
        return [key[-1] for key in self._keys]

    @property
    def day(self) -> date | None:
        """The day on which the days were counted."""
        return self._day

    def row_of(self, id: str) -> int:
        """The row of a person, -1 for one who is not in view."""
        touch = self._contacts.get(id)
        if touch is None:
            return -1
        key = key_of(touch, self._wanted.by_name)
        row = bisect_left(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else -1

    def contact(self, id: str) -> Contact | None:
        """The last contact with a person of the plan."""
        return self._contacts.get(id)

    def show_plan(self, plan: Plan) -> None:
        """Begin with a plan."""
        self._plan, self._day = plan, self._today()
        self._texts.clear()
        self._contacts = {person.id: contact(plan, person, self._day) for person in plan.all(Person)}
        self.filter(self._wanted)

    def filter(self, wanted: Wanted) -> None:
        """Show those who are wanted, and nobody else."""
        self.beginResetModel()
        self._wanted = wanted
        shown = (touch for touch in self._contacts.values() if self._is_wanted(touch.person))
        self._keys = sorted(key_of(touch, wanted.by_name) for touch in shown)
        self.endResetModel()

    def take(self, edit: ChangeSet, plan: Plan) -> None:
        """Follow an edit. Who is in view stays there, though they may no longer be who was wanted."""
        self._plan = plan
        if self._day != self._today():
            self.show_plan(plan)
            return
        for id in dict.fromkeys(touched(edit)):
            self._follow(id, plan.get(Person, id))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        id = self._keys[index.row()][-1]
        if role == RECORD:
            return id
        if role == Qt.ItemDataRole.DisplayRole:
            return self._contacts[id].person.name
        if role == PERSON_ROW:
            return self._words(id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._words(id)
            return ", ".join(part for part in (words.name, words.who, words.days, words.promise) if part)
        return None

    def _words(self, id: str) -> PersonRow:
        touch, say = self._contacts[id], self._language.say
        person = touch.person
        return PersonRow(
            person.name, who(person), say(days_words(touch)), say(promise_words(touch)), is_losing_touch(touch)
        )

    def _follow(self, id: str, person: Person | None) -> None:
        row = self.row_of(id)
        self._texts.pop(id, None)
        if person is None:
            self._contacts.pop(id, None)
            self._drop(row)
            return
        found = contact(self._plan, person, self._today())
        key = key_of(found, self._wanted.by_name)
        if row >= 0:
            self._move(row, key, found)
        elif self._is_wanted(person):
            self._insert(key, found)
        else:
            self._contacts[id] = found

    def _drop(self, row: int) -> None:
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._keys[row]
            self.endRemoveRows()

    def _insert(self, key: Key, found: Contact) -> None:
        row = bisect_left(self._keys, key)
        self.beginInsertRows(QModelIndex(), row, row)
        self._keys.insert(row, key)
        self._contacts[found.person.id] = found
        self.endInsertRows()

    def _move(self, row: int, key: Key, found: Contact) -> None:
        there = bisect_left(self._keys, key)
        moves = there not in (row, row + 1)
        if moves:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), there)
            del self._keys[row]
            row = there - 1 if there > row else there
            self._keys.insert(row, key)
        self._keys[row] = key
        self._contacts[found.person.id] = found
        if moves:
            self.endMoveRows()
        self.dataChanged.emit(self.index(row), self.index(row))

    def _is_wanted(self, person: Person) -> bool:
        wanted = self._wanted
        if wanted.tier and person.tier is not wanted.tier:
            return False
        return not wanted.text or self._says(person, wanted.text.casefold().split())

    def _says(self, person: Person, words: list[str]) -> bool:
        if person.id not in self._texts:
            self._texts[person.id] = text_of(self._plan, person)
        text = self._texts[person.id]
        return all(word in text for word in words)
