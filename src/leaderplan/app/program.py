"""The QApplication, which hears what the system asks the running program to open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Program(QApplication):
    """On a Mac, a file that is double-clicked comes as an event, also the one that the program was started with.

    Here and not in an event filter: that would see every event of every widget.
    """

    asked = Signal(str)
    """The path of a file to open, once there is a window for it."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._early: list[str] = []
        self._listens = False

    def listen(self) -> None:
        """Tell what came before there was a window, and from now on whatever comes."""
        self._listens = True
        while self._early:
            self.asked.emit(self._early.pop(0))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._early.append(event.file())
            if self._listens:
                self.listen()
            return True
        return bool(super().event(event))
