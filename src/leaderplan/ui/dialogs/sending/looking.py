"""Keeps what a wish comes to up with the choices: worked out in a task, and only the last one counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from leaderplan.domain.messages import _
from leaderplan.domain.review.sending import Wish
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.sending.workingout import Outcome, worked_out
from leaderplan.ui.reviewing import Reviewing
from leaderplan.ui.tasks import Task

PAUSE: Final = 150
"""Milliseconds after the last key or click."""


class Looking(QObject):
    """``found`` tells an Outcome, ``failed`` a UserError; after either ``outcome`` is what is to be seen."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, reviews: Reviewing, wish: Callable[[], Wish], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._reviews, self._wish = desk, reviews, wish
        self._task: Task | None = None
        self.last: Outcome | None = None
        """What was worked out last, also while there is something newer to come."""
        self._pause = pause(self.look, self)

    @property
    def outcome(self) -> Outcome | None:
        """What the choices come to; None while that is being worked out."""
        return None if self._task is not None or self._pause.isActive() else self.last

    def look_soon(self) -> None:
        """Something else was chosen."""
        self._pause.start()

    def look(self) -> None:
        """Work it out now."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        goes, plan, wish, language = self._reviews.goes, self._desk.plan, self._wish(), self._desk.language
        self._task = self._desk.tasks.start(
            _("Working out what leaves"),
            lambda _progress, cancelled: worked_out(goes, plan, wish, language, cancelled),
            self._take,
            self._fail,
            quiet=True,
        )
        self._task.ended.connect(self._forget)

    def _take(self, outcome: Outcome) -> None:
        self._task, self.last = None, outcome
        self.found.emit(outcome)

    def _fail(self, error: UserError) -> None:
        self._task, self.last = None, None
        self.failed.emit(error)

    def _forget(self) -> None:
        """What broke off without telling anything leaves nothing that could be sent."""
        if self.sender() is self._task:
            self._task, self.last = None, None


def pause(then: Callable[[], object], parent: QObject) -> QTimer:
    """A timer that does something a moment after it was started last."""
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(PAUSE)
    made.timeout.connect(then)
    return made
