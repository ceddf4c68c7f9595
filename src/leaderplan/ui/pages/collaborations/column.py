"""One column of the board: what it is, how many, and its cards in a list that takes and gives cards."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.models.board import CARD, RECORD, ColumnModel
from leaderplan.ui.pages.collaborations.painting import INSET, CardDelegate
from leaderplan.ui.pages.collaborations.refusal import Refusal
from leaderplan.ui.widgets.keyboard import note_focus, note_key
from leaderplan.ui.widgets.text import PlainLabel

MIME: Final = "application/x-leaderplan-collaboration"
_EMPTY_LANDING: Final = 72


def _record(data: QMimeData) -> str:
    """The id of the card that is carried."""
    return bytes(data.data(MIME).data()).decode()


class CardList(QListView):
    """The cards of one column."""

    opened = Signal(str)
    carried = Signal(str, int)
    """(record, direction) for Ctrl and an arrow."""
    walked = Signal(int)
    """An arrow to the column beside."""
    put_back = Signal()
    hovered = Signal(str)
    """A card is carried over this column."""
    unhovered = Signal()
    dropped = Signal(str)
    grown = Signal()
    """Something about the room for cards changed."""

    def __init__(self, model: ColumnModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = CardDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.viewport().setAutoFillBackground(False)
        self.setContentsMargins(0, 0, 0, 0)
        self.clicked.connect(self._open)

    def foot(self) -> int:
        """Where the last card ends, in the view."""
        rows = self.model().rowCount()
        return self.visualRect(self.model().index(rows - 1, 0)).bottom() + 1 if rows else 4

    def lift(self, record: str) -> None:
        """Show which card is being carried; an empty string when none is."""
        self._cards.lifted = record
        self.viewport().update()

    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        record = index.data(RECORD)
        if not record:
            return
        data, drag = QMimeData(), QDrag(self)
        data.setData(MIME, record.encode())
        drag.setMimeData(data)
        wide = self.viewport().width() - 2 * INSET
        drag.setPixmap(self._cards.picture(index.data(CARD), wide, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(wide // 2, 20))
        self.lift(record)
        drag.exec(Qt.DropAction.MoveAction)
        self.lift("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.unhovered.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.dropped.emit(_record(event.mimeData()))

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def mousePressEvent(self, event) -> None:
        note_key(self, False)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note_key(self)
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        record = self.currentIndex().data(RECORD)
        if way is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if record:
                self.carried.emit(record, way)
        elif way is not None:
            self.walked.emit(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.put_back.emit()
        else:
            super().keyPressEvent(event)

    def _consider(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.hovered.emit(_record(event.mimeData()))

    def _open(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if record:
            self.opened.emit(record)


class Column(QWidget):
    """A column with its heading, and the dashed box in which a card may land or is refused."""

    def __init__(self, desk: Desk, model: ColumnModel, title: str, sentence: str) -> None:
        super().__init__()
        self.cards = CardList(model, f"{title}: {sentence}")
        self.landing = Refusal(desk, self.cards.viewport())
        self._title = title
        self._count = PlainLabel("0", "small", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, INSET, 0)
        head.setSpacing(8)
        head.addWidget(PlainLabel(title, "strong"))
        head.addWidget(self._count)
        head.addStretch()
        words = QHBoxLayout()
        words.setContentsMargins(INSET, 0, INSET, 0)
        words.addWidget(PlainLabel(sentence, "small", "muted", shortens=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(words)
        column.addSpacing(2)
        column.addWidget(self.cards, 1)
        model.counted.connect(lambda count: self._count.setText(desk.language.number(count)))
        model.counted.connect(lambda _count: self.cards.setAccessibleDescription(self._count.text()))
        self.cards.grown.connect(self.place_landing)
        self.cards.verticalScrollBar().valueChanged.connect(self.place_landing)
        self.landing.closed.connect(lambda: self.cards.setFocus(Qt.FocusReason.OtherFocusReason))

    def welcome(self) -> None:
        """Show where a card would land."""
        self.landing.say(self._title, "", asks=False)
        self.place_landing()

    def refuse(self, title: str, words: str, *, asks: bool) -> None:
        """Show why a card may not land."""
        self.landing.say(title, words, asks=asks)
        self.place_landing()

    def place_landing(self) -> None:
        """Below the last card, and always in view."""
        if self.landing.isHidden():
            return
        view = self.cards.viewport()
        wide = view.width() - 2 * INSET
        layout = self.landing.layout()
        least = current_theme().type.px(_EMPTY_LANDING)
        high = max(layout.totalHeightForWidth(wide) if layout else 0, least)
        top = max(min(self.cards.foot(), view.height() - high), 0)
        self.landing.setGeometry(QRect(INSET, top, wide, min(high, view.height())))
        self.landing.raise_()
