"""What the desktop gave to a start so that its window may come to the front; the open window gets it."""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow

_TOKEN: Final = "XDG_ACTIVATION_TOKEN"
_STARTUP: Final = "DESKTOP_STARTUP_ID"


def right_to_come_forward() -> str:
    """What Wayland wants to see before another window may come to the front; empty where this start was given none."""
    return os.environ.get(_TOKEN, "")


def take_over(right: str) -> None:
    """Let the next window that comes forward do so by a right that a later start was given: Qt looks here for it."""
    os.environ[_TOKEN] = right


def end_startup() -> None:
    """Tell the desktop that this start is over, though no window came of it: else it shows a busy pointer for long.

    On X, Qt tells so with the first window that it shows; here that is one that nobody sees, and only for a moment.
    """
    if QGuiApplication.platformName() != "xcb" or not os.environ.get(_STARTUP):
        return
    unseen = QWindow()
    kinds = Qt.WindowType.ToolTip | Qt.WindowType.BypassWindowManagerHint | Qt.WindowType.WindowTransparentForInput
    unseen.setFlags(kinds)
    unseen.setGeometry(-10, -10, 1, 1)
    unseen.show()
    unseen.destroy()
