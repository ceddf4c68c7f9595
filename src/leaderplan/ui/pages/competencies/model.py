"""The matrix as a table: competencies in their groups down, the levels of the chosen framework across."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency, Level, Person
from leaderplan.domain.rules.chosen_framework import levels
from leaderplan.domain.rules.standing import Standing, standing, standing_in
from leaderplan.ui.pages.competencies.matrix import Row, holds, initials, mentors_of, row_of
from leaderplan.ui.pages.competencies.wording import Wording

Index = QModelIndex | QPersistentModelIndex
Group = str
ROW: Final = Qt.ItemDataRole.UserRole + 1
"""The Row of a competency; None in the row of a group."""


class MatrixModel(QAbstractTableModel):
    """Emits exact row signals for an edit, and starts anew only when rows or levels themselves changed."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._say = language.say
        self._levels: tuple[Level, ...] = ()
        self._stands: dict[str, Standing] = {}
        self._rows: list[Row | Group] = []
        self._at: dict[str, int] = {}
        self.wording = Wording(language, ())
        self.mentors: tuple[Person, ...] = ()
        self.initials: dict[str, str] = {}

    @property
    def levels(self) -> Sequence[Level]:
        """The levels across, lowest first."""
        return self._levels

    @property
    def rows(self) -> list[Row]:
        """The competencies in view, in their order."""
        return [row for row in self._rows if isinstance(row, Row)]

    def show_plan(self, plan: Plan, today: date, sought: str = "") -> None:
        """Look at the whole plan; only what holds the words sought is shown."""
        stands = standing(plan, today)
        self._stands = {each.competency.id: each for each in stands}
        shown = [each for each in stands if holds(plan, each, sought)]
        found = levels(plan)
        rows = list(_grouped([row_of(each, found) for each in shown], self._say(_("Without a group"))))
        same = self._levels == found and [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        self._levels, self._rows = found, rows
        self._at = {row.competency.id: place for place, row in enumerate(rows) if isinstance(row, Row)}
        self.wording = Wording(self._language, found)
        self._know_mentors()
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(found)))

    def update_rows(self, plan: Plan, today: date, ids: Iterable[str]) -> None:
        """Look again at some competencies; those that are not in view are passed over."""
        for id in ids:
            competency = plan.get(Competency, id)
            stands = standing_in(plan, competency, today) if competency else None
            if stands is None:
                continue
            self._stands[id] = stands
            self._know_mentors()
            place = self._at.get(id)
            if place is not None:
                self._rows[place] = row_of(stands, self._levels)
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._levels)))

    def row_of(self, id: str) -> int:
        """The row of a competency; -1 where it is not in view."""
        return self._at.get(id, -1)

    def row_at(self, row: int) -> Row | None:
        """The competency in a row; None for a group, and for no row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Row) else None

    def groups(self) -> list[int]:
        """The rows of the groups."""
        return [place for place, row in enumerate(self._rows) if not isinstance(row, Row)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._levels) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.row_at(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self._say(_("Competency"))
        return self._levels[section - 1].title if section <= len(self._levels) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if not isinstance(row, Row):
            words = row if index.column() == 0 else ""
            return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == ROW:
            return row
        if index.column() == 0:
            return self._title_data(row, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.wording.cell(row, row.cells[index.column() - 1])
        return "" if role == Qt.ItemDataRole.DisplayRole else None

    def _title_data(self, row: Row, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.competency.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.competency.title}. {self.wording.standing(row.standing)}"
        return None

    def _know_mentors(self) -> None:
        self.mentors = mentors_of(self._stands.values())
        self.initials = initials(self.mentors)


def _key(row: Row | Group) -> str:
    return row.competency.id if isinstance(row, Row) else f"\n{row}"


def _grouped(rows: Sequence[Row], without: str) -> Iterable[Row | Group]:
    """The rows with a word above each group; none where no competency has a group."""
    any_group = any(row.standing.group for row in rows)
    for title, members in groupby(rows, key=lambda row: row.standing.group.title if row.standing.group else ""):
        if any_group:
            yield title or without
        yield from members
