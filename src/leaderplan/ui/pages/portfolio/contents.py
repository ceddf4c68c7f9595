"""The list of what goes in and what could: moved, taken in and left out by keys, buttons or dragging."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration
from leaderplan.domain.rules.story_check import state
from leaderplan.ui.pages.portfolio.choosing import available, chosen
from leaderplan.ui.widgets.rows import RECORD, ROW, RowWords
from leaderplan.ui.widgets.shapes import Mode, State

Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-leaderplan-portfolio-item"
_Row = tuple[str, RowWords | None, str]  # id, words of a record, words of a section


class ContentsModel(QAbstractListModel):
    """Rows under two section words. ``dropped`` tells the id that was dragged and its new place among what goes in."""

    dropped = Signal(str, int)

    def __init__(self, language: Language, parent: Any = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: list[_Row] = []
        self._inside: tuple[str, ...] = ()

    def show_plan(self, plan: Plan, sought: str = "") -> None:
        """Look at a plan; only what holds ``sought`` in its title is shown among what could go in."""
        self._inside = tuple(id for id in chosen(plan) if plan.find(id))
        rows = self._worded(plan, sought)
        if [row[0] for row in rows] != [row[0] for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    @property
    def inside(self) -> tuple[str, ...]:
        """The ids of what goes in, in order."""
        return self._inside

    def row_of(self, record: str) -> int:
        """The row of a record; -1 where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row[0] == record), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record, words, section = self._rows[index.row()]
        if role == ROW:
            return words
        if role == RECORD:
            return record or None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return section if words is None else ", ".join((words.title, *words.words))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        record, words, _section = self._rows[index.row()]
        if words is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if record in self._inside else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, self._rows[indexes[0].row()][0].encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        record = bytes(data.data(_MIME).data()).decode()
        if record in self._inside and row > 0:
            at = self._inside.index(record)
            self.dropped.emit(record, min(row - 1, len(self._inside)) - (1 if row - 1 > at else 0))
        return False  # the plan moves it, and the list follows the plan

    def _worded(self, plan: Plan, sought: str) -> list[_Row]:
        say = self._language.say
        inside = [record for id in self._inside if isinstance(record := plan.find(id), (Achievement, Collaboration))]
        wanted = sought.casefold()
        outside = [record for record in available(plan) if wanted in record.title.casefold()]
        rows: list[_Row] = [("", None, say(_n("In the portfolio: {count}", "In the portfolio: {count}", len(inside))))]
        rows += [(record.id, self._words(plan, record), "") for record in inside]
        if outside:
            rows.append(("", None, say(_("Could go in"))))
            rows += [(record.id, self._words(plan, record), "") for record in outside]
        return rows

    def _words(self, plan: Plan, record: Achievement | Collaboration) -> RowWords:
        say = self._language.say
        if isinstance(record, Collaboration):
            stage = (say(record.stage.label).lower(),) if record.stage else ()
            return RowWords(record.title, words=(say(_("collaboration")), *stage))
        mode, told = record.mode, state(plan, record)
        return RowWords(
            record.title,
            mode=cast(Mode, mode.value) if mode else None,
            mode_word=say(mode.label) if mode else "",
            state=cast(State, told.value),
            state_word=say(told.label),
            words=(str(record.ended.year),) if record.ended else (),
        )
