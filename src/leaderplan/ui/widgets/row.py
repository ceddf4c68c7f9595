"""A row of one line: an icon, what it is, what it is about, and something small at the right; pressed to go there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.shapes import BARS_WIDTH, MODE_WIDTH, is_mode, paint_bars, paint_mode
from leaderplan.ui.widgets.text import advance, paint_words

OUTSET = 8
"""How far its ground reaches beyond its words on each side."""


@dataclass(frozen=True)
class LineWords:
    """``lead`` is a date in a column of its own, ``mark`` an icon or a mode; ``urgent`` puts both ends in 600.

    ``bars`` draws that many rising bars of three before ``aside``: how a telling was taken.
    """

    words: str
    more: str = ""
    aside: str = ""
    mark: str = ""
    lead: str = ""
    urgent: bool = False
    bars: int | None = None


class LineRow(PressedArea):
    """A pressed row 36 high. ``leads`` shows a chevron under the pointer. A checked one is selected."""

    def __init__(self, words: LineWords, *, leads: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._leads = words, leads
        parts = (words.lead, words.words, words.more, words.aside)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(280), type_.row)

    def minimumSizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(160), type_.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, words = current_theme(), self._words
        type_ = theme.type
        painter = QPainter(self)
        self.paint_ground(painter)
        line = self.rect().adjusted(OUTSET, 0, -OUTSET, 0)
        if self.hovered and self._leads:
            size = type_.px(14)
            corner = QPointF(line.right() - size + 1, (self.height() - size) // 2)
            icons.paint(painter, "chevron-right", corner, theme.muted, size)
            line.adjust(0, 0, -size - 12, 0)
        strong, weak = ("text", type_.strong) if words.urgent else ("muted", type_.body)
        if words.aside:
            small = type_.small_strong if words.urgent else type_.small
            wide = advance(words.aside, small)
            paint_words(
                painter,
                QRect(line.right() - wide + 1, 0, wide, self.height()),
                words.aside,
                small,
                theme.colour(strong),
            )
            line.adjust(0, 0, -wide - 12, 0)
        if words.bars is not None:
            wide = type_.px(BARS_WIDTH)
            paint_bars(painter, words.bars, line.right() - wide + 4, self.height() / 2, theme, type_.scale)
            line.adjust(0, 0, -wide - 8, 0)
        if words.lead:
            column = QRect(line.left(), 0, type_.px(56), self.height())
            paint_words(painter, column, words.lead, weak, theme.colour(strong))
            line.adjust(type_.px(56) + 12, 0, 0, 0)
        if words.mark:
            line.adjust(self._paint_mark(painter, line.left(), theme), 0, 0, 0)
        end = paint_words(
            painter, line, words.words, type_.strong if self.isChecked() else type_.body, theme.colour("text")
        )
        paint_words(painter, line.adjusted(end + 12, 0, 0, 0), words.more, type_.body, theme.colour("muted"))

    def _paint_mark(self, painter: QPainter, x: int, theme: Theme) -> int:
        if is_mode(self._words.mark):
            paint_mode(painter, self._words.mark, x, self.height() / 2, theme, theme.type.scale)
            return theme.type.px(MODE_WIDTH) + 8
        size = theme.type.icon
        icons.paint(painter, self._words.mark, QPointF(x, (self.height() - size) // 2), theme.muted, size)
        return size + 12
