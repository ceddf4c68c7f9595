"""Paints and edits the cells of the steps table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.models.steps import FIELDS, STEP, Index
from leaderplan.ui.pages.collaborations.canvas.treatments import ICONS, token_of
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import paint_lines, paint_words, wrapped

CHIP: Final = 118
_PAD: Final = 7
_REMEMBERED: Final = 500


class StepCells(QStyledItemDelegate):
    """Words wrap; the treatment is a chip; a hairline lies under every row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self._broken: dict[tuple[str, int, float], list[str]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_ = current_theme().type
        wide = option.widget.columnWidth(index.column())  # type: ignore[attr-defined]  # it is the table
        lines = len(self._lines(index, wide)) if index.column() in (1, 2) else 1
        return QSize(wide, max(lines * type_.line, type_.chip) + 2 * _PAD + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = current_theme(), option.rect
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if selected and option.widget.hasFocus():
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.hover)
        if focused and wants_ring(option.widget):
            paint_box(painter, rect.adjusted(0, 1, 0, -2), None, theme.focus, width=2)
        if index.column() == FIELDS.index("treatment"):
            self._paint_chip(painter, rect, index, theme)
            return
        faint = index.column() < 2
        colour, font = (theme.muted if faint else theme.text), theme.type.body
        if index.column() == 0:
            paint_words(painter, rect.adjusted(0, _PAD, 0, -_PAD - 1), str(index.data()), theme.type.small, colour)
            return
        lines = self._lines(index, rect.width())
        top = rect.top() + max((rect.height() - 1 - len(lines) * theme.type.line) // 2, _PAD)
        paint_lines(painter, lines, rect.left(), top, theme.type.line, font, colour)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.names[index.column()])
        editor.setMaxLength(10_000)
        PlanUndo(editor)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        high = current_theme().type.control
        rect = option.rect
        editor.setGeometry(QRect(rect.left() - 9, rect.top() + (rect.height() - high) // 2, rect.width() + 4, high))

    def _lines(self, index: Index, wide: int) -> list[str]:
        text, type_ = str(index.data()), current_theme().type
        key = (text, wide, type_.scale)
        if key not in self._broken:
            if len(self._broken) >= _REMEMBERED:
                self._broken.clear()
            self._broken[key] = wrapped(text, type_.body, max(wide - 16, 40))
        return self._broken[key]

    def _paint_chip(self, painter: QPainter, rect: QRect, index: Index, theme: Theme) -> None:
        treatment = index.data(STEP).treatment
        type_ = theme.type
        high, wide = type_.chip, min(type_.px(CHIP), rect.width())
        chip = QRect(rect.left(), rect.top() + (rect.height() - 1 - high) // 2, wide, high)
        if treatment is None:
            paint_box(painter, chip, None, theme.line_strong, dashed=True)
            paint_words(painter, chip.adjusted(9, 0, -4, 0), str(index.data()), type_.small, theme.muted)
            return
        token, size = token_of(treatment), type_.px(13)
        paint_box(painter, chip, theme.colour(f"{token}_soft"))
        corner = QPointF(chip.left() + 8, chip.top() + (high - size) // 2)
        icons.paint(painter, ICONS[treatment], corner, theme.colour(token), size)
        paint_words(painter, chip.adjusted(8 + size + 4, 0, -4, 0), str(index.data()), type_.small, theme.text)
