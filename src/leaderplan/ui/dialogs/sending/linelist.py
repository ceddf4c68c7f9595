"""A list of what leaves or stays: chapters and what is folded are opened by a click, by Enter, or by the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from leaderplan.ui.dialogs.sending.linemodel import LINE
from leaderplan.ui.dialogs.sending.lines import Line, Sort, holds, sought_words
from leaderplan.ui.dialogs.sending.tallview import TallView
from leaderplan.ui.widgets.keyboard import note_focus, note_key


class LineList(TallView):
    """Reached by Tab and read line by line with the arrows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.clicked.connect(self._press)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, from where one was looking as far as that is there."""
        kept, row = self.verticalOffset(), self.currentIndex().row()
        self.lines.show_lines(lines)
        self._stay(kept, row)

    def seek(self, text: str) -> None:
        """Show only the lines that hold ``text``; all for none."""
        self.lines.seek(text)
        self._stay(0, 0)

    @property
    def hits(self) -> int:
        """How many lines hold what is sought."""
        words = sought_words(self.lines.sought)
        return sum(holds(line, words) for line in self.lines.shown if line.sort is not Sort.CHAPTER)

    def words(self) -> list[str]:
        """Everything that stands in the list, opened and closed alike."""
        return [part for line in self.lines.all for part in (line.label, line.words) if part]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note_key(self)
        line = self.currentIndex().data(LINE)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if line is not None and line.key:
            opens = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
            if enter or event.key() == Qt.Key.Key_Space or opens is (not self.lines.is_open(line)):
                self._turn(line, self.currentIndex().row())
                return
        if not enter:  # which would press the button of the sheet
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0))
        note_focus(self, event)

    def mousePressEvent(self, event) -> None:
        note_key(self, False)
        super().mousePressEvent(event)

    def _press(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None and line.key:
            self._turn(line, index.row())

    def _turn(self, line: Line, row: int) -> None:
        kept = self.verticalOffset()
        self.lines.turn(line)
        self._stay(kept, row)

    def _stay(self, kept: int, row: int) -> None:
        self.executeDelayedItemsLayout()
        if 0 <= row < self.lines.rowCount():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.lines.index(row), flag)
        self.verticalScrollBar().setValue(kept)
