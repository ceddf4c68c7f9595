"""The left side of the page: order and filter, and the list of people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Tier
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.people.model import PeopleModel
from leaderplan.ui.pages.people.row import PersonDelegate
from leaderplan.ui.pages.people.wanted import Wanted
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.rows import RecordList
from leaderplan.ui.widgets.text import Paragraph


class Listing(QWidget):
    """``chosen`` tells who is meant, ``opened`` who is to fill the page, ``filtered`` that others are in view."""

    chosen = Signal(str)
    opened = Signal(str)
    filtered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk, self._id, self._quiet = desk, "", False
        self.wanted = Wanted()
        self.order = ChoiceButton(say(_("Losing touch first")), [(True, say(_("By name")))],
                                  none=say(_("Losing touch first")))  # fmt: skip
        self.tier = ChoiceButton(say(_("Tier")), [(tier, say(tier.label)) for tier in Tier], none=say(_("Any tier")))
        self.model = PeopleModel(desk.language, desk.today, self)
        self.view = RecordList(say(_("People")))
        self.view.setItemDelegate(PersonDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setModel(self.model)
        self._none = QWidget()
        self._lay_out()
        self.order.chosen.connect(lambda by_name: self._want(by_name=bool(by_name)))
        self.tier.chosen.connect(lambda tier: self._want(tier=tier))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self.opened)

    def show_plan(self) -> None:
        """Begin with the plan as it is now."""
        self._keeping(lambda: self.model.show_plan(self._desk.plan))

    def take(self, edit: ChangeSet) -> None:
        """Follow an edit."""
        self._keeping(lambda: self.model.take(edit, self._desk.plan))

    def seek(self, text: str) -> None:
        """Show only people of whom these words are written."""
        self._want(text=text.strip())

    def clear(self) -> None:
        """Show everybody."""
        self.tier.set_value(None)
        self._want(text="", tier=None)

    def select(self, id: str) -> None:
        """Mark a person without telling anyone; shows everybody where the filters hide them."""
        self._id = id
        if id and self.model.row_of(id) < 0:
            self.clear()
        self._mark()

    def neighbour(self, by: int) -> str | None:
        """Who stands ``by`` rows further in view."""
        ids = self.model.ids
        if self._id not in ids:
            return ids[0] if ids else None
        place = ids.index(self._id) + by
        return ids[place] if 0 <= place < len(ids) else None

    def _want(self, **what: Any) -> None:
        wanted = replace(self.wanted, **what)
        if wanted != self.wanted:
            self.wanted = wanted
            self._keeping(lambda: self.model.filter(wanted))
            self.filtered.emit()

    def _choose(self, id: str) -> None:
        if not self._quiet and id != self._id:
            self._id = id
            self.chosen.emit(id)

    def _keeping(self, act: Callable[[], None]) -> None:
        """Do something that moves rows about, with the same person marked before and after."""
        self._quiet = True
        act()
        self._quiet = False
        self._mark()
        self._none.setVisible(not self.model.rowCount())
        self.view.setVisible(bool(self.model.rowCount()))

    def _mark(self) -> None:
        row = self.model.row_of(self._id)
        self._quiet = True
        if row >= 0:
            index = self.model.index(row)
            if index != self.view.currentIndex() or not self.view.selectionModel().isSelected(index):
                self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.view.scrollTo(index)
        else:
            self.view.clearSelection()
        self._quiet = False

    def _lay_out(self) -> None:
        say = self._desk.say
        show_all = Link(say(_("Show everybody")))
        show_all.clicked.connect(self.clear)
        words = QVBoxLayout(self._none)
        words.setContentsMargins(32, 16, 32, 16)
        words.addWidget(Paragraph(say(_("Nobody here is like that.")), "body", "muted"))
        words.addWidget(show_all, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch()
        top = QWidget()
        row = FlowLayout(top)
        row.setContentsMargins(32, 12, 8, 12)
        row.addWidget(self.order)
        row.addWidget(self.tier)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.view, 1)
        column.addWidget(self._none, 1)
