"""Lists of records: rows of two lines under section words, painted by one delegate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import note_focus, note_key, wants_ring
from leaderplan.ui.widgets.shapes import (
    MODE_WIDTH,
    STATE_WIDTH,
    Mode,
    State,
    paint_mode,
    paint_state,
)
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import advance, paint_words

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole + 10
"""The role under which a model gives a :class:`RowWords`; None for a section word, which is the display text."""
RECORD: Final = Qt.ItemDataRole.UserRole + 11
"""The role of the record's id."""
_WIDE_FROM: Final = 520


@dataclass(frozen=True, slots=True)
class RowWords:
    """A title; below it mode, state or icon and words, parted by middle dots; ``aside`` at the right where there is
    room."""

    title: str
    mode: Mode | None = None
    mode_word: str = ""
    state: State | None = None
    state_word: str = ""
    words: tuple[str, ...] = ()
    aside: str = ""
    icon: str = ""
    """The name of an icon before the words, where there is neither mode nor state."""


class RowDelegate(QStyledItemDelegate):
    """Ground from 16, words from 32; a section word stands 16 below the row before it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_ = current_theme().type
        return QSize(0, type_.small_line + 24 if index.data(RECORD) is None else type_.two_line_row + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        words = index.data(ROW)
        if words is None:
            self._paint_section(painter, option.rect, str(index.data()), theme)
            return
        wide = option.rect.width() >= _WIDE_FROM
        row = option.rect.adjusted(16, 0, -16 if wide else -8, -1)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, row, theme, hovered=hovered, selected=selected, focused=focused)
        inner = row.adjusted(16, 0, -16, 0)
        if wide and words.aside:
            inner = self._paint_aside(painter, inner, words.aside, theme)
        self._paint_words(painter, inner, words, selected, theme)

    def _paint_section(self, painter: QPainter, rect: QRect, word: str, theme: Theme) -> None:
        place = QRect(rect.left() + 32, rect.bottom() - 7 - theme.type.small_line, rect.width(), theme.type.small_line)
        paint_words(painter, place, word, theme.type.small_strong, theme.muted)

    def _paint_aside(self, painter: QPainter, rect: QRect, aside: str, theme: Theme) -> QRect:
        wide = min(advance(aside, theme.type.body), rect.width() // 2)
        place = QRect(rect.right() - wide, rect.top(), wide + 1, rect.height())
        paint_words(painter, place, aside, theme.type.body, theme.muted)
        return rect.adjusted(0, 0, -wide - 16, 0)

    def _paint_words(self, painter: QPainter, rect: QRect, words: RowWords, selected: bool, theme: Theme) -> None:
        type_ = theme.type
        top = rect.top() + 8
        font = type_.strong if selected else type_.body
        paint_words(painter, QRect(rect.left(), top, rect.width(), type_.line), words.title, font, theme.text)
        line = QRect(rect.left(), top + type_.line + 1, rect.width(), type_.small_line)
        x = _paint_marks(painter, line, words, theme)
        rest = " · ".join(words.words)
        if rest and x > line.left() and not words.icon:
            rest = "· " + rest
        paint_words(painter, QRect(x, line.top(), line.right() - x, line.height()), rest, type_.small, theme.muted)


def _paint_marks(painter: QPainter, line: QRect, words: RowWords, theme: Theme) -> int:
    """Draw mode and state with their words; where the next words start."""
    type_, x = theme.type, line.left()
    middle = line.top() + line.height() / 2
    if words.icon:
        size = type_.px(STATE_WIDTH)
        icons.paint(painter, words.icon, QPointF(x, line.top() + (line.height() - size) // 2), theme.muted, size)
        return x + size + 4
    if words.mode is not None:
        paint_mode(painter, words.mode, x, middle, theme, type_.scale)
        x += type_.px(MODE_WIDTH) + 4
        x = _small(painter, x, line, words.mode_word, theme) + 4
    if words.state is not None:
        if words.mode is not None:
            x = _small(painter, x, line, "·", theme) + 4
        paint_state(painter, words.state, x, middle, theme.muted, type_.scale)
        x += type_.px(STATE_WIDTH) + 4
        x = _small(painter, x, line, words.state_word, theme) + 4
    return x


def _small(painter: QPainter, x: int, line: QRect, text: str, theme: Theme) -> int:
    wide = advance(text, theme.type.small)
    paint_words(
        painter, QRect(x, line.top(), max(line.right() - x, 0), line.height()), text, theme.type.small, theme.muted
    )
    return x + wide


class RecordList(QListView):
    """A list of records; tells which one is meant by arrow keys or a click, and which is opened by Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        record = current.data(RECORD)
        if record:
            self.chosen.emit(record)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paints what changed; a list would measure every row again, though a row's words never change its height."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event) -> None:
        note_key(self)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event) -> None:
        note_key(self, False)
        super().mousePressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if record:
            self.opened.emit(record)
