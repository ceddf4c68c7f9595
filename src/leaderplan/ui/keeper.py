"""Looks once a minute whether a backup or an archive is due, and has it made in a task."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from leaderplan.domain.messages import Message
from leaderplan.errors import UserError
from leaderplan.ui.care import Progress
from leaderplan.ui.desk import Desk
from leaderplan.ui.tasks import Task

_EVERY: Final = 60_000  # milliseconds
_FIRST: Final = 20_000  # the start has other things to do


class Keeper(QObject):
    """Of one open plan, until :meth:`stop`. ``chores`` are what is done when due: each tells what it made."""

    def __init__(
        self, desk: Desk, chores: list[tuple[Message, Callable[[Progress], object]]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._chores = desk, chores
        self._task: Task | None = None
        self._said: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Do what is due, unless it is being done."""
        self._timer.setInterval(_EVERY)
        if self._task is None:
            self._next(list(self._chores))

    def _next(self, left: list[tuple[Message, Callable[[Progress], object]]]) -> None:
        if not left:
            self._task = None
            return
        label, chore = left.pop(0)

        def done(_made: object) -> None:
            newest = self._desk.care.backups() if self._desk.care else ()
            if newest:
                self._desk.signals.backed_up.emit(newest[0].at)
            self._next(left)

        def failed(error: UserError) -> None:
            if label.id not in self._said:  # a disk that is full stays so: say it once
                self._said.add(label.id)
                self._desk.trouble(error)
            self._next(left)

        self._task = self._desk.tasks.start(
            label, lambda progress, _cancelled: chore(progress), done, failed, quiet=True
        )
