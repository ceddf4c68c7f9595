"""A competency rated against its descriptors: one row for each level, and beside them why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Assessment,
    Comment,
    CommentKind,
    Competency,
    Descriptor,
    Expectation,
    Framework,
    Level,
)
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.card import Card
from leaderplan.ui.mentor.margin import Margin
from leaderplan.ui.mentor.part import Part
from leaderplan.ui.mentor.row import GAP, TEXT
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.widgets.levelrow import LevelRow
from leaderplan.ui.widgets.taborder import chain
from leaderplan.ui.widgets.text import Paragraph, PlainLabel


def levels_of(plan: Plan, competency: Competency) -> Sequence[Level]:
    """The levels at which a competency can be rated, lowest first; none where the framework was not sent."""
    framework = plan.get(Framework, competency.framework)
    found = plan.referring(Level, "framework", framework) if framework else ()
    return sorted(found, key=lambda level: (level.rank or 0, level.id))


class Levels(QWidget):
    """``chosen`` tells the id of a level; one that was chosen is pressed again to choose none."""

    chosen = Signal(str)

    def __init__(self, sitting: Sitting, competency: Competency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plan, say = sitting.plan, sitting.language.say
        self.rows: dict[str, LevelRow] = {}
        levels = levels_of(plan, competency)
        texts = {each.level: each.text for each in plan.referring(Descriptor, "competency", competency)}
        own, expected = _own(plan, competency), {e.level for e in plan.referring(Expectation, "competency", competency)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for level in levels:
            said = [_("their own rating")] if level.id == own else []
            said += [_("expected")] if level.id in expected else []
            aside = " · ".join(say(each) for each in said)
            row = LevelRow(level.rank or 0, len(levels), level.title, texts.get(level.id, ""), aside)
            row.clicked.connect(lambda _checked, id=level.id: self.chosen.emit(id))
            self.rows[level.id] = row
            column.addWidget(row)

    def show_chosen(self, level: str | None) -> None:
        """Mark this level, or none."""
        for id, row in self.rows.items():
            row.setChecked(id == level)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose the next level."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        ids = list(self.rows)
        place = next((place for place, id in enumerate(ids) if self.rows[id].hasFocus()), -1)
        if way and 0 <= place + way < len(ids):
            row = self.rows[ids[place + way]]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            if not row.isChecked():
                self.chosen.emit(ids[place + way])
            return
        super().keyPressEvent(event)


class RatingPart(Part):
    """The levels of one competency, and the note beside them once one was chosen."""

    def __init__(self, sitting: Sitting, competency: Competency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting, self._competency = sitting, competency
        say = sitting.language.say
        self.levels = Levels(sitting, competency)
        self.levels.chosen.connect(self._choose)
        self.margin = Margin(lambda comment: Card(sitting, comment))
        self.margin.finished.connect(self._go_back)
        self.margin.remove_wanted.connect(self.removed)
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.setSpacing(2)
        head.addWidget(PlainLabel(say(_("Where do you see them?")), "strong"))
        head.addWidget(Paragraph(say(_("Choose the level whose words fit what you have seen. It stands beside their own"
                                       " rating and is never mixed with it.")), "small", "muted"))  # fmt: skip
        column.addLayout(head)
        column.addWidget(self.levels)
        beside = QHBoxLayout()
        beside.addWidget(self.margin)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 16, 0, 12)
        self._box.addWidget(self._words, 1)
        self._box.addLayout(beside)
        self._fit()
        self.refresh()

    @property
    def comment(self) -> Comment | None:
        """The rating that was given."""
        found = (c for c in self._sitting.on(self._competency.id) if c.kind is CommentKind.RATING)
        return next(found, None)

    def refresh(self) -> None:
        comment = self.comment
        self.levels.show_chosen(comment.level if comment else None)
        if self.margin.show_comments([comment] if comment else []):
            chain(self.stops())

    def set_wide(self, wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._box.setSpacing(GAP if wide else 4)
        self.margin.set_wide(wide)

    def stops(self) -> list[QWidget]:
        return [*self.levels.rows.values(), *(stop for card in self.margin.cards for stop in card.stops())]

    def margin_stop(self) -> QWidget | None:
        return self.margin.cards[0].stops()[0] if self.margin.cards else None

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._fit()

    def _choose(self, level: str) -> None:
        comment, record = self.comment, self._competency
        if comment is None:
            self._sitting.add(CommentKind.RATING, record=record.id, of_table=record.table, level=level)
        elif comment.level == level:
            self.removed.emit(comment.id)
        else:
            self._sitting.change(comment.id, level=level)

    def _go_back(self) -> None:
        comment = self.comment
        row = self.levels.rows.get(comment.level or "") if comment else None
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._words.setMaximumWidth(current_theme().type.px(TEXT))


def _own(plan: Plan, competency: Competency) -> str | None:
    """The level at which the planner rated themselves last."""
    own = [each for each in plan.referring(Assessment, "competency", competency) if each.by is None]
    last = max(own, key=lambda each: (each.on.last.toordinal() if each.on else 0, each.id), default=None)
    return last.level if last else None
