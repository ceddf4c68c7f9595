"""What waits for the person on a page, as a number beside it in the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from leaderplan.domain.review.rounds import unplaced
from leaderplan.ui.desk import Desk
from leaderplan.ui.sidebar import Sidebar


class Waiting(QObject):
    """Counts the comments that have no place, again a moment after each change."""

    def __init__(self, desk: Desk, sidebar: Sidebar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._sidebar = desk, sidebar
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.count)
        desk.signals.changed.connect(self._hear)
        self.count()

    def _hear(self, _edit: object, _by: object) -> None:
        self._soon.start(0)

    def count(self) -> None:
        """Show how many there are now."""
        self._sidebar.set_count("reviews", len(unplaced(self._desk.plan)))
