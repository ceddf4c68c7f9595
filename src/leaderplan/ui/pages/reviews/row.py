"""One comment beside what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.reviews.about import About
from leaderplan.ui.pages.reviews.acts import Act
from leaderplan.ui.pages.reviews.left import Left
from leaderplan.ui.pages.reviews.right import Right
from leaderplan.ui.pages.reviews.said import Said
from leaderplan.ui.pages.reviews.wording import summary
from leaderplan.ui.widgets.taborder import in_reading_order

_RIGHT: Final = 316
_BETWEEN: Final = 24
_BESIDE_FROM: Final = 640
SIDE: Final = 32
"""What is left free at both sides of a row."""


@dataclass(frozen=True, slots=True)
class RowValue:
    """All that a row shows; rows of equal value look the same."""

    about: About
    said: Said


class CommentRow(QWidget):
    """``pressed`` tells that it is the one that is meant now."""

    pressed = Signal()

    def __init__(self, desk: Desk, value: RowValue, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.setAccessibleName(summary(value.said.comment, desk.language))
        self.setAccessibleDescription(value.about.words)
        self.left, self.right = Left(desk, value.about), Right(desk, value.said, writes)
        self._beside: bool | None = None
        self._end = SIDE
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(SIDE, 13, SIDE, 14)
        self._row.addWidget(self.left, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.right)
        self._lay_out(True)

    def height_at(self, width: int, end: int) -> int:
        """How high it is where it is so wide; ``end`` is left free at its right."""
        if end != self._end:
            self._end = end
            self._row.setContentsMargins(SIDE, 13, end, 14)
        self._lay_out(width >= current_theme().type.px(_BESIDE_FROM))
        return self._row.totalHeightForWidth(width)

    def set_current(self, current: bool) -> None:
        """Whether it is the one that is dealt with now."""
        self.left.set_current(current)
        self.right.set_current(current)

    def first(self) -> QWidget | None:
        """Where the keyboard goes first: the first button, else whatever can be pressed."""
        buttons = [button for button in self.right.buttons.values() if not button.isHidden()]
        if self.right.writer is not None:
            return self.right.writer
        return next(iter(buttons), None) or next(iter(in_reading_order(self._row)), None)

    def holds_focus(self) -> bool:
        """Whether the keyboard is in it."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def focused_act(self) -> Act | None:
        """Of which act the button has the keyboard."""
        focused = self.window().focusWidget()
        return next((act for act, button in self.right.buttons.items() if button is focused), None)

    def take_focus(self, act: Act | None) -> None:
        """Give the keyboard to the button of an act, else to where it goes first."""
        target = (self.right.buttons.get(act) if act else None) or self.first()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(SIDE, 0, self.width() - SIDE - self._end, 1, current_theme().line)

    def _lay_out(self, beside: bool) -> None:
        wide = current_theme().type.px(_RIGHT)
        if beside == self._beside and self.right.maximumWidth() in (wide, 16777215):
            return
        self._beside = beside
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._row.setSpacing(_BETWEEN if beside else 12)
        if beside:
            self.right.setFixedWidth(wide)
        else:
            self.right.setMinimumWidth(0)
            self.right.setMaximumWidth(16777215)
