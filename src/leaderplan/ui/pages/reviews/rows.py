"""Many rows of unlike height that scroll, of which only those in view are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QScrollArea, QTextEdit, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.reviews.row import SIDE, CommentRow
from leaderplan.ui.widgets.taborder import chain, in_reading_order

_GUESS: Final = 150  # how high a row is that was never seen
_NEAR: Final = 400  # how far around the view rows are made
_WIDEST: Final = 1004  # a comment further from what it is about is hard to follow
_KEPT: Final = 1500  # how far around it they stay
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}


class Rows(QScrollArea):
    """``head`` scrolls above the rows. ``make`` makes the row of a key; ``chosen`` tells the key of the current one."""

    chosen = Signal(str)

    def __init__(self, name: str, head: QWidget, make: Callable[[str], CommentRow], parent: QWidget | None = None):
        super().__init__(parent)
        self._make, self._head = make, head
        self._keys: list[str] = []
        self._heights: dict[str, int] = {}
        self._made: dict[str, CommentRow] = {}
        self._current = ""
        self._laying = self._by_key = False
        self.setAccessibleName(name)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget()
        self.setWidget(self._ground)
        for part in (self._ground, self.viewport()):
            part.setAutoFillBackground(False)
        head.setParent(self._ground)
        head.installEventFilter(self)

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the rows, in their order."""
        return self._keys

    @property
    def current(self) -> str:
        """The key of the current row; empty where there is none."""
        return self._current

    @property
    def made(self) -> dict[str, CommentRow]:
        """The rows that were made, by key."""
        return self._made

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show the rows of these keys in this order; those that stay are not made again."""
        self._keys = list(keys)
        for key in [key for key in self._made if key not in set(keys)]:
            self._drop(key)
        if self._current not in self._keys:
            self._current = next(iter(self._keys), "")
        self.lay()

    def renew(self, key: str) -> None:
        """Make a row anew, where it was made."""
        if key in self._made:
            self._drop(key)
            self.lay()

    def row(self, key: str) -> CommentRow | None:
        """The row of a key, made and in view."""
        if key not in self._keys:
            return None
        for _turn in range(3):  # what comes above may turn out to be of another height than it was guessed
            top, high = self._place_of(key)
            bar = self.verticalScrollBar()
            if top < bar.value():
                bar.setValue(top)
            elif top + high > bar.value() + self.viewport().height():
                bar.setValue(min(top, top + high - self.viewport().height()))
            self.lay()
        return self._made.get(key)

    def set_current(self, key: str) -> None:
        """Mark a row as the one that is meant."""
        if key == self._current:
            return
        for each, current in ((self._current, False), (key, True)):
            if each in self._made:
                self._made[each].set_current(current)
        self._current = key
        self.chosen.emit(key)

    def enter(self, key: str) -> None:
        """Put the keyboard into a row, on its first button; the ring shows where it is for whoever came by a key."""
        row = self.row(key)
        if row is None:
            return
        self.set_current(key)
        first = row.first()
        if first is not None:
            reason = Qt.FocusReason.ShortcutFocusReason if self._by_key else Qt.FocusReason.OtherFocusReason
            first.setFocus(reason)

    def lay(self) -> None:
        """Put everything at its place, and make what is in view."""
        if self._laying or not self.isVisible():
            return
        self._laying = True
        moved = self._lay_rows()
        self._laying = False
        if moved:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.lay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._heights.clear()
            self.lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row that grows is given its room; one that gets the keyboard is the current one; keys lead between rows."""
        if event.type() == QEvent.Type.LayoutRequest and watched in (self._head, *self._made.values()):
            self.lay()
            self._keep_in_view(watched)
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._follow(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._step(event):
            super().keyPressEvent(event)

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if isinstance(watched, (QTextEdit, QLineEdit)):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QPushButton):
            self._by_key = True
            watched.click()
            self._by_key = False
            return True
        return isinstance(watched, QAbstractButton) and self._step(event)

    def _step(self, event: QKeyEvent) -> bool:
        by = _STEPS.get(Qt.Key(event.key()))
        plain = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier
        if by is None or event.modifiers() & ~plain or not self._keys:
            return False
        at = self._keys.index(self._current) + by if self._current in self._keys else 0
        if 0 <= at < len(self._keys):
            self._by_key = True
            self.enter(self._keys[at])
            self._by_key = False
        return True

    def _follow(self, widget: QWidget) -> None:
        key = next((key for key, row in self._made.items() if row.isAncestorOf(widget)), None)
        if key is not None:
            self.set_current(key)
            self.ensureWidgetVisible(widget, 0, 16)

    def _keep_in_view(self, watched: QObject) -> None:
        """What is being written in grows, and its foot stays in view."""
        row = self._made.get(self._current)
        if row is not None and row is watched and row.right.writer is not None and row.holds_focus():
            self.row(self._current)

    def _lay_rows(self) -> int:
        """How far what is in view moved, because something above it turned out higher than it was guessed."""
        width, view = min(self.viewport().width(), current_theme().type.px(_WIDEST)), self.viewport().height()
        top, bar = self.verticalScrollBar().value(), self.verticalScrollBar()
        end = SIDE - (bar.width() if bar.isVisible() and width == self.viewport().width() else 0)
        y = self._lay_head(width)
        moved, fresh = 0, False
        for key in self._keys:
            high = self._heights.get(key, current_theme().type.px(_GUESS))
            near = y + high >= top - _NEAR and y <= top + view + _NEAR
            far = y + high < top - _KEPT or y > top + view + _KEPT
            row = self._made.get(key)
            if row is None and near:
                row, fresh = self._build(key), True
            elif row is not None and far and not row.holds_focus() and row.right.writer is None:
                self._drop(key)
                row = None
            if row is not None:
                measured = row.height_at(width, end)
                if y + high <= top:
                    moved += measured - high
                high = self._heights[key] = measured
                row.setGeometry(0, y, width, high)
            y += high
        self._ground.resize(self.viewport().width(), max(y + 16, view))
        if fresh:
            self._order_tab()
        return moved

    def _lay_head(self, width: int) -> int:
        layout = self._head.layout()
        high = layout.totalHeightForWidth(width) if layout is not None and not self._head.isHidden() else 0
        self._head.setGeometry(0, 0, width, high)
        return high

    def _build(self, key: str) -> CommentRow:
        row = self._make(key)
        row.setParent(self._ground)
        row.set_current(key == self._current)
        row.installEventFilter(self)
        row.pressed.connect(lambda: self.set_current(key))
        self.watch(row)
        self._made[key] = row
        row.show()
        return row

    def watch(self, row: QWidget) -> None:
        """Hear of keys and focus in what stands in a row."""
        for part in row.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                part.installEventFilter(self)

    def _drop(self, key: str) -> None:
        row = self._made.pop(key)
        if row.right.writer is not None:
            row.right.writer.settle()
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _place_of(self, key: str) -> tuple[int, int]:
        guess = current_theme().type.px(_GUESS)
        y = self._head.height()
        for each in self._keys:
            high = self._heights.get(each, guess)
            if each == key:
                return y, high
            y += high
        return y, 0

    def _order_tab(self) -> None:
        rows = [self._made[key] for key in self._keys if key in self._made]
        parts = [part for row in (self._head, *rows) if row.layout() for part in in_reading_order(row)]
        chain(parts)
