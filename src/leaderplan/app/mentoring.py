"""The windows on reviews of others: all of them in one process, so that no review is written on in two places."""

from __future__ import annotations

import logging
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from leaderplan.app.claims import Claims
from leaderplan.app.owningup import own_up
from leaderplan.domain.language import ENGLISH, Language
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.places import reviews_folder
from leaderplan.ui.arriving import Arriving

_log = logging.getLogger(__name__)

if TYPE_CHECKING:  # most starts open no review
    from leaderplan.exchange.review.manifest import Head
    from leaderplan.ui.mentor.window import MentorWindow


class Mentoring(QObject):
    """Opens reviews, each in a window of its own."""

    arrived = Signal(str)
    """The path of a review or an answer that was dropped on one of them."""

    def __init__(self, claims: Claims, language: Language = ENGLISH, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claims, self._language = claims, language
        self.windows: list[MentorWindow] = []

    def open(self, file: Path, right: str = "") -> MentorWindow | None:
        """Show a review; the window that has it already comes forward, also where that is another process's.

        None where another process shows it. Raises UserError where that does not answer.
        """
        if not self._claims.claim(reviews_folder()):
            if self._claims.ask(reviews_folder(), str(file.absolute()), right):
                return None
            raise UserError(
                _("Another window of LeaderPlan shows reviews, and it does not answer."),
                _("Wait a little. If it stays so, end that program, then start again: nothing written is lost."),
            )
        if right:
            from leaderplan.app.startup import take_over

            take_over(right)
        place = file.resolve()
        for window in self.windows:
            if window.file.resolve() == place:
                window.come_forward()
                return window
        return self._new(file)

    def own_up(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error that nobody expected, in a process that shows nothing but reviews."""
        own_up(self.windows[-1] if self.windows else None, reviews_folder(), kind, error, trace)

    def _new(self, file: Path) -> MentorWindow:
        from leaderplan.app.answering import Answering
        from leaderplan.ui.mentor.window import MentorWindow

        window = MentorWindow(file, Answering(), self._language)
        self.windows.append(window)
        window.entered.connect(lambda head: self._look_for_another(window, head))
        window.closing.connect(lambda: self._forget(window))
        window.shown.connect(lambda: _log.info("A review was opened"))
        Arriving(window).arrived.connect(self.arrived)
        window.show()
        QTimer.singleShot(0, window, window.open)
        return window

    def _look_for_another(self, window: MentorWindow, head: Head) -> None:
        """Two files may be of one review: what is written on it is one book."""
        for other in self.windows:
            if other is not window and other.head is not None and other.head.identity == head.identity:
                window.give_way()
                other.come_forward()

    def _forget(self, window: MentorWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
            window.deleteLater()
