"""Parts that draw themselves and are pressed: by a click, by Space, and by Enter."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.keyboard import note_focus, wants_ring
from leaderplan.ui.widgets.surface import paint_row


class Pressed(QAbstractButton):
    """Enter presses it as Space does."""

    edits: ClassVar[bool] = False
    """Whether F2 presses it too, as it does wherever something is edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (self.edits and key == Qt.Key.Key_F2):
            self.click()
        else:
            super().keyPressEvent(event)


class PressedArea(Pressed):
    """Draws its own ground and its own ring, which it shows where the keyboard came to it by a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ownFocus", True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    @property
    def hovered(self) -> bool:
        """Whether the pointer is on it and it can be pressed."""
        return self.underMouse() and self.isEnabled()

    def paint_ground(self, painter: QPainter) -> None:
        """Draw the ground under the pointer or of what is chosen, and the ring."""
        paint_row(painter, self.rect(), current_theme(), hovered=self.hovered, selected=self.isChecked(),
                  focused=wants_ring(self))  # fmt: skip
