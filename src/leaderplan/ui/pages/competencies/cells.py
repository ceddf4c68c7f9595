"""Paints the cells of the matrix: titles, the words of groups, and three fixed places at each level."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.competencies.marks import paint_claim, paint_expected, paint_mentor, paint_own
from leaderplan.ui.pages.competencies.matrix import Cell
from leaderplan.ui.pages.competencies.model import ROW, Index, MatrixModel
from leaderplan.ui.pages.competencies.places import Places, places
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import paint_lines, paint_words, wrapped

INSET = 12
"""From the edge of a row's ground to its words, at both ends."""
_FRAME = 5


class MatrixCells(QStyledItemDelegate):
    """Told by the view which cell is hovered and which has the keyboard."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered: QPersistentModelIndex | None = None
        self.on_own = False
        """Whether the pointer is where a click rates."""
        self.focused: QPersistentModelIndex | None = None
        self.current_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_ = current_theme().type
        if index.data(ROW) is None:
            return QSize(0, type_.small_line + 20)
        return QSize(0, max(type_.px(44), 2 * type_.line + 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = current_theme(), index.data(ROW)
        if row is None:
            self._paint_group(painter, option.rect, str(index.data()), theme)
        elif index.column() == 0:
            self._paint_title(painter, option.rect, str(index.data()), index, theme)
        else:
            self._paint_cell(painter, option.rect, row.cells[index.column() - 1], index, theme)
        if self.focused == index:
            box = option.rect.adjusted(2, 2, -2 if index.column() else -8, -2)
            paint_box(painter, box, None, theme.focus, width=2.0)

    def places(self, cell: Cell, width: int) -> Places:
        """Where the marks of a cell are."""
        return places(width, len(cell.mentors), len(cell.claims), current_theme().type.scale)

    def _paint_group(self, painter: QPainter, rect: QRect, words: str, theme: Theme) -> None:
        if rect.top() > 4:
            painter.fillRect(rect.left() + INSET, rect.top() + 3, rect.width() - INSET, 1, theme.line)
        line = QRect(rect.left() + INSET, rect.bottom() - theme.type.small_line - 3,
                     rect.width() - INSET, theme.type.small_line)  # fmt: skip
        paint_words(painter, line, words, theme.type.small, theme.muted)

    def _paint_title(self, painter: QPainter, rect: QRect, words: str, index: Index, theme: Theme) -> None:
        type_ = theme.type
        font = type_.strong if index.row() == self.current_row else type_.body
        inner = rect.adjusted(INSET, 0, -INSET, 0)
        lines = wrapped(words, font, inner.width())
        if len(lines) == 1:
            paint_words(painter, inner, words, font, theme.text)
            return
        painter.setFont(font)
        second = painter.fontMetrics().elidedText("".join(lines[1:]), Qt.TextElideMode.ElideRight, inner.width())
        high = type_.line - type_.px(1)
        top = rect.top() + (rect.height() - 2 * high) / 2
        paint_lines(painter, [lines[0].rstrip(), second], inner.left(), top, high, font, theme.text)

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, index: Index, theme: Theme) -> None:
        scale = theme.type.scale
        at, middle = self.places(cell, rect.width()), rect.top() + rect.height() / 2
        gap = round(8 * scale)
        painter.fillRect(rect.left(), rect.top() + gap, 1, rect.height() - 2 * gap, theme.line)
        if cell.expected:
            paint_expected(painter, QRectF(rect).adjusted(_FRAME + 1, _FRAME, -_FRAME - 1, -_FRAME), theme)
        own = QPointF(rect.left() + at.own, middle)
        pointed = self.hovered == index
        if cell.own:
            paint_own(painter, own, theme)
        elif pointed or self.focused == index:
            paint_own(painter, own, theme, hollow=True, strong=self.focused == index or self.on_own)
        letters = [self._model.initials.get(mentor.id, "") for mentor in cell.mentors]
        for x, said in zip(at.rings, [str(len(letters))] if at.mentors_counted else letters, strict=False):
            paint_mentor(painter, QPointF(rect.left() + x, middle), said, theme)
        for x in at.dots:
            count = len(cell.claims) if at.claims_counted else 1
            paint_claim(painter, QPointF(rect.left() + x, middle), theme, count)
