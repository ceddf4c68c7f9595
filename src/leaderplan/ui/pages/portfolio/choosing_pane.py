"""The left side of the page: what goes in and what could, with the three things that can be done to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.portfolio import choosing
from leaderplan.ui.pages.portfolio.contents import ContentsModel
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.rows import RECORD, RecordList


class ContentsList(RecordList):
    """Space takes in or leaves out, Ctrl with an arrow moves, Enter opens the record; or by dragging."""

    def __init__(self, name: str, pane: ContentsPane) -> None:
        super().__init__(name, pane)
        self._pane = pane
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.clicked.disconnect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Space:
            self._pane.toggle()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in moves:
            self._pane.shift(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ContentsPane(QWidget):
    """Shows the order of the portfolio and changes it, a step each."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sought = desk, ""
        self.model = ContentsModel(desk.language, self)
        self.list = ContentsList(desk.say(_("What goes into the portfolio")), self)
        self.list.setModel(self.model)
        say = desk.say
        self._toggle = Button(say(_("Take in")), small=True)
        self._up = Button("", Kind.ICON, "arrow-up", name=say(_("Move up")), small=True)
        self._down = Button("", Kind.ICON, "arrow-down", name=say(_("Move down")), small=True)
        self._open = Button(say(_("Open")), small=True)
        self._toggle.clicked.connect(self.toggle)
        self._up.clicked.connect(lambda: self.shift(-1))
        self._down.clicked.connect(lambda: self.shift(1))
        self._open.clicked.connect(self.open)
        self.list.opened.connect(lambda _record: self.open())
        self.list.selectionModel().currentChanged.connect(lambda *_places: self._show_tools())
        self.model.modelReset.connect(self._show_tools)
        self.model.dropped.connect(self._drop)
        tools = QHBoxLayout()
        tools.setContentsMargins(32, 8, 16, 8)
        tools.setSpacing(8)
        for button in (self._toggle, self._up, self._down, self._open):
            tools.addWidget(button)
        tools.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(tools)

    @property
    def current(self) -> str | None:
        """The id of the record that is meant."""
        found = self.list.currentIndex().data(RECORD)
        return found if isinstance(found, str) else None

    def show_plan(self) -> None:
        """Look at the plan again; the same record stays meant."""
        meant = self.current
        self.model.show_plan(self._desk.plan, self._sought)
        row = self.model.row_of(meant) if meant else -1
        if row < 0 and self.model.inside:
            row = self.model.row_of(self.model.inside[0])
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        self._show_tools()

    def search(self, text: str) -> None:
        """Only what holds ``text`` among what could go in."""
        self._sought = text
        self.show_plan()

    def toggle(self) -> None:
        """Take the record in, or leave it out."""
        record = self.current
        if record:
            inside = record in self.model.inside
            self._commit((choosing.left_out if inside else choosing.included)(self._desk.plan, record))

    def shift(self, by: int) -> None:
        """One place up or down."""
        record = self.current
        if record and record in self.model.inside:
            self._commit(choosing.moved(self._desk.plan, record, by))

    def open(self) -> None:
        """Go to the record itself."""
        found = self._desk.plan.find(self.current)
        if found is not None:
            page = "achievements" if found.table == "achievement" else "collaborations"
            self._desk.go(Place(page, found.id))

    def _drop(self, record: str, to: int) -> None:
        at = self.model.inside.index(record)
        self._commit(choosing.moved(self._desk.plan, record, to - at))

    def _commit(self, edit: ChangeSet) -> None:
        if edit:
            self._desk.commit(edit, None)

    def _show_tools(self) -> None:
        record = self.current
        inside = record in self.model.inside
        at = self.model.inside.index(record) if record and inside else 0
        self._toggle.setText(self._desk.say(_("Leave out") if inside else _("Take in")))
        self._toggle.updateGeometry()
        self._toggle.setEnabled(record is not None)
        self._open.setEnabled(record is not None)
        self._up.setEnabled(inside and at > 0)
        self._down.setEnabled(inside and at + 1 < len(self.model.inside))
