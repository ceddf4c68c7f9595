"""The table of steps: typed into, reordered and taken out by keys or mouse; as high as its rows."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QSizePolicy, QTableView, QWidget

from leaderplan.domain.records import Treatment
from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.models.steps import FIELDS, STEP, StepsModel
from leaderplan.ui.pages.collaborations.canvas.stepcells import CHIP, StepCells
from leaderplan.ui.pages.collaborations.canvas.treatments import ICONS, token_of
from leaderplan.ui.widgets.keyboard import note_focus, note_key

_NUMBER: Final = 24


class StepTable(QTableView):
    """Enter or F2 edits a cell, Alt and an arrow moves the step, Delete takes it out; Tab leaves the table."""

    treated = Signal(object, object)
    """(ServiceStep, Treatment)"""
    moved = Signal(int, int)
    """(from row, to row)"""
    removed = Signal(object)
    added = Signal()

    def __init__(self, model: StepsModel, say: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._say = model, say
        self._cells = StepCells(self)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._cells.names = tuple(
            str(model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole))
            for n in range(len(FIELDS))
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.viewport().setAutoFillBackground(False)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # the cells paint their own
        self.setPalette(colours)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(8)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setProperty("plain", True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refit)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged):
            signal.connect(self._soon.start)
        self.clicked.connect(self._press)

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(self._steps.rowCount()))
        return QSize(320, rows + self.horizontalHeader().sizeHint().height() + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        type_ = current_theme().type
        number, chip = type_.px(_NUMBER), type_.px(CHIP) + 18
        words = max(self.viewport().width() - number - chip, 80)
        for column, wide in enumerate((number, words * 46 // 100, words - words * 46 // 100, chip)):
            self.setColumnWidth(column, wide)
        self.refit()

    def edit_cell(self, row: int, field: str) -> None:
        """Put the keyboard into a cell, ready to type."""
        index = self._steps.index(row, FIELDS.index(field))
        self.setCurrentIndex(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._press(index)

    def refit(self) -> None:
        """Give every row the height of its words, and the table that of its rows."""
        self._soon.stop()
        self.resizeRowsToContents()
        self.updateGeometry()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)
        if not self.currentIndex().isValid() and self._steps.rowCount():
            self.setCurrentIndex(self._steps.index(0, 1))

    def mousePressEvent(self, event) -> None:
        note_key(self, False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # what the editor leaves over is not for the row
        note_key(self)
        index, key = self.currentIndex(), event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.added.emit()
        elif enter or key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self._press(index)
        elif index.isValid() and key == Qt.Key.Key_Delete:
            self.removed.emit(index.data(STEP))
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = index.row() + (-1 if key == Qt.Key.Key_Up else 1)
            if index.isValid() and 0 <= to < self._steps.rowCount():
                self.moved.emit(index.row(), to)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The row goes where it was let go; the model is told by the plan, not by Qt."""
        source, place = self.currentIndex().row(), event.position().toPoint()
        over = self.indexAt(place)
        to = over.row() if over.isValid() else self._steps.rowCount() - 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if source >= 0 and to not in (-1, source):
            self.moved.emit(source, to)

    def menu(self, index: QModelIndex) -> QMenu:
        """The treatments to choose from for the step of a row."""
        step, menu = index.data(STEP), QMenu(self)
        menu.setAccessibleName(self._cells.names[-1])
        for treatment in Treatment:
            action = menu.addAction(icons.icon(ICONS[treatment], token_of(treatment)), self._say(treatment.label))
            action.triggered.connect(lambda _checked=False, each=treatment: self.treated.emit(step, each))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _press(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if FIELDS[index.column()] == "treatment":
            corner = self.visualRect(index).bottomLeft()
            self.menu(index).popup(self.viewport().mapToGlobal(corner))
        elif FIELDS[index.column()]:
            self.edit(index)
