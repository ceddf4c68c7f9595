"""Pictures of the window: each page, as a person would see it, written as PNG files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.ui.place import Place
from leaderplan.ui.window import Window

_SETTLED: Final = 400  # milliseconds: what a page computes off the window's turn has come by then
_AGAIN: Final = 100


@dataclass(frozen=True, slots=True)
class View:
    """A page in a theme at a size; with ``record`` the record shown on it."""

    page: str
    theme: str
    size: tuple[int, int]
    record: str | None = None

    @property
    def file(self) -> str:
        """The name of its picture."""
        width, height = self.size
        record = "-record" if self.record else ""
        return f"{self.page}{record}-{self.theme}-{width}x{height}.png"


class Painter(QObject):
    """Goes from view to view in the event loop and grabs each once its tasks are done."""

    finished = Signal()

    def __init__(self, window: Window, views: Sequence[View], folder: Path) -> None:
        super().__init__(window)
        self._window, self._left, self._folder = window, list(views), folder
        self.written: list[Path] = []

    def start(self) -> None:
        """Begin with the first view."""
        self._window.show()
        self._next()

    def _next(self) -> None:
        if not self._left:
            self.finished.emit()
            return
        view = self._left.pop(0)
        self._window.resize(*view.size)
        self._window.navigator.go(Place(view.page, view.record))
        QTimer.singleShot(_SETTLED, lambda: self._grab(view))

    def _grab(self, view: View) -> None:
        desk = self._window.desk
        if desk is not None and desk.tasks.running:
            QTimer.singleShot(_AGAIN, lambda: self._grab(view))
            return
        path = self._folder / view.file
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._window.grab().save(str(path), "PNG"):
            raise UserError(_("{file} cannot be written.", file=str(path)), _("Choose a folder that you may write to."))
        self.written.append(path)
        self._next()
