"""How a cell of the table of people is drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance, paint_words

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """The row of the chosen person has a ground, and the cell with the keyboard a ring."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_ = current_theme().type
        return QSize(advance(str(index.data()), type_.strong) + 20, type_.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, view = current_theme(), option.widget
        chosen = isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()
        if chosen:
            painter.fillRect(option.rect, theme.selected)
        painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme.line)
        if option.state & QStyle.StateFlag.State_HasFocus and wants_ring(view):
            paint_box(painter, option.rect, None, theme.focus, width=2)
        font = theme.type.strong if chosen and index.column() == 0 else theme.type.body
        paint_words(painter, option.rect.adjusted(8, 0, -8, 0), str(index.data()), font, theme.text)
