"""The service that is changed: who answers for it, what hurts, and how ready it is for change."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Person, Readiness, Service
from leaderplan.ui.pages.collaborations.canvas.keyed import Keyed
from leaderplan.ui.pages.collaborations.canvas.lines import Block, SmallLine
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph

_FACTORS = ("attitude", "culture", "capacity", "will")


class ServicePart(QWidget):
    """The newest readiness first; each opens its panel."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._head = SectionRow("")
        self._words = Paragraph("", "small", "muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._blocks: Keyed[Block, tuple[str, tuple[SmallLine, ...]]] = Keyed(
            self._rows, self._block, lambda block, words: block.show_words(*words)
        )
        self.add_button = Button(sheet.say(_("Rate how ready it is")), Kind.ADD, "plus")
        self.add_button.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(inset(self._head))
        column.addLayout(inset(self._words))
        column.addLayout(self._rows)
        column.addWidget(self.add_button)
        column.addStretch()

    def fill(self) -> None:
        """Show the service as it stands."""
        sheet = self._sheet
        service = sheet.plan.get(Service, sheet.record.service)
        self.setVisible(service is not None)
        if service is None:
            return
        found = sorted(sheet.plan.referring(Readiness, "service", service), key=_when, reverse=True)
        owner = sheet.plan.get(Person, service.owner)
        self._head.set_title(sheet.say(_("The service: {name}", name=service.name)))
        self._head.set_aside(sheet.say(_("{name} answers for it", name=owner.name)) if owner else "")
        self._words.setText(service.pain)
        self._words.setVisible(bool(service.pain))
        self._blocks.fill([(each.id, (self._day(each), self._lines(each))) for each in found])

    def add(self) -> None:
        """A rating of today, with its panel open."""
        today = PartialDate.of(self._sheet.desk.today())
        self._sheet.add(Readiness(id=new_id(), service=self._sheet.record.service, on=today), "attitude")

    def _block(self, id: str) -> Block:
        block = Block()
        block.clicked.connect(partial(self._open, id))
        return block

    def _day(self, readiness: Readiness) -> str:
        day = self._sheet.desk.language.day(readiness.on) if readiness.on else ""
        return self._sheet.say(_("How ready it was on {day}", day=day))

    def _lines(self, readiness: Readiness) -> tuple[SmallLine, ...]:
        sheet = self._sheet
        rated = [(name, getattr(readiness, name)) for name in _FACTORS if getattr(readiness, name) is not None]
        if not rated:
            return (("circle-dashed", sheet.say(_("not rated yet"))),)
        words = ", ".join(f"{sheet.say(specs(Readiness)[name].label).lower()} {value}" for name, value in rated)
        lowest = min(rated, key=lambda each: each[1])
        label = sheet.say(specs(Readiness)[lowest[0]].label).lower()
        weakest = sheet.say(_("{factor} holds it back", factor=label))
        return (("scale", sheet.say(_("{factors} of 5", factors=words))),) + (
            (("triangle-alert", weakest),) if lowest[1] <= 2 else ()
        )

    def _open(self, id: str, _checked: bool = False) -> None:
        readiness = self._sheet.plan.get(Readiness, id)
        if readiness is not None:
            self._sheet.open(readiness)


def _when(readiness: Readiness) -> tuple[str, str]:
    return (str(readiness.on.last) if readiness.on else "", readiness.id)
