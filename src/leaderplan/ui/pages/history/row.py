"""The row of something that happened: what and when, and below it small words behind an icon."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leaderplan.ui import icons
from leaderplan.ui.days import time_words
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.history.model import EVENT, Event
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import advance, paint_words

Index = QModelIndex | QPersistentModelIndex
_WIDE_FROM: Final = 520
_ICON: Final = 13


class EventDelegate(QStyledItemDelegate):
    """Two lines; ground from 16, words from 32. What is not in force is struck through, and its words say so."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_ = current_theme().type
        return QSize(0, type_.small_line + 24 if index.data(EVENT) is None else type_.line + type_.small_line + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, event, state = current_theme(), index.data(EVENT), option.state
        if event is None:
            _paint_day(painter, option.rect, str(index.data()), theme)
            return
        row = option.rect.adjusted(16, 0, -16 if option.rect.width() >= _WIDE_FROM else -8, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, row, theme, hovered=hovered, selected=selected, focused=focused)
        _paint_event(painter, row.adjusted(16, 5, -16, 0), event, selected, theme)


def _paint_day(painter: QPainter, rect: QRect, word: str, theme: Theme) -> None:
    high = theme.type.small_line
    place = QRect(rect.left() + 32, rect.bottom() - 7 - high, rect.width() - 40, high)
    paint_words(painter, place, word, theme.type.small_strong, theme.muted)


def _paint_event(painter: QPainter, place: QRect, event: Event, selected: bool, theme: Theme) -> None:
    type_ = theme.type
    above = QRect(place.left(), place.top(), place.width(), type_.line)
    time = time_words(event.at)
    wide = advance(time, type_.small)
    right = QRect(above.right() - wide + 1, above.top(), wide + 1, above.height())
    paint_words(painter, right, time, type_.small, theme.muted)
    font = QFont(type_.strong if selected else type_.body)
    font.setStrikeOut(event.undone)
    colour = theme.muted if event.undone else theme.text
    paint_words(painter, above.adjusted(0, 0, -wide - 12, 0), event.title, font, colour)
    below = QRect(place.left(), above.bottom() + 2, place.width(), type_.small_line)
    if event.icon:
        size = type_.px(_ICON)
        icons.paint(painter, event.icon, QPointF(below.left(), below.top() + (below.height() - size) // 2),
                    theme.muted, size)  # fmt: skip
        below.adjust(size + 6, 0, 0, 0)
    paint_words(painter, below, " · ".join(event.words), type_.small, theme.muted)
