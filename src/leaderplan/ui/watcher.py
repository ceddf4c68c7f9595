"""Carries what the workspace tells to the pages, and looks for what another process wrote."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from leaderplan.errors import Gone, UserError
from leaderplan.ui.desk import Desk

_EVERY: Final = 500  # milliseconds


class Watcher(QObject):
    """Between one open plan and its window, until :meth:`stop`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unwatch: Callable[[], None] | None = desk.workspace.watch(desk.signals.changed.emit)
        self._failed = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Tell nobody any more."""
        self._timer.stop()
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None

    def _look(self) -> None:
        try:
            self._desk.workspace.poll()
        except Gone:
            self.stop()
            self._desk.signals.replaced.emit()
        except UserError as error:
            if not self._failed:  # a disk that is gone stays gone: say it once
                self._desk.trouble(error)
            self._failed = True
        else:
            self._failed = False
