"""The list of pages in the sidebar: group words and pages in one model, painted by one delegate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _n
from leaderplan.ui import icons
from leaderplan.ui.contents import PageCard
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import note_focus, note_key, wants_ring
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import advance, as_tip

Index = QModelIndex | QPersistentModelIndex
KEY: Final = Qt.ItemDataRole.UserRole
ICON: Final = Qt.ItemDataRole.UserRole + 1
COUNT: Final = Qt.ItemDataRole.UserRole + 2


class PageListModel(QAbstractListModel):
    """Group words and pages in one list; a group word cannot be chosen."""

    def __init__(self, pages: Sequence[PageCard], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._counts: dict[str, int] = {}
        self._rows: list[str | PageCard] = []
        self.list_pages(pages)

    def list_pages(self, pages: Sequence[PageCard]) -> None:
        """List these, each group under its word."""
        self.beginResetModel()
        self._rows = []
        group = ""
        for page in pages:
            word = self._language.say(page.group) if page.group else ""
            if word and word != group:
                self._rows.append(word)
            group = word
            self._rows.append(page)
        self.endResetModel()

    def set_count(self, key: str, count: int) -> None:
        """Show a number beside a page; 0 takes it away."""
        self._counts[key] = count
        row = self.row_of(key)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, key: str) -> int:
        """The row of a page, -1 where it is not in this list."""
        return next((n for n, row in enumerate(self._rows) if not isinstance(row, str) and row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        group = index.isValid() and isinstance(self._rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if group else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        word, count = self._language.say(row.title), self._counts.get(row.key, 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return word
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = _n("{page}, {count} to look at", "{page}, {count} to look at", count, page=word)
            return as_tip(self._language.say(said)) if count else as_tip(word)
        return {KEY: row.key, ICON: row.icon, COUNT: count}.get(role)


class PageDelegate(QStyledItemDelegate):
    """Paints group words and page rows, wide or folded."""

    folded = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        type_ = current_theme().type
        if index.data(KEY) is not None:
            return QSize(0, type_.line + 11 + 1)
        return QSize(0, 17 if self.folded else type_.small_line + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        if index.data(KEY) is None:
            self._paint_group(painter, option.rect, str(index.data()), theme)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ring = bool(option.state & QStyle.StateFlag.State_HasFocus) and wants_ring(option.widget)
        row = option.rect.adjusted(0, 0, 0, -1)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, row, theme, hovered=hovered, selected=chosen, focused=ring)
        size = theme.type.icon
        x = row.center().x() - size // 2 + 1 if self.folded else row.left() + 8
        colour = theme.accent if chosen else theme.muted
        icons.paint(painter, str(index.data(ICON)), QPointF(x, row.top() + (row.height() - size) // 2), colour, size)
        count = int(index.data(COUNT) or 0)
        if self.folded:
            if count:
                self._paint_dot(painter, row, theme)
            return
        self._paint_words(painter, row.adjusted(20 + size, 0, -8, 0), str(index.data()), count, chosen, theme)

    def _paint_words(self, painter: QPainter, rect: QRect, word: str, count: int, chosen: bool, theme: Theme) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if count:
            number = str(count)
            painter.setFont(theme.type.small_strong)
            painter.setPen(theme.muted)
            painter.drawText(rect, flags | Qt.AlignmentFlag.AlignRight, number)
            rect = rect.adjusted(0, 0, -advance(number, theme.type.small_strong) - 8, 0)
        painter.setFont(theme.type.strong if chosen else theme.type.body)
        painter.setPen(theme.text)
        painter.drawText(rect, flags, painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, rect.width()))

    def _paint_group(self, painter: QPainter, rect: QRect, word: str, theme: Theme) -> None:
        if self.folded:
            painter.fillRect(rect.center().x() - 12, rect.center().y(), 24, 1, theme.line)
            return
        painter.setFont(theme.type.small)
        painter.setPen(theme.muted)
        low = rect.adjusted(8, 12, -8, -4)
        painter.drawText(low, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, word)

    def _paint_dot(self, painter: QPainter, row: QRect, theme: Theme) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawEllipse(QPointF(row.right() - 6, row.top() + 6.5), 3.5 * theme.type.scale, 3.5 * theme.type.scale)
        painter.restore()


class PageList(QListView):
    """One list of pages; the current row is the page that is shown."""

    chosen = Signal(str)

    def __init__(self, model: PageListModel, delegate: PageDelegate, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def select(self, key: str) -> None:
        """Mark the row of ``key``; none where it is not here."""
        row = self._pages.row_of(key)
        if row < 0:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._pages.index(row))

    def height_of_rows(self) -> int:
        """How high all rows are."""
        return sum(self.sizeHintForRow(row) for row in range(self._pages.rowCount()))

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event) -> None:
        note_key(self)
        if event.key() == Qt.Key.Key_Space:
            self._tell(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event) -> None:
        note_key(self, False)
        super().mousePressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        key = index.data(KEY)
        if key:
            self.chosen.emit(key)
