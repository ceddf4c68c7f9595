"""Reads a backup and compares it with the plan, in a task, and follows the plan after that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.comparison import Comparison, compared
from leaderplan.domain.messages import _
from leaderplan.errors import Cancelled, UserError
from leaderplan.store.snapshot import Snapshot
from leaderplan.store.viewing import view
from leaderplan.ui.desk import Desk
from leaderplan.ui.tasks import Task

_PAUSE: Final = 250
"""Milliseconds: who goes down the list with the arrow keys does not want each one read."""


class Comparing(QObject):
    """Of one backup at a time."""

    compared = Signal(object)
    """The Comparison."""
    failed = Signal(object)
    """The UserError that says why the backup cannot be read."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._found: Comparison | None = None
        self._missed: list[ChangeSet] = []
        self._wanted: Snapshot | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._start)
        desk.signals.changed.connect(self._hear)

    def look(self, snapshot: Snapshot) -> None:
        """Read another one."""
        self.stop()
        self._wanted = snapshot
        self._soon.start()

    def stop(self) -> None:
        """Let go of what was read, and of the wish to read."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
        self._task = self._found = self._wanted = None
        self._missed = []

    def _start(self) -> None:
        snapshot = self._wanted
        if snapshot is None:
            return
        self._task = task = self._desk.tasks.start(
            _("Comparing with the backup"),
            _work(self._desk, snapshot),
            lambda found: self._done(task, found),
            lambda error: self._fail(task, error),
        )

    def _done(self, task: Task, found: Comparison) -> None:
        if task is not self._task:
            return
        for edit in self._missed:
            found = found.after(edit)
        self._task, self._found, self._missed = None, found, []
        self.compared.emit(found)

    def _fail(self, task: Task, error: UserError) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)

    def _hear(self, edit: ChangeSet, _by: object) -> None:
        if self._task is not None:
            self._missed.append(edit)
        elif self._found is not None:
            self._found = self._found.after(edit)
            self.compared.emit(self._found)


def _work(desk: Desk, snapshot: Snapshot) -> Callable[[object, Callable[[], bool]], Comparison]:
    plan, folder = desk.plan, desk.workspace.folder

    def work(_progress: object, cancelled: Callable[[], bool]) -> Comparison:
        with view(snapshot.file, folder) as found:
            earlier = found.plan
        if cancelled():
            raise Cancelled
        return compared(plan, earlier)

    return work
