"""The page of a plan that measures itself against no framework yet: choose one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain.messages import _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency, Descriptor, Framework
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies.frameworks import addable, there
from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords


class Beginning(QWidget):
    """One row for each framework of the plan and each that comes with LeaderPlan."""

    chosen = Signal(object)
    """The Framework to use."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._state: EmptyState | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_plan(self, plan: Plan) -> None:
        """Offer what there is now."""
        if self._state is not None:
            self._column.removeWidget(self._state)
            self._state.hide()
            self._state.deleteLater()
        sentence = assets.read_toml("templates/en.toml")["empty_pages"]["competencies"]["sentence"]
        words = EmptyWords("grid-3x3", self._desk.say(_("Choose what you measure yourself against")), sentence)
        rows = [self._row(each, _described(plan, each)) for each in there(plan)]
        rows += [
            self._row(each.framework, len({r.competency for r in each.records if isinstance(r, Descriptor)}))
            for each in addable(plan)
        ]
        self._state = EmptyState(words, rows)
        self._column.addWidget(self._state)

    def _row(self, framework: Framework, count: int) -> EmptyRow:
        say = self._desk.say
        more = say(_n("{count} competency", "{count} competencies", count))
        return EmptyRow("grid-3x3", framework.title, more, say(_("Use it")), partial(self.chosen.emit, framework))


def _described(plan: Plan, framework: Framework) -> int:
    found = plan.referring(Competency, "framework", framework)
    return sum(1 for each in found if plan.referring(Descriptor, "competency", each))
