"""The way from this page to sending the plan to a mentor."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.heading import PageAction


def send_action(_desk: Desk, _page: QWidget) -> PageAction | None:
    """What the primary button does; None where nothing can be sent."""
    return None
