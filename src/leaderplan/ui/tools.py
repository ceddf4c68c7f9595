"""What can be done from anywhere in the window: capture, the palette, importing."""

from __future__ import annotations

from leaderplan.ui.desk import Desk
from leaderplan.ui.window import Window


def add_tools(window: Window, desk: Desk) -> None:
    """Give an open window its tools."""
