"""The lines of a list as far as they are in view: not folded away, and holding what is sought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from leaderplan.ui.dialogs.sending.lines import Line, in_view

Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole + 20
OPEN: Final = Qt.ItemDataRole.UserRole + 21
"""Whether what lies in the line is in view."""


class Lines(QAbstractListModel):
    """``turned`` names the lines that were opened or closed by the person; that stays so when others are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: Sequence[Line] = ()
        self.shown: Sequence[Line] = ()
        self.turned: set[str] = set()
        self.sought = ""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show others."""
        self.beginResetModel()
        self.all, self.shown = lines, in_view(lines, self.turned, self.sought)
        self.endResetModel()

    def turn(self, line: Line) -> None:
        """Open what is closed, close what is open."""
        self.turned ^= {line.key}
        self.show_lines(self.all)

    def seek(self, text: str) -> None:
        """Show only the lines that hold ``text``; all for none."""
        self.sought = text
        self.show_lines(self.all)

    def is_open(self, line: Line) -> bool:
        """Whether what lies in a line that can be folded is in view."""
        return line.closed == (line.key in self.turned)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.shown[index.row()]
        if role == LINE:
            return line
        if role == OPEN:
            return self.is_open(line)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.said
        return None
