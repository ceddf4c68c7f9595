"""What of the plan leads to a person: services, collaborations, what they were told, how they rated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Collaboration,
    Competency,
    Level,
    Person,
    Reaction,
    Service,
    Telling,
)
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.row import LineRow, LineWords
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.taborder import chain


@dataclass(frozen=True)
class Item:
    """A row: what it says, and the record or the place that a press leads to."""

    words: LineWords
    leads_to: Place | str


class Part(QWidget):
    """A heading with rows below it; hidden while there are none, unless something can be added here."""

    def __init__(self, title: str, press: Callable[[Place | str], object], *, stays: bool = False) -> None:
        super().__init__()
        self._press, self._stays = press, stays
        self._shown: list[Item] = []
        self.rows: list[LineRow] = []
        self.head = SectionRow(title)
        self.head.setContentsMargins(OUTSET, 0, OUTSET, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 4)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        if not stays:
            self.hide()

    @property
    def last_of_head(self) -> QWidget:
        """What Tab reaches before the rows."""
        return self

    def show_items(self, items: list[Item]) -> None:
        """Show these and no others."""
        self.setVisible(self._stays or bool(items))
        if items == self._shown:
            return
        self._shown = items
        had = next((place for place, row in enumerate(self.rows) if row.hasFocus()), -1)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(item) for item in items]
        for row in self.rows:
            self._column.addWidget(row)
        chain([self.last_of_head, *self.rows])
        if had >= 0 and self.rows:
            self.rows[min(had, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, item: Item) -> LineRow:
        row = LineRow(item.words, leads=isinstance(item.leads_to, Place))
        row.clicked.connect(lambda: self._press(item.leads_to))
        return row


def services(plan: Plan, person: Person) -> list[Item]:
    """The services that a person manages."""
    found = sorted(plan.referring(Service, "owner", person), key=lambda service: service.name.casefold())
    return [Item(LineWords(each.name, each.citizens, mark="building-2"), each.id) for each in found]


def collaborations(plan: Plan, person: Person, language: Language) -> list[Item]:
    """What a person leads or co-owns."""
    leads, owns = _("leads"), _("co-owns")
    found = dict.fromkeys(plan.referring(Collaboration, "lead", person), leads)
    found |= {each: owns for each in plan.referring(Collaboration, "co_owner", person) if each not in found}
    ordered = sorted(found, key=lambda each: each.title.casefold())
    return [
        Item(
            LineWords(each.title, language.say(found[each]), language.say(each.stage.label) if each.stage else "",
                      "handshake"),
            Place("collaborations", each.id),
        )
        for each in ordered
    ]  # fmt: skip


def tellings(plan: Plan, person: Person, language: Language) -> list[Item]:
    """What a person was told, and how they took it; the newest first."""
    found = sorted(plan.referring(Telling, "person", person), key=_day, reverse=True)
    return [item for telling in found if (item := _telling(plan, telling, language))]


def _telling(plan: Plan, telling: Telling, language: Language) -> Item | None:
    achievement = plan.get(Achievement, telling.achievement)
    if achievement is None:
        return None
    reaction = telling.reaction
    taken = [language.say(reaction.label)] if reaction else []
    words = LineWords(
        achievement.title,
        language.say(telling.channel.label) if telling.channel else "",
        ", ".join([*taken, *([language.day(telling.on)] if telling.on else [])]),
        "megaphone",
        bars=list(Reaction).index(reaction) if reaction else None,
    )
    return Item(words, Place("achievements", achievement.id))


def assessments(plan: Plan, person: Person, language: Language) -> list[Item]:
    """How a person rated the planner; the newest first."""
    found = sorted(plan.referring(Assessment, "by", person), key=_day, reverse=True)
    return [item for each in found if (item := _assessment(plan, each, language))]


def _assessment(plan: Plan, assessment: Assessment, language: Language) -> Item | None:
    competency, level = plan.get(Competency, assessment.competency), plan.get(Level, assessment.level)
    if competency is None:
        return None
    rated = level.title if level else ""
    words = ", ".join(part for part in (rated, assessment.note) if part)
    day = language.day(assessment.on) if assessment.on else ""
    return Item(LineWords(competency.title, words, day, "scale"), Place("competencies", competency.id))


def _day(record: Telling | Assessment) -> tuple[str, str]:
    return str(record.on.last) if record.on else "", record.id
