"""The way from a folder to an open plan, with a view for each stop on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.errors import Cancelled, UserError
from leaderplan.store.failures import Locked
from leaderplan.store.waysout import Way, ways_out
from leaderplan.ui.start.doors import Door, Doors
from leaderplan.ui.start.findplan import FindPlan
from leaderplan.ui.start.hindrance import hindrance
from leaderplan.ui.start.mishaps import Mistake, Stopped
from leaderplan.ui.start.opening import OpeningView
from leaderplan.ui.start.welcome import welcome
from leaderplan.ui.tasks import Progress, Task, Tasks
from leaderplan.ui.window import Window

if TYPE_CHECKING:
    from leaderplan.store.workspace import Workspace

_AGAIN: Final = 3000  # milliseconds until a locked plan is tried once more


class Start(QObject):
    """Shows in ``window`` what opens, what can be begun, or what is in the way."""

    opened = Signal(object)
    """The Workspace, open."""
    stuck = Signal(object)
    """The UserError that is in the way; the window shows it with the ways out."""
    welcomed = Signal()
    """There is no plan yet: the window asks what to do."""
    begun = Signal()
    """A plan was made on this computer for the first time; it is opened next."""
    archive_chosen = Signal()
    """An archive is about to take the place of the plan, which is to be closed."""
    example_wanted = Signal()

    def __init__(self, window: Window, doors: Doors, language: Language, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._doors, self._language, self._tasks = window, doors, language, tasks
        self._task: Task | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self.open)

    def lead_to(self, doors: Doors) -> None:
        """From now on these are the ways: the plan lies elsewhere."""
        self._doors = doors

    def begin(self) -> None:
        """Open the plan that there is, or ask what to do where there is none."""
        if self._doors.exists():
            self.go(self._doors.open, alone=False)
            return
        view = welcome(self._language, self._begin_anew, self._ask, self.example_wanted.emit)
        self._window.show_start(view)
        self.welcomed.emit()

    def open(self) -> None:
        """Open the plan that there is."""
        self.go(self._doors.open)

    def go(self, door: Door, label: Message | None = None, *, alone: bool = True) -> None:
        """Go through a door in a task; then the plan is open, or the window says what is in the way.

        ``alone`` without the pages, which lead nowhere while no plan is open; else they stand there as they will.
        """
        self._again.stop()
        label = label or _("Opening the plan")
        self._task = task = self._tasks.start(label, partial(_through, door), self._is_open, self._show)
        task.broken.connect(self._own_up)
        task.ended.connect(partial(self._look_whether_stopped, task))
        self._window.show_start(OpeningView(self._language.say(label), task), alone)

    def _ask(self) -> None:
        self.find()

    def find(self, path: Path | None = None) -> None:
        """Ask which archive is to be the plan here; ``path`` is one that is meant already."""
        for before in self._window.findChildren(FindPlan):
            before.close()  # a file that is double-clicked twice is asked about once
        FindPlan(self._window, self._doors, self._language, self._tasks, self._bring, path).come_up()

    def _bring(self, path: Path, key: object) -> None:
        self.archive_chosen.emit()
        self.go(partial(self._doors.archive, path, key), _("Bringing the plan here"))

    def _is_open(self, workspace: object) -> None:
        self.opened.emit(workspace)

    def _begin_anew(self) -> None:
        self.begun.emit()
        self.go(self._doors.begin, _("Making a plan"))

    def _own_up(self, _report: str) -> None:
        """The window shows the report; below it the ways out stand."""
        self._show(Mistake())

    def _look_whether_stopped(self, task: Task) -> None:
        if task is self._task and task.cancelled and self._window.isVisible():
            self._show(Stopped())

    def _show(self, error: UserError) -> None:
        slots: dict[Way, Callable[[], object]] = {
            Way.AGAIN: self.open,
            Way.LOOK: lambda: self.go(self._doors.look),
            Way.SALVAGE: lambda: self.go(self._doors.salvage),
            Way.BACKUP: lambda: self.go(self._doors.backup, _("Going back to a backup")),
            Way.ARCHIVE: self._ask,
            Way.BEGIN: lambda: self.go(self._doors.begin, _("Making a plan")),
        }
        ways = error.ways if isinstance(error, (Mistake, Stopped)) else ways_out(error)
        view = hindrance(error, ways, self._language, slots, self._doors.newest_backup())
        self._task = None
        self._window.show_start(view)
        if isinstance(error, Locked):
            self._again.start()
        self.stuck.emit(error)


def _through(door: Door, progress: Progress, cancelled: Callable[[], bool]) -> Workspace:
    workspace = door(progress)
    if cancelled():  # nobody waits for it any more
        workspace.close()
        raise Cancelled
    return workspace
