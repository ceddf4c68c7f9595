"""The palette: every action, page and record by name, and every text of every record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _
from leaderplan.ui import icons
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.dress import current_theme
from leaderplan.ui.place import Place
from leaderplan.ui.where import icon_of, where
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import advance, paint_words

Index = QModelIndex | QPersistentModelIndex
_WIDE: Final = 600
_ROWS: Final = 9
_ENTRY: Final = Qt.ItemDataRole.UserRole
_NAMED, _FOUND = 8, 24


@dataclass(frozen=True)
class Entry:
    """Something to do or to go to: its words, what they are about, an icon, a key, and what happens."""

    words: str
    more: str
    icon: str
    key: str
    act: Callable[[], object]


class Entries(QAbstractListModel):
    """The entries that fit what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (entry.words, entry.more, entry.key)))
        return None


class EntryDelegate(QStyledItemDelegate):
    """One line of 36: icon, words, what they are about, and the key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, current_theme().type.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, entry = current_theme(), index.data(_ENTRY)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, option.rect.adjusted(8, 0, -8, 0), theme, hovered=hovered, selected=selected)
        line = option.rect.adjusted(16, 0, -16, 0)
        size = theme.type.icon
        corner = QRect(line.left(), line.top() + (line.height() - size) // 2, size, size).topLeft()
        icons.paint(painter, entry.icon, corner.toPointF(), theme.accent if selected else theme.muted, size)
        line.adjust(size + 12, 0, 0, 0)
        if entry.key:
            wide = advance(entry.key, theme.type.small)
            place = QRect(line.right() - wide, line.top(), wide + 2, line.height())
            paint_words(painter, place, entry.key, theme.type.small, theme.muted)
            line.adjust(0, 0, -wide - 16, 0)
        font = theme.type.strong if selected else theme.type.body
        end = paint_words(painter, line, entry.words, font, theme.text)
        paint_words(painter, line.adjusted(end + 12, 0, 0, 0), entry.more, theme.type.body, theme.muted)


class Palette(Sheet):
    """Type a name or any words; arrows choose, Enter goes there."""

    title: ClassVar[Message] = _("Do or find something")

    def __init__(self, desk: Desk, window: QWidget, commands: list[Entry], text: str = "") -> None:
        super().__init__(window, desk.say(self.title), _WIDE)
        self._desk, self._commands = desk, commands
        self.field = QLineEdit()
        self.field.setPlaceholderText(desk.say(self.title))
        self.field.setAccessibleName(desk.say(self.title))
        self.field.setProperty("tall", True)
        self.field.installEventFilter(self)
        self._entries = Entries(self)
        self.list = QListView()
        self.list.setAccessibleName(desk.say(_("What was found")))
        self.list.setModel(self._entries)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(current_theme().type.row * _ROWS)
        self.list.clicked.connect(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 0)
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._seek)
        self.field.setText(text)
        self._seek(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose while the words are typed."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS}
        if event.key() in moves:
            rows = self._entries.rowCount()
            row = self.list.currentIndex().row() + moves[Qt.Key(event.key())]
            self.list.setCurrentIndex(self._entries.index(min(max(row, 0), rows - 1)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.list.currentIndex())
            return True
        return False

    def _seek(self, text: str) -> None:
        words = text.split()
        named = [entry for entry in self._commands if _fits(entry.words, words)]
        found = list(self._found(text)) if words else []
        self._entries.show_entries([*(named[:_NAMED] if words else named), *found])
        self.list.setCurrentIndex(self._entries.index(0))

    def _found(self, text: str) -> Iterator[Entry]:
        plan, seen = self._desk.plan, set()
        for hit in self._desk.workspace.search(text, limit=_FOUND):
            record = plan.find(hit.id)
            place = where(plan, record) if record and self.offers(record) else None
            if record is None or place is None or (place, record.heading) in seen:
                continue
            seen.add((place, record.heading))
            more = hit.snippet if hit.snippet != record.heading else self._desk.say(type(record).one)
            words = record.heading or self._desk.say(type(record).one)
            yield Entry(words, more, icon_of(record.table), "", partial(self.take, record, place))

    def take(self, _record: Record, place: Place) -> None:
        """What Enter does with a record that was found."""
        self._desk.go(place)

    def offers(self, _record: Record) -> bool:
        """Whether a record that was found may be taken."""
        return True

    def _do(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if entry is not None:
            self.close()
            entry.act()


def _fits(name: str, words: list[str]) -> bool:
    folded = name.casefold()
    return all(word.casefold() in folded for word in words)
