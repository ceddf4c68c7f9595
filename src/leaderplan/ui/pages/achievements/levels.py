"""The level of a claim, chosen among what its competency looks like at each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Claim, Competency, Descriptor, Framework, Level
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.levelrow import LevelRow
from leaderplan.ui.widgets.text import PlainLabel


def levels_of(plan: Plan, competency: Competency | None) -> list[Level]:
    """The levels of a competency's framework, lowest first."""
    framework = plan.get(Framework, competency.framework) if competency else None
    found = plan.referring(Level, "framework", framework) if framework else ()
    return sorted(found, key=lambda level: (level.rank or 0, level.id))


class LevelChoice(QWidget):
    """One row for each level; the one that is chosen can be pressed again to choose none."""

    def __init__(self, desk: Desk, claim: Claim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, claim.id
        self._rows: dict[str, LevelRow] = {}
        competency = desk.plan.get(Competency, claim.competency)
        levels = levels_of(desk.plan, competency)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(PlainLabel(competency.title if competency else "", "strong"))
        texts = (
            {d.level: d.text for d in desk.plan.referring(Descriptor, "competency", competency)} if competency else {}
        )
        for level in levels:
            row = LevelRow(level.rank or 0, len(levels), level.title, texts.get(level.id, ""))
            row.clicked.connect(lambda checked, id=level.id: self._choose(id if checked else None))
            self._rows[level.id] = row
            column.addWidget(row)
        self._show(claim)
        desk.signals.changed.connect(self._hear)

    def focus_chosen(self) -> None:
        """Put the keyboard on the level that is chosen, else on the first."""
        rows = list(self._rows.values())
        chosen = next((row for row in rows if row.isChecked()), rows[0] if rows else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from level to level."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        rows = list(self._rows.values())
        place = next((place for place, row in enumerate(rows) if row.hasFocus()), -1)
        if way and 0 <= place + way < len(rows):
            rows[place + way].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _choose(self, level: str | None) -> None:
        claim = self._desk.plan.get(Claim, self._id)
        if claim is not None:
            self._desk.commit(edits.alter(self._desk.plan, claim, level=level), self)
            self._show(self._desk.plan.table(Claim)[self._id])

    def _hear(self, edit: ChangeSet, by: object) -> None:
        claim = self._desk.plan.get(Claim, self._id)
        if by is not self and claim is not None and any(change.id == self._id for change in edit):
            self._show(claim)

    def _show(self, claim: Claim) -> None:
        for id, row in self._rows.items():
            row.setChecked(id == claim.level)
