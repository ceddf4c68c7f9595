"""The board: six columns between which cards are carried by mouse or keys; narrow ones scroll as whole columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Collaboration, Stage
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.models.board import COLUMNS, RECORD, Board, column_of
from leaderplan.ui.pages.collaborations.cards import SENTENCES, describe
from leaderplan.ui.pages.collaborations.column import CardList, Column
from leaderplan.ui.pages.collaborations.moving import beside, move, refusal

_NARROWEST: Final = 176
_MARGIN: Final = 24


@dataclass
class _Carrying:
    """A card that is carried by keys, where it came from, and the step of the history that it makes."""

    record: str
    from_stage: Stage
    token: object


class BoardView(QScrollArea):
    """Tells which card is opened; stores each move at once."""

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._carrying: _Carrying | None = None
        self._refused = ""
        self._pitch = _NARROWEST
        self.board = Board(partial(describe, desk), self)
        self.columns = tuple(self._column(number) for number in range(len(COLUMNS)))
        inner = _Ruled(self.columns)
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(0)
        for column in self.columns:
            row.addWidget(column)
        self._inner = inner
        self.setWidget(inner)
        self.setViewportMargins(_MARGIN, 0, _MARGIN, 0)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(desk.say(_("Board")))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self.horizontalScrollBar()
        bar.valueChanged.connect(lambda _value: self._snap())
        bar.sliderReleased.connect(self._snap)
        bar.rangeChanged.connect(lambda _low, _high: bar.setSingleStep(self._pitch))

    def take(self, edit: ChangeSet) -> None:
        """Show what an edit changed."""
        self.board.take(self._desk.plan, edit)
        for column in self.columns:
            column.place_landing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = current_theme().type.px(_NARROWEST)
        shown = max(min(self.width() // least, len(self.columns)), 1)
        self._pitch = (self.width() - 2 * _MARGIN) // shown
        for column in self.columns:
            column.setFixedWidth(self._pitch)
        bar = self.horizontalScrollBar()
        room = self.height() - (bar.sizeHint().height() if shown < len(self.columns) else 0)
        rest = self.width() - 2 * _MARGIN - shown * self._pitch
        self._inner.resize(rest + self._pitch * len(self.columns), room)
        bar.setSingleStep(self._pitch)

    def focus_card(self, record: str) -> None:
        """Put the keyboard on a card."""
        for column in self.columns:
            index = column.cards.model().index_of(record)  # type: ignore[attr-defined]  # it is a ColumnModel
            if index.isValid():
                column.cards.setCurrentIndex(index)
                column.cards.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(column, 0, 0)

    def _column(self, number: int) -> Column:
        desk, stages = self._desk, COLUMNS[number]
        column = Column(desk, self.board.columns[number], desk.say(stages[0].label), desk.say(SENTENCES[number]))
        cards = column.cards
        cards.opened.connect(self.opened)
        cards.carried.connect(self._carry)
        cards.put_back.connect(self._put_back)
        cards.walked.connect(partial(self._walk, number))
        cards.hovered.connect(partial(self._consider, column, stages[0]))
        cards.unhovered.connect(column.landing.hide)
        cards.dropped.connect(partial(self._drop, column, stages[0]))
        column.landing.reasoned.connect(partial(self._agree, stages[0]))
        return column

    def _consider(self, column: Column, stage: Stage, record: str) -> None:
        """A card hovers: say whether it may land here."""
        found = self._desk.plan.get(Collaboration, record)
        if found is None or column_of(found.stage) == column_of(stage):
            column.landing.hide()
            return
        why = refusal(self._desk.plan, found, stage)
        if why is None:
            column.welcome()
        else:
            column.refuse(self._refusal_title(stage), self._desk.say(why), asks=False)

    def _drop(self, column: Column, stage: Stage, record: str) -> None:
        column.landing.hide()
        found = self._desk.plan.get(Collaboration, record)
        if found is not None and column_of(found.stage) != column_of(stage):
            self._carrying = None
            self._move(found, stage, object())

    def _carry(self, record: str, way: int) -> None:
        found = self._desk.plan.get(Collaboration, record)
        stage = beside(found, way) if found else None
        if found is None or stage is None:
            return
        if self._carrying is None or self._carrying.record != record:
            self._carrying = _Carrying(record, found.stage or Stage.SPOTTED, object())
        self._move(found, stage, self._carrying.token)

    def _move(self, record: Collaboration, stage: Stage, token: object) -> None:
        why = refusal(self._desk.plan, record, stage)
        self._hide_landings()
        if why is not None:
            self._refused = record.id
            column = self.columns[column_of(stage)]
            self.ensureWidgetVisible(column, 0, 0)
            column.refuse(self._refusal_title(stage), self._desk.say(why), asks=True)
        elif move(self._desk, record, stage, self, token):
            QTimer.singleShot(0, partial(self.focus_card, record.id))

    def _agree(self, stage: Stage, reason: str) -> None:
        """A reason was written in the box of a column that refused."""
        found = self._desk.plan.get(Collaboration, self._refused)
        if found is not None and move(self._desk, found, stage, self, reason=reason):
            self._desk.toast(_("{title} is agreed; the reason is kept.", title=found.title))
            QTimer.singleShot(0, partial(self.focus_card, found.id))

    def _put_back(self) -> None:
        """Esc: the card goes back to where it was before it was carried by keys."""
        carrying, self._carrying = self._carrying, None
        found = self._desk.plan.get(Collaboration, carrying.record) if carrying else None
        if carrying and found is not None and found.stage is not carrying.from_stage:
            move(self._desk, found, carrying.from_stage, self, carrying.token)
            QTimer.singleShot(0, partial(self.focus_card, found.id))

    def _walk(self, number: int, way: int) -> None:
        """To the card of the same height in the next column that has one."""
        self._carrying = None
        row = max(self.columns[number].cards.currentIndex().row(), 0)
        number += way
        while 0 <= number < len(self.columns):
            cards: CardList = self.columns[number].cards
            if rows := cards.model().rowCount(QModelIndex()):
                self.focus_card(cards.model().index(min(row, rows - 1), 0).data(RECORD))
                return
            number += way

    def _refusal_title(self, stage: Stage) -> str:
        return self._desk.say(_("Not yet agreed") if stage is Stage.AGREED else _("Not before it is agreed"))

    def _hide_landings(self) -> None:
        for column in self.columns:
            column.landing.hide()

    def _snap(self) -> None:
        bar = self.horizontalScrollBar()
        if bar.isSliderDown():
            return
        whole = min(round(bar.value() / self._pitch) * self._pitch, bar.maximum())
        if abs(whole - bar.value()) > 1:
            bar.setValue(whole)


class _Ruled(QWidget):
    """Draws the hairlines between the columns."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._columns = columns

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, line = QPainter(self), current_theme().line
        for column in self._columns[1:]:
            painter.fillRect(column.x(), 12, 1, self.height() - 24, line)
