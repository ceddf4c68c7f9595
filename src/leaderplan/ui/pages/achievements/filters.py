"""What of the list is shown: by mode, competency and state, and what nobody has heard of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Mode
from leaderplan.domain.rules.chosen_framework import competencies
from leaderplan.domain.rules.story_check import State
from leaderplan.ui.desk import Desk
from leaderplan.ui.models.achievements import Wanted
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.flow import FlowLayout


class Filters(QWidget):
    """``changed`` tells what is wanted now."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self.wanted = Wanted()
        self._offered: tuple[tuple[str, str], ...] = ()
        modes = [(mode, say(mode.label)) for mode in Mode]
        states = [(state, say(state.label)) for state in State]
        self._mode = ChoiceButton(say(_("Mode")), modes, none=say(_("Any mode")))
        self._competency = ChoiceButton(say(_("Competency")), (), none=say(_("Any competency")))
        self._state = ChoiceButton(say(_("State")), states, none=say(_("Any state")))
        self._untold = Button(say(_("Untold")))
        self._untold.setCheckable(True)
        self._mode.chosen.connect(lambda mode: self._want(mode=mode))
        self._competency.chosen.connect(lambda id: self._want(competency=id))
        self._state.chosen.connect(lambda state: self._want(state=state))
        self._untold.toggled.connect(lambda on: self._want(untold=on))
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._mode, self._competency, self._state, self._untold):
            row.addWidget(button)

    def show_plan(self, plan: Plan) -> None:
        """Offer the competencies of the chosen framework."""
        offered = tuple((each.id, each.title) for each in competencies(plan))
        if offered != self._offered:
            self._offered = offered
            self._competency.set_choices(offered)

    def set_untold(self, count: int) -> None:
        """Say how many wins nobody has heard of."""
        self._untold.set_count(count or None)

    def seek(self, text: str) -> None:
        """Want only what holds these words."""
        self._want(text=text.strip())

    def clear(self) -> None:
        """Want everything."""
        self.wanted = Wanted()
        for button in (self._mode, self._competency, self._state):
            button.set_value(None)
        blocked = self._untold.blockSignals(True)
        self._untold.setChecked(False)
        self._untold.blockSignals(blocked)
        self.changed.emit(self.wanted)

    def _want(self, **what: Any) -> None:
        wanted = replace(self.wanted, **what)
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit(wanted)
