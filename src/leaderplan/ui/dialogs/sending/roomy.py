"""A sheet that takes nearly all of its window, and goes with it when that gets larger or smaller."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.dress import current_theme

_WIDE, _HIGH = 1120, 860
_BESIDE: Final = 24
_ABOVE: Final = 16


class RoomySheet(Sheet):
    """As large as it is useful, with a little of the window around it."""

    def __init__(self, over: QWidget, name: str) -> None:
        super().__init__(over.window(), name, _WIDE)
        over.window().installEventFilter(self)

    def fit(self) -> None:
        """Its size follows the window, not what is in it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        type_, window = current_theme().type, self._window
        wide = min(type_.px(_WIDE), window.width() - 2 * _BESIDE)
        high = min(type_.px(_HIGH), window.height() - 2 * _ABOVE)
        self.setFixedSize(wide, high)
        self.move(window.mapToGlobal(QPoint((window.width() - wide) // 2, (window.height() - high) // 2)))
