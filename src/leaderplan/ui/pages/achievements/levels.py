"""The level of a claim, chosen among what its competency looks like at each."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Claim, Competency, Descriptor, Framework, Level
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.shapes import dots_width, paint_dots
from leaderplan.ui.widgets.text import PlainLabel, paint_lines, paint_words, wrapped


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


class LevelRow(PressedArea):
    """Dots, the name of the level, and below it what the competency looks like there."""

    def __init__(self, rank: int, steps: int, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rank, self._steps, self._text = rank, steps, text
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(f"{rank}, {title}")
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        type_ = current_theme().type
        return type_.line + 12 + len(self._lines(width)) * type_.small_line

    def sizeHint(self) -> QSize:
        wide = current_theme().type.px(400)
        return QSize(wide, self.heightForWidth(wide))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        type_ = theme.type
        painter = QPainter(self)
        self.paint_ground(painter)
        left = self._left()
        paint_dots(painter, self._rank, self._steps, 8, 6 + type_.line / 2, theme, type_.scale)
        font = type_.strong if self.isChecked() else type_.body
        paint_words(painter, QRect(left, 6, self.width() - left - 8, type_.line), self.text(), font, theme.text)
        lines = self._lines(self.width())
        paint_lines(painter, lines, left, 6 + type_.line, type_.small_line, type_.small, theme.muted)

    def _left(self) -> int:
        return 8 + dots_width(self._steps, current_theme().type.scale) + 12

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._text, current_theme().type.small, max(width - self._left() - 8, 40)) if self._text else []
