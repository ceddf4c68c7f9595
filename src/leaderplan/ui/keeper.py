"""Looks now and then whether something is due that keeps the plan safe, and has it done in a task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from leaderplan.domain.messages import Message
from leaderplan.errors import UserError
from leaderplan.ui.care import Progress
from leaderplan.ui.desk import Desk
from leaderplan.ui.tasks import Task

_EVERY: Final = 60_000  # milliseconds
_FIRST: Final = 20_000  # the start has other things to do


class Chore(NamedTuple):
    """``work`` decides itself whether it is due, ``done`` is told what it gave; ``every`` in seconds."""

    label: Message
    every: float
    work: Callable[[Progress], Any]
    done: Callable[[Any], None] = lambda _made: None


class Keeper(QObject):
    """Of one open plan, until :meth:`stop`."""

    def __init__(self, desk: Desk, chores: Sequence[Chore], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._chores = desk, chores
        self._last: dict[Chore, float] = {}
        self._task: Task | None = None
        self._said: set[Message] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Do what is due, one after the other, unless that is being done."""
        self._timer.setInterval(_EVERY)
        if self._task is None:
            at = monotonic()
            self._next([chore for chore in self._chores if at - self._last.get(chore, -chore.every) >= chore.every])

    def _next(self, left: list[Chore]) -> None:
        self._task = None
        if not left or not self._timer.isActive():
            return
        chore, *others = left
        self._last[chore] = monotonic()
        self._task = task = self._desk.tasks.start(
            chore.label,
            lambda progress, _cancelled: chore.work(progress),
            chore.done,
            lambda error: self._tell(chore, error),
            quiet=True,
        )
        task.ended.connect(lambda: self._next(others))

    def _tell(self, chore: Chore, error: UserError) -> None:
        if chore.label not in self._said:  # a disk that is full stays so: say it once
            self._said.add(chore.label)
            self._desk.trouble(error)
