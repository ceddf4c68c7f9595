"""What can be ticked, as far as it holds what is sought; what cannot says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from leaderplan.ui.widgets.text import as_tip

Index = QModelIndex | QPersistentModelIndex
PICK: Final = Qt.ItemDataRole.UserRole + 30


@dataclass(frozen=True, slots=True)
class Pick:
    """One line; without an id the heading of those below it. ``why_not`` says why it cannot be ticked."""

    id: str
    words: str
    aside: str = ""
    why_not: str = ""


class Picks(QAbstractListModel):
    """What can be ticked, as far as it holds what is sought."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ticked: set[str] = set()
        self._all: Sequence[Pick] = ()
        self.shown: list[Pick] = []
        self._sought = ""

    def offer(self, picks: Iterable[Pick]) -> None:
        """Offer these; what was ticked stays so where it is still there."""
        picks = tuple(picks)
        if picks == self._all:
            return
        self._all = picks
        self._show()

    def seek(self, text: str) -> None:
        """Show only what holds every word of ``text``."""
        self._sought = text
        self._show()

    def turn(self, index: Index) -> None:
        """Tick it, or take the tick away."""
        pick = index.data(PICK)
        if pick is not None and pick.id and not pick.why_not:
            self.ticked ^= {pick.id}
            self.dataChanged.emit(index, index)
            self.ticked_changed.emit()

    @property
    def chosen(self) -> frozenset[str]:
        """What is ticked among what is offered."""
        return frozenset(self.ticked & {pick.id for pick in self._all if pick.id and not pick.why_not})

    @property
    def offered(self) -> int:
        """How many can be ticked."""
        return sum(bool(pick.id) and not pick.why_not for pick in self._all)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        pick = self.shown[index.row()]
        if not pick.id:
            return Qt.ItemFlag.NoItemFlags
        # What cannot be ticked is reached by the arrows all the same: there it says why.
        reached = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return reached if pick.why_not else reached | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        pick = self.shown[index.row()]
        if role == PICK:
            return pick
        if role == Qt.ItemDataRole.CheckStateRole and pick.id and not pick.why_not:
            return Qt.CheckState.Checked if pick.id in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(pick.words)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (pick.words, pick.aside, pick.why_not) if part)
        return None

    def _show(self) -> None:
        words = self._sought.casefold().split()
        self.beginResetModel()
        self.shown = []
        heading: Pick | None = None
        for pick in self._all:
            if not pick.id:
                heading = pick
            elif all(word in pick.words.casefold() for word in words):
                if heading is not None:
                    self.shown.append(heading)
                    heading = None
                self.shown.append(pick)
        self.endResetModel()
