"""The contents of a review: chapters with their entries, and how many comments stand in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _n
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.entries import Entry, Section
from leaderplan.ui.widgets.keyboard import note_focus, note_key, wants_ring
from leaderplan.ui.widgets.rows import Index
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import advance, as_tip, paint_words

ENTRY: Final = Qt.ItemDataRole.UserRole + 1
"""The role of the Entry of a row; None for a section word."""
_ABOVE: Final = 12
COUNT: Final = Qt.ItemDataRole.UserRole + 2
"""The role of the number of comments in it."""


class Contents(QAbstractListModel):
    """Section words and entries in one list."""

    def __init__(self, sections: Sequence[Section], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._counts: Mapping[str, int] = {}
        self._rows: list[str | Entry] = []
        for section in sections:
            self._rows += [section.title, *section.entries] if section.title else list(section.entries)

    @property
    def entries(self) -> list[Entry]:
        """Every entry, in order."""
        return [row for row in self._rows if isinstance(row, Entry)]

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many comments stand in each entry, by its key."""
        if counts == self._counts:
            return
        self._counts = counts
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [COUNT])

    def index_of(self, key: str) -> QModelIndex:
        """Where an entry stands."""
        places = (place for place, row in enumerate(self._rows) if isinstance(row, Entry) and row.key == key)
        return self.index(next(places, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usable if isinstance(self._rows[index.row()], Entry) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if not isinstance(row, Entry):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        count = self._counts.get(row.key, 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self._language.say(_n("{count} comment", "{count} comments", count))
            return f"{row.title}, {said}" if count else row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(row.title)
        if role == COUNT:
            return count
        return row if role == ENTRY else None


class _Delegate(QStyledItemDelegate):
    """A row of one line; the count at its right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_ = current_theme().type
        above = _ABOVE if index.row() == 0 else 0
        return QSize(0, type_.line + 11 + above if index.data(ENTRY) else type_.small_line + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        type_, rect = theme.type, option.rect.adjusted(0, _ABOVE if index.row() == 0 else 0, 0, 0)
        if index.data(ENTRY) is None:
            place = QRect(rect.left() + 32, rect.bottom() - 7 - type_.small_line, rect.width() - 40, type_.small_line)
            paint_words(painter, place, str(index.data()), type_.small_strong, theme.muted)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        row = rect.adjusted(16, 0, -8, -1)
        paint_row(painter, row, theme, hovered=hovered, selected=selected, focused=focused)
        inner = row.adjusted(16, 0, -12, 0)
        count = str(index.data(COUNT) or "")
        if count:
            wide = advance(count, type_.small)
            paint_words(painter, QRect(inner.right() - wide, row.top(), wide + 2, row.height()), count, type_.small,
                        theme.muted)  # fmt: skip
            inner.adjust(0, 0, -wide - 10, 0)
        paint_words(painter, inner, str(index.data()), type_.strong if selected else type_.body, theme.text)


class ContentsList(QListView):
    """``chosen`` tells the Entry that is to be read."""

    chosen = Signal(object)

    def __init__(self, model: Contents, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._contents = model
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_entry(self, key: str) -> None:
        """Mark an entry, which tells that it is chosen."""
        index = self._contents.index_of(key)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event) -> None:
        note_key(self)
        super().keyPressEvent(event)

    def mousePressEvent(self, event) -> None:
        note_key(self, False)
        super().mousePressEvent(event)

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = current.data(ENTRY)
        if entry is not None:
            self.chosen.emit(entry)
