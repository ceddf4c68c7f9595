"""What the achievement shows: claims as chips with their level, and a way to claim one more."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Competency, Level
from leaderplan.domain.rules.chosen_framework import competencies
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.achievements.claiming import claim_menu
from leaderplan.ui.pages.achievements.levels import LevelChoice, levels_of
from leaderplan.ui.pages.achievements.making import edit_record
from leaderplan.ui.pages.achievements.row import LabelledRow, exchange
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.chip import Chip
from leaderplan.ui.widgets.chip import Level as Dots
from leaderplan.ui.widgets.flow import FlowLayout

_Words = tuple[str, str, int, int]
"""Id of the claim, title of the competency, rank of the level, number of levels."""


class Claims(LabelledRow):
    """One click on a competency claims it; level and reason follow in its panel."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        flow = FlowLayout()
        super().__init__(desk.say(_("Claims")), flow, 6, parent)
        self._desk, self._flow = desk, flow
        self._achievement: Achievement | None = None
        self._shown: tuple[_Words, ...] | None = None
        self._chips: list[Chip] = []
        self._button = Button(desk.say(_("Claim")), Kind.ADD, "plus", name=desk.say(_("Claim a competency")))
        self._button.clicked.connect(self.offer)
        self._flow.addWidget(self._button)

    def show_record(self, plan: Plan, achievement: Achievement) -> None:
        """Show the claims of this achievement, in the order of the framework."""
        self._achievement = achievement
        claims = plan.referring(Claim, "achievement", achievement)
        places = {each.id: place for place, each in enumerate(competencies(plan))}
        ordered = sorted(claims, key=lambda each: (places.get(each.competency or "", len(places)), each.id))
        words = tuple(words_of(plan, claim) for claim in ordered)
        if words == self._shown:
            return
        self._shown = words
        old, self._chips = self._chips, [self._chip(*each) for each in words]
        exchange(self._flow, self._flow.insert, old, self._chips)

    def offer(self) -> None:
        """Open the menu of competencies below the button."""
        if self._achievement is None:
            return
        menu = claim_menu(self._desk, self._achievement, self.add, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))

    def add(self, competency: str) -> RecordDialog | None:
        """Claim a competency, and ask for its level."""
        if self._achievement is None:
            return None
        claim = Claim(id=new_id(), achievement=self._achievement.id, competency=competency)
        title = self._desk.plan.table(Competency)[competency].title
        if not self._desk.commit(edits.add(claim, label=_("Claim {competency}", competency=title)), self):
            return None
        return self.edit(claim.id)

    def edit(self, id: str, focus: str = "") -> RecordDialog | None:
        """Open a claim: its level and why."""
        claim = self._desk.plan.get(Claim, id)
        if claim is None:
            return None
        choice = LevelChoice(self._desk, claim)
        panel = edit_record(self._desk, claim, ("why",), self, choice, focus)
        if not focus:
            choice.focus_chosen()
        return panel

    def _chip(self, id: str, title: str, rank: int, steps: int) -> Chip:
        said = _("{competency}, level {rank} of {steps}", competency=title, rank=rank, steps=steps)
        without = _("{competency}, no level chosen yet", competency=title)
        chip = Chip(title, level=Dots(rank, steps), name=self._desk.say(said if rank else without))
        chip.clicked.connect(lambda: self.edit(id))
        return chip


def words_of(plan: Plan, claim: Claim) -> _Words:
    """What the chip of a claim says; rank 0 while no level is chosen."""
    competency = plan.get(Competency, claim.competency)
    level = plan.get(Level, claim.level)
    title = competency.title if competency else ""
    return claim.id, title, (level.rank or 0) if level else 0, len(levels_of(plan, competency))
