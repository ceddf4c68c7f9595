"""Who was told, how, and how they took it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Reaction, Telling
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.achievements.making import edit_record, make_record
from leaderplan.ui.pages.achievements.row import LabelledRow, exchange
from leaderplan.ui.pages.achievements.words import channel_and_day, who_heard
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.shapes import BARS_WIDTH, paint_bars
from leaderplan.ui.widgets.text import paint_words

FIELDS = ("person", "audience", "channel", "on", "reaction")
_REACTION_WIDTH = 88
_Words = tuple[str, str, str, str, str, int | None]
"""Id, who, their role, how and when, the reaction in a word, its bars."""


class Told(LabelledRow):
    """One row for each telling, the newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        super().__init__(desk.say(_("Told")), column, 5, parent)
        self._desk = desk
        self._achievement: Achievement | None = None
        self._shown: list[_Words] | None = None
        self._rows: list[ToldRow] = []
        self._button = Button(desk.say(_("Telling")), Kind.ADD, "plus", name=desk.say(_("Note a telling")))
        self._button.clicked.connect(self.add)
        self._column = column
        below = QHBoxLayout()
        below.addWidget(self._button)
        below.addStretch()
        column.addLayout(below)

    def show_record(self, plan: Plan, achievement: Achievement) -> None:
        """Show who was told of this achievement."""
        self._achievement = achievement
        tellings = sorted(plan.referring(Telling, "achievement", achievement), key=_when, reverse=True)
        words = [self._words(plan, telling) for telling in tellings]
        if words == self._shown:
            return
        self._shown = words
        old, self._rows = self._rows, [self._row(each) for each in words]
        exchange(self._column, self._column.insertWidget, old, self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self) -> RecordDialog | None:
        """Note that somebody was told today; closed untouched it is taken back."""
        if self._achievement is None:
            return None
        today = PartialDate.of(self._desk.today())
        made = Telling(id=new_id(), achievement=self._achievement.id, on=today)
        return make_record(self._desk, made, FIELDS, self)

    def edit(self, id: str, focus: str = "") -> RecordDialog | None:
        """Open a telling."""
        telling = self._desk.plan.get(Telling, id)
        return edit_record(self._desk, telling, FIELDS, self, focus=focus) if telling else None

    def _words(self, plan: Plan, telling: Telling) -> _Words:
        who, role = who_heard(plan, telling)
        reaction = telling.reaction
        return (
            telling.id,
            who or self._desk.say(_("somebody")),
            role,
            channel_and_day(telling, self._desk.language),
            self._desk.say(reaction.label) if reaction else "",
            list(Reaction).index(reaction) if reaction else None,
        )

    def _row(self, words: _Words) -> ToldRow:
        row = ToldRow(words)
        row.clicked.connect(lambda: self.edit(words[0]))
        return row


def _when(telling: Telling) -> tuple[str, str]:
    return str(telling.on.last) if telling.on else "", telling.id


class ToldRow(PressedArea):
    """Who, their role, how and when; at the right the reaction as rising bars with its word."""

    def __init__(self, words: _Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(", ".join(part for part in words[1:5] if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(280), type_.line + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().type.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        type_ = theme.type
        _id, who, role, how, reaction, bars = self._words
        painter = QPainter(self)
        self.paint_ground(painter)
        line = self.rect().adjusted(OUTSET, 0, -OUTSET, 0)
        if bars is not None:
            wide = type_.px(_REACTION_WIDTH)
            place = QRect(line.right() - wide, 0, wide, self.height())
            paint_bars(painter, bars, place.left(), self.height() / 2, theme, type_.scale)
            place.adjust(type_.px(BARS_WIDTH) + 8, 0, 0, 0)
            paint_words(painter, place, reaction, type_.small, theme.text)
            line.adjust(0, 0, -wide - 8, 0)
        for words, colour in ((who, theme.text), (role, theme.muted), (how, theme.muted)):
            if words:
                line.adjust(paint_words(painter, line, words, type_.body, colour) + 8, 0, 0, 0)
