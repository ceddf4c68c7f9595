"""A list in which each line has a box to tick, found by its words; what cannot be ticked says why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dialogs.sending.picks import PICK, Index, Pick, Picks
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.field import SearchField
from leaderplan.ui.widgets.keyboard import note_focus, note_key, wants_ring
from leaderplan.ui.widgets.surface import paint_box, paint_row
from leaderplan.ui.widgets.text import advance, paint_words

_ROWS: Final = 7
_SEARCHED_FROM: Final = 8


class PickDelegate(QStyledItemDelegate):
    """One line each, all of one height; the words shorten."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, current_theme().type.line + 9)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, pick, rect = current_theme(), index.data(PICK), option.rect
        type_ = theme.type
        if not pick.id:
            paint_words(painter, rect.adjusted(8, 4, -8, 0), pick.words, type_.small_strong, theme.muted)
            return
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and not pick.why_not
        paint_row(painter, rect.adjusted(2, 1, -2, -1), theme, hovered=hovered, focused=focused)
        side = type_.icon
        box = QRect(rect.left() + 8, rect.top() + (rect.height() - side) // 2, side, side)
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked and not pick.why_not:
            paint_box(painter, box, theme.accent, radius=4)
            inner = round(side * 0.75)
            corner = QPointF(box.topLeft()) + QPointF((side - inner) / 2, (side - inner) / 2)
            icons.paint(painter, "check", corner, theme.on_accent, inner)
        elif pick.why_not:
            icons.paint(painter, "lock", QPointF(box.topLeft()), theme.muted, side)
        else:
            paint_box(painter, box, theme.raised, theme.line_strong, radius=4)
        words = rect.adjusted(8 + side + 8, 0, -8, 0)
        aside = pick.why_not or pick.aside
        if aside:
            wide = min(advance(aside, type_.small), words.width() // 2)
            place = QRect(words.right() - wide, words.top(), wide + 1, words.height())
            paint_words(painter, place, aside, type_.small, theme.muted)
            words.adjust(0, 0, -wide - 12, 0)
        paint_words(painter, words, pick.words, type_.body, theme.muted if pick.why_not else theme.text)


class PickView(QListView):
    """Space, Enter or a click ticks."""

    def __init__(self, name: str, model: Picks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(PickDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(model.turn)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note_key(self)
        model = self.model()
        pressed = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and isinstance(model, Picks):
            model.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event) -> None:
        note_key(self, False)
        super().mousePressEvent(event)


class PickList(QWidget):
    """``changed`` tells that something was ticked or no longer is."""

    changed = Signal()

    def __init__(self, name: str, seek: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picks = Picks(self)
        self.search = SearchField(seek)
        self.view = PickView(name, self.picks)
        self.search.sought.connect(self._seek)
        self.picks.ticked_changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.view)

    def offer(self, picks: Sequence[Pick]) -> None:
        """Offer these; the field to search is there only where there are many."""
        self.picks.offer(picks)
        many = len(picks) >= _SEARCHED_FROM
        self.search.setVisible(many)
        if not many:
            self.search.clear()  # what cannot be seen hides nothing
        self._fit()

    def _seek(self, text: str) -> None:
        self.picks.seek(text)

    def _fit(self) -> None:
        rows = max(min(self.picks.rowCount(), _ROWS), 1)
        self.view.setFixedHeight(rows * (current_theme().type.line + 9) + 2)
