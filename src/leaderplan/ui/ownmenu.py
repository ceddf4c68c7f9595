"""The program's own menu at the top of a Mac's screen, where *About* is looked for."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget

_OWN = "LeaderPlan"


def put_about(about: QAction, window: QWidget) -> None:
    """Let ``about`` be the system's *About*; once for each window, whichever plan it shows."""
    bar = window.findChild(QMenuBar) or QMenuBar(window)
    bar.clear()
    about.setMenuRole(QAction.MenuRole.AboutRole)
    bar.addMenu(_OWN).addAction(about)
