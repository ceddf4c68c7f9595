"""Whether a part that draws its own ring has the keyboard because of the keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_PROPERTY: Final = "byKeyboard"
_REASON: Final = Qt.FocusReason
_BY_KEYBOARD: Final = (
    _REASON.TabFocusReason,
    _REASON.BacktabFocusReason,
    _REASON.ShortcutFocusReason,
    _REASON.OtherFocusReason,
)
_NO_NEWS: Final = (_REASON.ActiveWindowFocusReason, _REASON.PopupFocusReason, _REASON.MenuBarFocusReason)


def note_focus(widget: QWidget, event: QFocusEvent) -> None:
    """Remember why ``widget`` got the keyboard; coming back from another window changes nothing."""
    if event.reason() not in _NO_NEWS:
        widget.setProperty(_PROPERTY, event.reason() in _BY_KEYBOARD)
    widget.update()


def note_key(widget: QWidget, by_key: bool = True) -> None:
    """Remember that a key, or the pointer, was used in ``widget``."""
    widget.setProperty(_PROPERTY, by_key)


def wants_ring(widget: QWidget) -> bool:
    """Whether to draw a ring."""
    return widget.hasFocus() and bool(widget.property(_PROPERTY))
