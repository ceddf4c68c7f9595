"""The row of something that happened: what and when, and below it small words behind an icon."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leaderplan.ui import icons
from leaderplan.ui.days import time_words
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.history.model import EVENT, Event
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import advance, paint_words, wrapped

Index = QModelIndex | QPersistentModelIndex
_WIDE_FROM: Final = 520
_ICON: Final = 13
_MOST_LINES: Final = 2
_AROUND: Final = 13


class EventDelegate(QStyledItemDelegate):
    """What happened in one line or two, small words below; ground from 16, words from 32.

    What is not in force is struck through, and its words say so.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_, event = current_theme().type, index.data(EVENT)
        if event is None:
            return QSize(0, type_.small_line + 24)
        view = option.widget
        wide = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        place = _inner(_row(QRect(0, 0, wide, 0)))
        lines = min(len(_lines(event, place.width(), type_.body)), _MOST_LINES)
        return QSize(0, lines * type_.line + (type_.small_line if _has_small_words(event) else 0) + _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, event, state = current_theme(), index.data(EVENT), option.state
        if event is None:
            _paint_day(painter, option.rect, str(index.data()), theme)
            return
        row = _row(option.rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, row, theme, hovered=hovered, selected=selected, focused=focused)
        _paint_event(painter, _inner(row), event, selected, theme)


def _paint_day(painter: QPainter, rect: QRect, word: str, theme: Theme) -> None:
    high = theme.type.small_line
    place = QRect(rect.left() + 32, rect.bottom() - 7 - high, rect.width() - 40, high)
    paint_words(painter, place, word, theme.type.small_strong, theme.muted)


def _paint_event(painter: QPainter, place: QRect, event: Event, selected: bool, theme: Theme) -> None:
    type_ = theme.type
    time = time_words(event.at)
    wide = advance(time, type_.small)
    right = QRect(place.right() - wide + 1, place.top(), wide + 1, type_.line)
    paint_words(painter, right, time, type_.small, theme.muted)
    font = QFont(type_.strong if selected else type_.body)
    font.setStrikeOut(event.undone)
    small = type_.small_line if _has_small_words(event) else 0
    room = max((place.height() - small) // type_.line, 1)
    lines = _lines(event, place.width(), font)
    lines[room - 1 :] = ["".join(lines[room - 1 :])]  # the last that there is room for shortens
    above = QRect(place.left(), place.top(), _words_wide(event, place.width()), type_.line)
    colour = theme.muted if event.undone else theme.text
    for line in lines:
        paint_words(painter, above, line.rstrip(), font, colour)
        above.translate(0, type_.line)
    _paint_small(painter, QRect(place.left(), above.top() + 1, place.width(), type_.small_line), event, theme)


def _paint_small(painter: QPainter, place: QRect, event: Event, theme: Theme) -> None:
    if event.icon:
        size = theme.type.px(_ICON)
        corner = QPointF(place.left(), place.top() + (place.height() - size) // 2)
        icons.paint(painter, event.icon, corner, theme.muted, size)
        place.adjust(size + 6, 0, 0, 0)
    paint_words(painter, place, " · ".join(event.words), theme.type.small, theme.muted)


def _row(rect: QRect) -> QRect:
    """The ground of a row."""
    return rect.adjusted(16, 0, -16 if rect.width() >= _WIDE_FROM else -8, -1)


def _inner(row: QRect) -> QRect:
    """Where the words of a row stand."""
    return row.adjusted(16, 5, -16, 0)


def _words_wide(event: Event, width: int) -> int:
    """What the time at the right leaves of a line."""
    return width - advance(time_words(event.at), current_theme().type.small) - 12


def _lines(event: Event, width: int, font: QFont) -> list[str]:
    return wrapped(event.title, font, max(_words_wide(event, width), 1)) or [""]


def _has_small_words(event: Event) -> bool:
    return bool(event.icon or event.words)
