"""A long list of lines of any height: chapters and what is folded open by a click, by Enter, or by the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from leaderplan.ui.dialogs.sending.linedelegate import LINE, OPEN, LineDelegate
from leaderplan.ui.dialogs.sending.lines import Line, in_view
from leaderplan.ui.widgets.keyboard import note_focus, note_key

Index = QModelIndex | QPersistentModelIndex
_AT_ONCE: Final = 150
"""Lines that are measured in one turn of the window; the rest follows in the turns after it."""


class Lines(QAbstractListModel):
    """The lines that are not folded away. ``turned`` names those that were opened or closed by the person."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: Sequence[Line] = ()
        self.shown: Sequence[Line] = ()
        self.turned: set[str] = set()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show others; what was opened or closed stays so."""
        self.beginResetModel()
        self.all, self.shown = lines, in_view(lines, self.turned)
        self.endResetModel()

    def turn(self, line: Line) -> None:
        """Open what is closed, close what is open."""
        self.turned ^= {line.key}
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


class LineList(QListView):
    """Measures its lines little by little, so that even ten thousand records do not hold up the window."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self._delegate = LineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self._wide = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self.scheduleDelayedItemsLayout)
        self.clicked.connect(self._press)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, from where one was looking as far as that is there."""
        kept, row = self.verticalScrollBar().value(), self.currentIndex().row()
        self.lines.show_lines(lines)
        self._stay(kept, row)

    def words(self) -> list[str]:
        """Everything that stands in the list, opened and closed alike."""
        return [part for line in self.lines.all for part in (line.label, line.words) if part]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note_key(self)
        line = self.currentIndex().data(LINE)
        if line is not None and line.key:
            wished = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
            pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            if pressed or wished is not None:
                if pressed or wished != self.lines.is_open(line):
                    self._turn(line, self.currentIndex().row())
                return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # which would press the button of the sheet
        super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0))
        note_focus(self, event)

    def mousePressEvent(self, event) -> None:
        note_key(self, False)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._wide:
            self._wide = self.viewport().width()
            self._later.start()

    def _press(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None and line.key:
            self._turn(line, index.row())

    def _turn(self, line: Line, row: int) -> None:
        kept = self.verticalScrollBar().value()
        self.lines.turn(line)
        self._stay(kept, row)

    def _stay(self, kept: int, row: int) -> None:
        self.executeDelayedItemsLayout()
        if 0 <= row < self.lines.rowCount():
            self.selectionModel().setCurrentIndex(self.lines.index(row), self.selectionModel().SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(kept)
