"""The left side of the page: filters, and the achievements grouped by year."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.models.achievements import AchievementModel, Wanted
from leaderplan.ui.pages.achievements.filters import Filters
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.rows import RecordList
from leaderplan.ui.widgets.text import Paragraph


class Listing(QWidget):
    """``chosen`` tells the achievement that is meant, ``opened`` the one that is to fill the page."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self._quiet = False
        self.filters = Filters(desk)
        self.model = AchievementModel(desk.language, desk.today, self)
        self.view = RecordList(desk.say(_("Achievements")))
        self.view.setModel(self.model)
        self._none = QWidget()
        self._lay_out()
        self.filters.changed.connect(self._filter)
        self.model.counted.connect(self.filters.set_untold)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self.opened)

    def show_plan(self) -> None:
        """Begin with the plan as it is now."""
        self.filters.show_plan(self._desk.plan)
        self._keeping(lambda: self.model.show_plan(self._desk.plan))

    def take(self, edit: ChangeSet) -> None:
        """Follow an edit."""
        self._quiet = True
        self.model.take(edit, self._desk.plan)
        self._quiet = False
        self._mark()
        if edit.touches("competency") or edit.touches("profile"):
            self.filters.show_plan(self._desk.plan)
        self._show_none()

    def select(self, id: str) -> None:
        """Mark a record without telling anyone; shows everything where the filters hide it."""
        self._id = id
        if id and not self.model.holds(id):
            self.filters.clear()
        self._mark()

    def neighbour(self, by: int) -> str | None:
        """The record that stands ``by`` rows further in view."""
        ids = self.model.ids
        if self._id not in ids:
            return ids[0] if ids else None
        place = ids.index(self._id) + by
        return ids[place] if 0 <= place < len(ids) else None

    def _choose(self, id: str) -> None:
        if not self._quiet and id != self._id:
            self._id = id
            self.chosen.emit(id)

    def _filter(self, wanted: Wanted) -> None:
        self._keeping(lambda: self.model.filter(wanted))

    def _keeping(self, act) -> None:
        self._quiet = True
        act()
        self._quiet = False
        self._mark()
        self._show_none()

    def _mark(self) -> None:
        row = self.model.row_of(self._id)
        index = self.model.index(row)
        if row >= 0 and self.view.currentIndex() == index and self.view.selectionModel().isSelected(index):
            return
        self._quiet = True
        if row >= 0:
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(self.model.index(row - 1))  # the word of its section, where it is the first there
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()
        self._quiet = False

    def _show_none(self) -> None:
        self._none.setVisible(not self.model.rowCount())
        self.view.setVisible(bool(self.model.rowCount()))

    def _lay_out(self) -> None:
        say = self._desk.say
        show_all = Link(say(_("Show all")))
        show_all.clicked.connect(self.filters.clear)
        words = QVBoxLayout(self._none)
        words.setContentsMargins(32, 16, 32, 16)
        words.addWidget(Paragraph(say(_("Nothing here is like that.")), "body", "muted"))
        words.addWidget(show_all, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch()
        top = QVBoxLayout()
        top.setContentsMargins(32, 12, 8, 8)
        top.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self._none, 1)
