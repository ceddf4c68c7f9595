"""The left side of the page: order and filter, and the list of people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Tier
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.people.model import PeopleModel
from leaderplan.ui.pages.people.row import PersonDelegate
from leaderplan.ui.pages.people.wanted import Wanted
from leaderplan.ui.pages.sidelist import SideList
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.flow import FlowLayout


class Listing(SideList):
    """``filtered`` tells that others are in view."""

    filtered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.say
        super().__init__(desk, say(_("People")), parent)
        self.wanted = Wanted()
        self.order = ChoiceButton(say(_("Losing touch first")), [(True, say(_("By name")))],
                                  none=say(_("Losing touch first")))  # fmt: skip
        self.tier = ChoiceButton(say(_("Tier")), [(tier, say(tier.label)) for tier in Tier], none=say(_("Any tier")))
        self.model = PeopleModel(desk.language, desk.today, self)
        self.view.setItemDelegate(PersonDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setModel(self.model)
        top = QWidget()
        row = FlowLayout(top)
        row.setContentsMargins(32, 12, 8, 12)
        row.addWidget(self.order)
        row.addWidget(self.tier)
        self._lay_out(top, say(_("Nobody here is like that.")), say(_("Show everybody")))
        self.order.chosen.connect(lambda by_name: self._want(by_name=bool(by_name)))
        self.tier.chosen.connect(lambda tier: self._want(tier=tier))

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

    def _want(self, **what: Any) -> None:
        wanted = replace(self.wanted, **what)
        if wanted != self.wanted:
            self.wanted = wanted
            self._keeping(lambda: self.model.filter(wanted))
            self.filtered.emit()
