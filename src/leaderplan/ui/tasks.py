"""Work that takes longer than a blink: in a thread, with progress, Cancel, and one sentence when it fails."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from time import monotonic
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from leaderplan import faults
from leaderplan.domain.messages import Message
from leaderplan.errors import Cancelled, UserError

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (steps done, steps in all)."""
Work: TypeAlias = Callable[[Progress, Callable[[], bool]], Any]
"""Called with (progress, cancelled); raises Cancelled when it saw that it was cancelled."""

_BUSY, _WAS_ON = "leaderplanBusyWindows", "leaderplanCollectorWasOn"


class Task(QObject):
    """One piece of work under way. Its signals arrive in the window's thread."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    """A UserError."""
    broken = Signal(str)
    """Our fault: the report to copy."""
    ended = Signal()
    """Last of all, whatever came of it."""
    _told = Signal(str, object)

    def __init__(self, label: Message, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.steps = (0, 0)
        self._work = work
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="leaderplan-task", daemon=True)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin. Once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread; whether it is over."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._work(self._progress, self._stop.is_set)
        except Cancelled:
            self._told.emit("cancelled", None)
        except UserError as error:
            self._told.emit("failed", error)
        except Exception as error:  # whatever it is, the window must live on and say so
            self._told.emit("broken", faults.report(error))
        else:
            self._told.emit("done", result)

    def _progress(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._told.emit("progress", (done, of))

    def _hear(self, what: str, value: Any) -> None:
        if what == "progress":
            self.steps = value
            self.progressed.emit(*value)
            return
        if what == "done" and not self.cancelled:
            self.done.emit(value)
        elif what == "failed":
            self.failed.emit(value)
        elif what == "broken":
            self.broken.emit(value)
        self.ended.emit()


class Tasks(QObject):
    """The work under way in one window."""

    started = Signal(object)
    failed = Signal(object)
    broken = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Task] = []

    @property
    def running(self) -> tuple[Task, ...]:
        """Oldest first."""
        return tuple(self._running)

    def start(
        self,
        label: Message,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[UserError], None] | None = None,
        *,
        quiet: bool = False,
    ) -> Task:
        """Run ``work(progress, cancelled)`` in a thread, then call ``done(result)`` or ``failed(error)`` here.

        Without ``failed`` the window says the error's sentences. What nobody asked for is ``quiet``: it is not shown.
        """
        task = Task(label, work, self)
        if not self._running:
            _collect_garbage(False)
        self._running.append(task)
        task.done.connect(done)
        task.failed.connect(failed or self.failed.emit)
        task.broken.connect(self.broken)
        task.ended.connect(lambda: self._forget(task))
        if not quiet:
            self.started.emit(task)
        task.start()
        return task

    def stop(self, seconds: float = 5.0) -> bool:
        """Cancel all and wait so long for all of them together; whether every thread is over."""
        running = self.running
        for task in running:
            task.cancel()
        until = monotonic() + seconds
        waited = [task.wait(max(until - monotonic(), 0)) for task in running]
        if running and all(waited):
            self._running.clear()
            _collect_garbage(True)
        return all(waited)

    def _forget(self, task: Task) -> None:
        if task in self._running:
            self._running.remove(task)
            task.wait(1.0)  # it has told all; its last few steps are taken before the collector is let loose
            if not self._running:
                _collect_garbage(True)
        task.deleteLater()


def _collect_garbage(here: bool) -> None:
    """Whether Python's collector may run by itself; not while a thread is under way, in any window.

    It runs in whichever thread happens to allocate. Widgets that it finds in a cycle there would be deleted later in
    the window's thread, one by one, and the second of a parent and its child is gone by then: the program would end.
    """
    app = QCoreApplication.instance()
    assert app is not None
    busy = int(app.property(_BUSY) or 0) + (-1 if here else 1)
    app.setProperty(_BUSY, busy)
    if busy == 1 and not here:
        app.setProperty(_WAS_ON, gc.isenabled())
        gc.disable()
    elif not busy and app.property(_WAS_ON):
        gc.enable()
