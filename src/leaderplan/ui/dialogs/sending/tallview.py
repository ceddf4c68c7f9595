"""A list whose rows are as high as their texts, of any number: only what comes into view is measured."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from leaderplan.ui.dialogs.sending.linedelegate import LineDelegate
from leaderplan.ui.dialogs.sending.linemodel import Lines

Index = QModelIndex | QPersistentModelIndex
_TURNS: Final = 4


class TallView(QListView):
    """How high a row is that was never in view is guessed from the length of its text; Qt would measure every one.

    A QListView, so that a screen reader finds a list of rows. The row at the top stays where it is when those above
    it turn out higher or lower than was guessed.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._wide = -1
        self.lines = Lines(self)
        self._drawing = LineDelegate(self)
        self.setAccessibleName(name)
        self.setModel(self.lines)
        self.setItemDelegate(self._drawing)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)

    def doItemsLayout(self) -> None:
        """Guess anew; what is in view is measured when it is drawn."""
        self._wide = self.viewport().width()
        self._heights = self._drawing.guesses(self.lines.shown, self._wide)
        self._add_up()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        if self.viewport().width() != self._wide:
            anchor, above = self._at_top()
            self._wide = self.viewport().width()
            self._heights = self._drawing.guesses(self.lines.shown, self._wide)
            self._add_up()
            self._set_range()
            self._put_at_top(anchor, above)
        self._set_range()

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not 0 <= row < len(self._heights):
            return QRect()
        return QRect(0, self._tops[row] - self.verticalOffset(), self.viewport().width(), self._heights[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset())
        return self.lines.index(row) if 0 <= row < len(self._heights) else QModelIndex()

    def scrollTo(self, index: Index, hint=QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        row = index.row()
        if not 0 <= row < len(self._heights):
            return
        self._measure(row, row + 1)
        top, high, bar = self._tops[row], self.viewport().height(), self.verticalScrollBar()
        bottom = top + self._heights[row]
        if hint is QAbstractItemView.ScrollHint.PositionAtTop or top < bar.value() or self._heights[row] > high:
            bar.setValue(top)
        elif bottom > bar.value() + high:
            bar.setValue(bottom - high)

    def moveCursor(self, action, modifiers) -> QModelIndex:
        """Page keys go by what is in view."""
        moves = QAbstractItemView.CursorAction
        last, row = self.lines.rowCount() - 1, self.currentIndex().row()
        high, top = self.viewport().height(), self.verticalOffset()
        goals = {
            moves.MoveUp: row - 1,
            moves.MovePrevious: row - 1,
            moves.MoveDown: row + 1,
            moves.MoveNext: row + 1,
            moves.MoveHome: 0,
            moves.MoveEnd: last,
            moves.MovePageUp: self._row_at(max(top - high, 0)),
            moves.MovePageDown: self._row_at(top + 2 * high - 1),
        }
        return self.lines.index(min(max(goals.get(action, row), 0), last))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRegionForSelection(self, selection) -> QRegion:
        return QRegion()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self._measure_in_view()
        painter, hovered = QPainter(self.viewport()), self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        current, focus = self.currentIndex(), self.hasFocus()
        for row in range(first, last):
            option, index = QStyleOptionViewItem(), self.lines.index(row)
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)  # type: ignore[attr-defined]  # which the stubs do not name
            state = option.state & ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
            if focus and index == current:
                state |= QStyle.StateFlag.State_HasFocus
            if self.viewport().underMouse() and index == hovered:
                state |= QStyle.StateFlag.State_MouseOver
            option.state = state  # type: ignore[attr-defined]
            self._drawing.paint(painter, option, index)
        painter.end()

    def _measure_in_view(self) -> tuple[int, int]:
        """The rows in view, from the first to the one after the last, each with its true height."""
        anchor, above = self._at_top()
        last = anchor
        for _turn in range(_TURNS):
            last = self._measured_from(anchor, above)
            self._put_at_top(anchor, above)
            if self._at_top() == (anchor, above):
                break
            anchor, above = self._at_top()  # the end was reached: there is more room above
        return anchor, last

    def _measured_from(self, row: int, above: int) -> int:
        """Measure from a row on as far as there is room; the row after the last of them."""
        y, high = -above, self.viewport().height()
        first = row
        while row < len(self._heights) and y < high:
            y += self._drawing.height(self.lines.shown[row], row, self._wide)
            row += 1
        self._measure(first, row)
        return row

    def _measure(self, first: int, last: int) -> None:
        found = [self._drawing.height(self.lines.shown[row], row, self._wide) for row in range(first, last)]
        if found != self._heights[first:last]:
            self._heights[first:last] = found
            self._add_up()
            self._set_range()

    def _add_up(self) -> None:
        self._tops = [0, *accumulate(self._heights)]

    def _set_range(self) -> None:
        high, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(high)
        bar.setSingleStep(20)
        bar.setRange(0, max(self._tops[-1] - high, 0))

    def _row_at(self, y: int) -> int:
        return min(bisect_right(self._tops, y) - 1, len(self._heights))

    def _at_top(self) -> tuple[int, int]:
        """The row at the top, and how much of it lies above."""
        y = self.verticalOffset()
        row = max(min(self._row_at(y), len(self._heights) - 1), 0)
        return row, y - self._tops[min(row, len(self._tops) - 1)]

    def _put_at_top(self, row: int, above: int) -> None:
        if row < len(self._tops):
            self.verticalScrollBar().setValue(self._tops[row] + above)
