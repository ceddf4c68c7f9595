"""The file being written, in a task: nothing else leaves than what was shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.review.sending import Wish
from leaderplan.errors import UserError
from leaderplan.exchange.passphrase import trimmed
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.sending.ready import Ready
from leaderplan.ui.reviewing import Progress, Reviewing
from leaderplan.ui.tasks import Task


class Writing(QObject):
    """``written`` tells a Ready, ``failed`` a UserError, ``stopped`` that it was cancelled and nothing was stored."""

    step = Signal(object, bool)
    """What is being done, and whether it can be stopped now."""
    written = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, reviews: Reviewing, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._reviews = desk, reviews
        self._task: Task | None = None
        self._ready: Ready | None = None
        self._error: UserError | None = None
        self._sealed = False

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._task is not None

    def start(self, wish: Wish, shown: Plan, target: Path, passphrase: str | None, form: Path | None) -> None:
        """Write it; ``shown`` is the part of the plan that stood on the screen."""
        reviews, words = self._reviews, trimmed(passphrase) if passphrase is not None else None
        self._ready, self._error, self._sealed = None, None, words is not None

        def work(progress: Progress, _cancelled: object) -> None:
            def told(done: int, of: int) -> None:
                progress(done, of)
                if done and reviews.goes(wish).plan != shown:
                    raise UserError(
                        _("The plan was changed while the file was being made."),
                        _("Nothing was written. Look at what leaves now, and save it again."),
                    )

            round, lies = reviews.send(wish, target, words, form, told)
            self._ready = Ready(round, wish.mentor.name, target, lies, words, form is not None and lies is None)

        self._task = self._desk.tasks.start(
            _("Writing {file}", file=target.name), work, self._pass_over, self._keep_error
        )
        self._task.progressed.connect(self._tell)
        self._task.ended.connect(self._end)
        self._tell(0, 1)

    def cancel(self) -> None:
        """Stop it, as long as nothing was written yet."""
        if self._task is not None:
            self._task.cancel()
            self.step.emit(_("Stopping."), False)

    def _tell(self, done: int, _of: int) -> None:
        if self._task is not None and not self._task.cancelled:
            doing: Message = _("Writing the file.") if done or not self._sealed else _("Sealing the file.")
            self.step.emit(doing, not done)

    def _pass_over(self, _nothing: object) -> None:
        """What was made is told at the end, since a task that is cancelled too late tells nothing."""

    def _keep_error(self, error: UserError) -> None:
        self._error = error

    def _end(self) -> None:
        self._task = None
        if self._ready is not None:
            self.written.emit(self._ready)
        elif self._error is not None:
            self.failed.emit(self._error)
        else:
            self.stopped.emit()
