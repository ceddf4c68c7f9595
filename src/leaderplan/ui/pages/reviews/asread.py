"""What the mentors read, each share read once, in a task, when something in it was changed since."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Round
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk


class AsRead(QObject):
    """``came`` tells the id of a round whose share is at hand now."""

    came = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plans: dict[str, Plan | None] = {}
        self._wanted: set[str] = set()
        self._erasures = 0
        desk.signals.erased.connect(self.forget)

    def of(self, round: str | None) -> Plan | None:
        """What was read in a round; None before it is at hand, and where it was erased or is damaged."""
        return self._plans.get(round or "")

    def forget(self) -> None:
        """Let go of all of it, and of what is being read: something that was sent may have been erased."""
        self._erasures += 1
        self._plans.clear()
        self._wanted.clear()

    def want(self, round: Round) -> bool:
        """Read a share, unless it was read; whether it is at hand already, or never will be."""
        reviews = self._desk.reviews
        if reviews is None or round.snapshot is None or round.id in self._plans:
            return True
        if round.id in self._wanted:
            return False
        self._wanted.add(round.id)
        erasures = self._erasures
        self._desk.tasks.start(
            _("Reading what was sent"),
            lambda _progress, _cancelled: reviews.as_sent(round),
            lambda found: self._take(round.id, found, erasures),
            lambda error: self._fail(round.id, error, erasures),
            quiet=True,
        )
        return False

    def _take(self, round: str, found: Plan | None, erasures: int) -> None:
        if erasures != self._erasures:
            return
        self._plans[round] = found
        self._wanted.discard(round)
        self.came.emit(round)

    def _fail(self, round: str, error: UserError, erasures: int) -> None:
        if erasures == self._erasures:
            self._take(round, None, erasures)
            self._desk.trouble(error)
