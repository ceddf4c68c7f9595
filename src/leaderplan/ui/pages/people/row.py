"""The row of a person: name and place at the left, days since the last contact and what was promised at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.people.model import PERSON_ROW, PersonRow
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import advance, paint_words

Index = QModelIndex | QPersistentModelIndex
_WIDE_FROM = 520


class PersonDelegate(QStyledItemDelegate):
    """Two lines in 44 px: ground from 16, words from 32."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_ = current_theme().type
        return QSize(0, type_.line + type_.small_line + 7 + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, words, state = current_theme(), index.data(PERSON_ROW), option.state
        row = option.rect.adjusted(16, 0, -16 if option.rect.width() >= _WIDE_FROM else -8, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, row, theme, hovered=hovered, selected=selected, focused=focused)
        _paint_words(painter, row.adjusted(16, 3, -16, 0), words, selected, theme)


def _paint_words(painter: QPainter, place: QRect, words: PersonRow, selected: bool, theme: Theme) -> None:
    type_ = theme.type
    above = QRect(place.left(), place.top(), place.width(), type_.line)
    below = QRect(place.left(), above.bottom() + 2, place.width(), type_.small_line)
    days = type_.strong if words.urgent else type_.body
    colour = theme.text if words.urgent else theme.muted
    above = _paint_right(painter, above, words.days, days, colour)
    below = _paint_right(painter, below, words.promise, type_.small, theme.muted)
    paint_words(painter, above, words.name, type_.strong if selected else type_.body, theme.text)
    paint_words(painter, below, words.who, type_.small, theme.muted)


def _paint_right(painter: QPainter, line: QRect, text: str, font, colour) -> QRect:
    """Draw words at the right end of a line; what is left of the line."""
    wide = advance(text, font)
    paint_words(painter, QRect(line.right() - wide + 1, line.top(), wide + 1, line.height()), text, font, colour)
    return line.adjusted(0, 0, -wide - 12, 0)
