"""Paints the card of a collaboration: laid out once for its words and width, then drawn as often as wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.models.board import CARD, RECORD, CardWords, Index
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.shapes import BARS_WIDTH, paint_bars
from leaderplan.ui.widgets.surface import paint_card, paint_left_behind, paint_ring
from leaderplan.ui.widgets.text import paint_lines, paint_words, wrapped

INSET: Final = 8
"""How far a card stands from the sides of its column, and from the next card."""
_PAD: Final = 9
_REMEMBERED: Final = 2_000
_TITLE_LINES, _NOTE_LINES, _LONGEST = 5, 3, 400


@dataclass(frozen=True, slots=True)
class Laid:
    """The broken lines of a card and how high it is."""

    title: tuple[str, ...]
    note: tuple[str, ...]
    height: int


class CardDelegate(QStyledItemDelegate):
    """Cards as wide as the column; the one that is being moved leaves its outline behind."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lifted = ""
        self._laid: dict[tuple[CardWords, int, float], Laid] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = option.widget.viewport().width() - 2 * INSET  # type: ignore[attr-defined]  # it is the list
        return QSize(0, self._of(index.data(CARD), wide).height + INSET)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, words = current_theme(), index.data(CARD)
        card = option.rect.adjusted(INSET, INSET // 2, -INSET, -INSET // 2)
        laid = self._of(words, card.width())
        state = option.state
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if index.data(RECORD) == self.lifted:
            paint_left_behind(painter, card, theme)
            _paint_words(painter, card, words, laid, theme, faint=True)
            return
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        paint_card(painter, card, theme, hovered=hovered)
        _paint_words(painter, card, words, laid, theme, strong=focused)
        if focused:
            paint_ring(painter, card.adjusted(-4, -4, 4, 4), theme)

    def picture(self, words: CardWords, width: int, ratio: float) -> QPixmap:
        """The card as it looks while it is carried."""
        laid, theme = self._of(words, width), current_theme()
        made = QPixmap(round(width * ratio), round(laid.height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(theme.surface)
        painter = QPainter(made)
        card = QRect(0, 0, width, laid.height)
        paint_card(painter, card, theme, lifted=True)
        _paint_words(painter, card, words, laid, theme)
        painter.end()
        return made

    def _of(self, words: CardWords, width: int) -> Laid:
        key = (words, width, current_theme().type.scale)
        if key not in self._laid:
            if len(self._laid) >= _REMEMBERED:
                self._laid.clear()
            self._laid[key] = lay_out(words, width, current_theme())
        return self._laid[key]


def lay_out(words: CardWords, width: int, theme: Theme) -> Laid:
    """Break title and note into lines and add up the height."""
    type_, room = theme.type, max(width - 2 * _PAD, 40)
    title = _some(wrapped(words.title[:_LONGEST], type_.strong, room), _TITLE_LINES)
    note = _some(wrapped(words.note, type_.small, room - type_.px(14) - 8), _NOTE_LINES) if words.note else ()
    high = 2 * _PAD + len(title) * _title_line(theme) + (2 + bool(words.ambition)) * _small_line(theme)
    return Laid(title, note, high + (17 + len(note) * type_.small_line if note else 0))


def _some(lines: list[str], most: int) -> tuple[str, ...]:
    """At most so many lines; the last one says that there is more."""
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], lines[most - 1].rstrip()[:-1] + "…")


def _title_line(theme: Theme) -> int:
    return theme.type.line - 2


def _small_line(theme: Theme) -> int:
    return theme.type.small_line + 4


def _paint_words(
    painter: QPainter, card: QRect, words: CardWords, laid: Laid, theme: Theme,
    *, strong: bool = False, faint: bool = False,
) -> None:  # fmt: skip
    type_, left, top = theme.type, card.left() + _PAD, card.top() + _PAD
    font = type_.strong if strong else type_.body
    paint_lines(painter, list(laid.title), left, top, _title_line(theme), font, theme.muted if faint else theme.text)
    top += len(laid.title) * _title_line(theme)
    small = _small_line(theme)
    for said in (words.service, words.lead):
        paint_words(painter, QRect(left, top, card.width() - 2 * _PAD, small), said, type_.small, theme.muted)
        top += small
    if words.ambition:
        paint_bars(painter, words.ambition, left, top + small / 2 + 1, theme, type_.scale, grey=True)
        after = left + type_.px(BARS_WIDTH) + 8
        line = QRect(after, top + 2, card.right() - _PAD - after, small)
        paint_words(painter, line, words.ambition_word, type_.small, theme.muted)
        top += small
    if laid.note:
        painter.fillRect(QRect(left, top + 8, card.width() - 2 * _PAD, 1), theme.line)
        top += 17
        size = type_.px(14)
        icons.paint(painter, words.mark, QPointF(left, top + 1), theme.muted, size)
        colour = theme.muted if faint else theme.text
        paint_lines(painter, list(laid.note), left + size + 8, top, type_.small_line, type_.small, colour)
