"""The steps of a service as a table: number, as it is, as it will be, treatment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.records import ServiceStep
from leaderplan.ui.dress import current_theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

FIELDS: Final = ("", "as_is", "to_be", "treatment")
"""The field in each column; the first shows the place."""
STEP: Final = Qt.ItemDataRole.UserRole + 10
"""The role of the :class:`ServiceStep`."""
_HEADS: Final = (_("No."), _("As it is"), _("As it will be"), _("Treatment"))


class StepsModel(QAbstractTableModel):
    """Shows steps in their order; ``store(step, field, value)`` is told what was typed."""

    def __init__(
        self, language: Language, store: Callable[[ServiceStep, str, Any], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language, self._store = language, store
        self._steps: list[ServiceStep] = []

    @property
    def steps(self) -> tuple[ServiceStep, ...]:
        """The steps from the first to the last."""
        return tuple(self._steps)

    def show_steps(self, steps: Sequence[ServiceStep]) -> None:
        """Show these steps, told row by row: what went, what came, what moved, what changed."""
        wanted = sorted(steps, key=lambda step: (step.position or 0, step.id))
        before = [step.id for step in self._steps]
        keep = {step.id for step in wanted}
        for row in reversed([row for row, step in enumerate(self._steps) if step.id not in keep]):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._steps[row]
            self.endRemoveRows()
        for row, step in enumerate(wanted):
            self._settle(row, step)
        if self._steps and before != [step.id for step in self._steps]:  # other places have other numbers
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._steps) - 1, 0))

    def row_of(self, id: str) -> int:
        """The row of a step; -1 where it is not here."""
        return next((row for row, step in enumerate(self._steps) if step.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(FIELDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if FIELDS[index.column()] in ("as_is", "to_be") else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.FontRole:
            return current_theme().type.small
        if role == Qt.ItemDataRole.AccessibleTextRole or (role == Qt.ItemDataRole.DisplayRole and FIELDS[section]):
            return self._language.say(_HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step, field = self._steps[index.row()], FIELDS[index.column()]
        if role == STEP:
            return step
        if role == Qt.ItemDataRole.EditRole:
            return getattr(step, field, "") if field in ("as_is", "to_be") else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not field:
            return self._language.number(index.row() + 1)
        if field == "treatment":
            return self._language.say(step.treatment.label if step.treatment else _("choose"))
        return getattr(step, field) or "—"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        step, field, text = self._steps[index.row()], FIELDS[index.column()], " ".join(str(value).split())
        if field and text != getattr(step, field):
            self._store(step, field, text)
        return True

    def _settle(self, row: int, step: ServiceStep) -> None:
        """Let ``step`` stand in ``row``; the rows before it are settled."""
        at = self.row_of(step.id)
        if at < 0:
            self.beginInsertRows(QModelIndex(), row, row)
            self._steps.insert(row, step)
            self.endInsertRows()
            return
        if at != row:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), row)
            self._steps.insert(row, self._steps.pop(at))
            self.endMoveRows()
        if self._steps[row] != step:
            self._steps[row] = step
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(FIELDS) - 1))
