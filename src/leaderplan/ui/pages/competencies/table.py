"""The matrix on the window: one click or one key rates, and the current cell leads the side panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from leaderplan.domain.records import Claim
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.competencies.cells import INSET, MatrixCells
from leaderplan.ui.pages.competencies.levelheader import LevelHeader
from leaderplan.ui.pages.competencies.matrix import Cell
from leaderplan.ui.pages.competencies.model import Index, MatrixModel
from leaderplan.ui.widgets.keyboard import note_focus, note_key, wants_ring
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import as_tip

_TITLES, _NARROWEST_TITLES, _NARROWEST_LEVEL = 208, 132, 70


class MatrixTable(QTableView):
    """Arrows move, Space or Enter rates, E sets what is expected; Enter on a title opens what is known of it."""

    rated = Signal(str, str)
    expected = Signal(str, str)
    """Both: the id of a competency and that of a level."""
    opened = Signal(str)
    moved = Signal()
    """Another cell is current."""
    claims_opened = Signal(object, QPoint)
    """The claims that were pressed, and where on the screen."""
    menu_wanted = Signal(QPoint)
    """The menu of the current cell, and where on the screen."""

    def __init__(self, model: MatrixModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._cells = MatrixCells(model, self)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._levels = LevelHeader(self)
        self._levels.setAccessibleName(name)
        self.setHorizontalHeader(self._levels)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        model.modelReset.connect(self.fit)
        self.fit()

    @property
    def cell(self) -> Cell | None:
        """The current cell; None on a title and where nothing is current."""
        index = self.currentIndex()
        row = self._matrix.row_at(index.row()) if index.isValid() else None
        return row.cells[index.column() - 1] if row and index.column() else None

    @property
    def competency(self) -> str:
        """The id of the current competency; empty for none."""
        row = self._matrix.row_at(self.currentIndex().row())
        return row.competency.id if row else ""

    def go(self, competency: str, rank: int | None) -> bool:
        """Make a cell current, by the rank of its level; the title for None. Whether it is in view."""
        row = self._matrix.row_of(competency)
        if row < 0:
            return False
        column = next((n for n, level in enumerate(self._matrix.levels, 1) if level.rank == rank), 0)
        self.setCurrentIndex(self._matrix.index(row, column))
        return True

    def fit(self) -> None:
        """Share the width among the columns, and give rows and header the heights they need."""
        self.clearSpans()
        columns = self._matrix.columnCount()
        if columns > 1:
            type_, room = current_theme().type, self.viewport().width()
            least = max(type_.px(_NARROWEST_LEVEL), self._levels.widest_word)
            titles = max(min(type_.px(_TITLES), room - least * (columns - 1) - INSET), type_.px(_NARROWEST_TITLES))
            wide = max((room - titles - INSET) // (columns - 1), type_.px(_NARROWEST_LEVEL))
            for column in range(columns):
                self.setColumnWidth(column, titles if column == 0 else wide)
        for row in range(self._matrix.rowCount()):
            self.setRowHeight(row, self.sizeHintForRow(row))
        for row in self._matrix.groups():
            if columns > 1:
                self.setSpan(row, 0, 1, columns)
        self._levels.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._cells.current_row = current.row()
        self._mark_focus()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), current_theme()
        hovered = self._cells.hovered.row() if self._cells.hovered else -1
        for row in {hovered, self._cells.current_row} - {-1}:
            if self._matrix.row_at(row) is not None:
                selected = row == self._cells.current_row
                paint_row(painter, self._row_rect(row), theme, hovered=not selected, selected=selected)
        painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)
        if not self.currentIndex().isValid() and self._matrix.rows:
            self.go(self._matrix.rows[0].competency.id, None)
        self._mark_focus()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self._mark_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note_key(self)
        self._mark_focus()
        key, cell = event.key(), self.cell
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press()
        elif key == Qt.Key.Key_E and not event.modifiers() and cell is not None:
            self.expected.emit(self.competency, cell.level.id)
        elif key == Qt.Key.Key_Menu or (
            key == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        note_key(self, False)
        super().mousePressEvent(event)
        self._mark_focus()
        index, x = self._under(event.position().toPoint())
        if index is None:
            return
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._click(index, x, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def contextMenuEvent(self, event) -> None:
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, _x = self._under(event.pos())
            words = index.data(Qt.ItemDataRole.AccessibleTextRole) if index is not None else ""
            QToolTip.showText(event.globalPos(), as_tip(str(words)), self.viewport())
            return True
        return super().viewportEvent(event)

    def _press(self) -> None:
        cell = self.cell
        if cell is not None:
            self.rated.emit(self.competency, cell.level.id)
        elif self.competency:
            self.opened.emit(self.competency)

    def _click(self, index: QModelIndex, x: int, at: QPoint) -> None:
        if index.column() == 0:
            self.opened.emit(self.competency)
            return
        cell = self.cell
        if cell is None:
            return
        claims = self._claims_at(cell, index, x)
        if claims:
            self.claims_opened.emit(claims, at)
        elif self._cells.places(cell, self.columnWidth(index.column())).on_own(x):
            self.rated.emit(self.competency, cell.level.id)

    def _claims_at(self, cell: Cell, index: QModelIndex, x: int) -> tuple[Claim, ...]:
        marks = self._cells.places(cell, self.columnWidth(index.column()))
        place = marks.dot_at(x)
        if place is None:
            return ()
        return cell.claims if marks.claims_counted else cell.claims[place : place + 1]

    def _under(self, point: QPoint) -> tuple[QModelIndex | None, int]:
        """The competency's cell at a point of the viewport, and how far from its left edge."""
        index = self.indexAt(point)
        if not index.isValid() or self._matrix.row_at(index.row()) is None:
            return None, 0
        return index, point.x() - self.visualRect(index).left()

    def _hover(self, point: QPoint) -> None:
        index, x = self._under(point)
        cells, on_own, hand = self._cells, False, False
        if index is not None:
            row = self._matrix.row_at(index.row())
            hand = index.column() == 0
            if row and index.column():
                cell = row.cells[index.column() - 1]
                on_own = cells.places(cell, self.columnWidth(index.column())).on_own(x)
                hand = on_own or bool(self._claims_at(cell, index, x))
        if cells.hovered != index or cells.on_own != on_own:
            cells.hovered = QPersistentModelIndex(index) if index is not None else None
            cells.on_own = on_own
            self.viewport().update()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _mark_focus(self) -> None:
        index = self.currentIndex()
        self._cells.focused = QPersistentModelIndex(index) if index.isValid() and wants_ring(self) else None
        self.viewport().update()

    def _row_rect(self, row: int) -> QRect:
        left = self.columnViewportPosition(0)
        wide = sum(self.columnWidth(column) for column in range(self._matrix.columnCount()))
        return QRect(left, self.rowViewportPosition(row) + 1, wide + INSET, self.rowHeight(row) - 2)
