"""How a line is drawn: small words in a column at the left, and what it says beside them, as long as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leaderplan.ui import icons
from leaderplan.ui.dialogs.sending.linemodel import LINE, OPEN
from leaderplan.ui.dialogs.sending.lines import Line, Sort
from leaderplan.ui.dress import current_theme
from leaderplan.ui.fonts import Type
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import paint_lines, paint_words, wrapped

Index = QModelIndex | QPersistentModelIndex
_LABEL, _LABEL_LEAST, _GAP, _STEP = 120, 80, 16, 16
_SIDE: Final = 16
_LETTER: Final = 7
_BESIDE_FROM: Final = 400
"""From this width on label and words stand side by side."""
_ABOVE: Final = {Sort.CHAPTER: 20, Sort.PIECE: 14, Sort.FIELD: 3, Sort.FOLD: 6}
_BELOW: Final = {Sort.CHAPTER: 6, Sort.PIECE: 2, Sort.FIELD: 3, Sort.FOLD: 6}


class _Place:
    """Where label and words of a line stand at a width, and how they break there."""

    def __init__(self, line: Line, wide: int, type_: Type) -> None:
        self.font = font_of(line, type_)
        self.left = _SIDE + line.depth * type_.px(_STEP)
        self.folds = bool(line.key)
        if self.folds:
            self.left += type_.px(20)
        self.label_wide = 0
        self.beside = wide >= type_.px(_BESIDE_FROM)
        if line.label and not self.folds:
            rest = type_.px(_LABEL) - line.depth * type_.px(_STEP)
            self.label_wide = max(rest, type_.px(_LABEL_LEAST)) if self.beside else max(wide - self.left - _SIDE, 1)
        self.words_left = self.left + (self.label_wide + _GAP if self.label_wide and self.beside else 0)
        if line.sort is Sort.CHAPTER and line.label:
            right = QFontMetricsF(type_.small).horizontalAdvance(line.label) + 12
        else:
            right = 0
        self.words_wide = max(int(wide - self.words_left - _SIDE - right), 1)
        self.label = broken(line.label, type_.small, self.label_wide) if self.label_wide else []
        self.words = broken(line.words, self.font, self.words_wide)

    def height(self, line: Line, type_: Type, row: int) -> int:
        """All of it, with what is left free above and below."""
        label, words = len(self.label) * type_.small_line, len(self.words) * type_.line
        lift = (type_.line - type_.small_line) // 2
        high = max(label + lift, words) if self.label and self.beside else label + words
        return _above(line, row) + high + _BELOW[line.sort]


def font_of(line: Line, type_: Type) -> QFont:
    """Chapters and names stand out."""
    return type_.strong if line.sort in (Sort.CHAPTER, Sort.PIECE) else type_.body


def broken(text: str, font: QFont, wide: int) -> list[str]:
    """The lines of a text at a width; asked without breaking it where it is short, as most texts are."""
    if "\n" not in text and QFontMetricsF(font).horizontalAdvance(text) <= wide:
        return [text]
    return wrapped(text, font, wide)


def _above(line: Line, row: int) -> int:
    """What is left free above it; nothing parts the first from what stands before it."""
    return _ABOVE[line.sort] if row else 6


class LineDelegate(QStyledItemDelegate):
    """Remembers how high each line is at the width in view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heights: dict[int, tuple[Line, int]] = {}
        self._for: tuple[int, Type] | None = None

    def height(self, line: Line, row: int, wide: int) -> int:
        """How high a line is at a width."""
        type_ = current_theme().type
        if self._for != (wide, type_):
            self._for = (wide, type_)
            self._heights.clear()
        known = self._heights.get(id(line))
        if known is None or known[0] is not line:  # the id of a line that is gone may be another's
            known = self._heights[id(line)] = line, _Place(line, wide, type_).height(line, type_, row)
        return known[1]

    def guesses(self, lines: Sequence[Line], wide: int) -> list[int]:
        """About how high the lines are, from the length of their texts alone."""
        type_ = current_theme().type
        room = max((wide - type_.px(_LABEL) - 3 * _SIDE) // max(type_.px(_LETTER), 1), 8)
        free = {sort: _ABOVE[sort] + _BELOW[sort] for sort in Sort}
        return [free[line.sort] + type_.line * (1 + len(line.words) // room) for line in lines]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        return QSize(wide, self.height(index.data(LINE), index.row(), wide))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line = current_theme(), index.data(LINE)
        type_, rect = theme.type, option.rect
        place = _Place(line, rect.width(), type_)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        hovered = place.folds and bool(option.state & QStyle.StateFlag.State_MouseOver)
        if line.sort is Sort.CHAPTER and index.row():
            painter.fillRect(QRect(rect.left() + _SIDE, rect.top() + 9, rect.width() - 2 * _SIDE, 1), theme.line)
        ground = rect.adjusted(4, _above(line, index.row()) - 4 if place.folds else 0, -4, 0)
        paint_row(painter, ground, theme, hovered=hovered, focused=focused)
        top = rect.top() + _above(line, index.row())
        if place.folds:
            self._paint_chevron(painter, line, rect, top, theme, index)
        if line.depth:
            self._paint_depth(painter, line, rect, theme)
        words_top = top
        if place.label:
            lift = (type_.line - type_.small_line) // 2 if place.beside else 0
            paint_lines(painter, place.label, rect.left() + place.left, top + lift, type_.small_line, type_.small,
                        theme.muted)  # fmt: skip
            words_top += 0 if place.beside else len(place.label) * type_.small_line
        colour = theme.muted if line.sort is Sort.FOLD else theme.text
        paint_lines(painter, place.words, rect.left() + place.words_left, words_top, type_.line, place.font, colour)
        if line.sort is Sort.CHAPTER and line.label:
            left = rect.left() + place.words_left + place.words_wide + 12
            paint_words(painter, QRect(left, top, rect.right() - _SIDE - left + 2, type_.line), line.label, type_.small,
                        theme.muted)  # fmt: skip

    def _paint_chevron(self, painter: QPainter, line: Line, rect: QRect, top: int, theme: Theme, index: Index) -> None:
        size = theme.type.px(14)
        opened = bool(index.data(OPEN))
        left = rect.left() + _SIDE + line.depth * theme.type.px(_STEP)
        corner = QPointF(left, top + (theme.type.line - size) // 2)
        icons.paint(painter, "chevron-down" if opened else "chevron-right", corner, theme.muted, size)

    def _paint_depth(self, painter: QPainter, line: Line, rect: QRect, theme: Theme) -> None:
        for step in range(line.depth):
            left = rect.left() + _SIDE + step * theme.type.px(_STEP) + 2
            painter.fillRect(QRect(left, rect.top(), 2, rect.height()), theme.line)
