"""Starts on a review that somebody was sent: no plan is needed for that, and none is made."""

from __future__ import annotations

import sys
import threading
from functools import partial
from pathlib import Path

from leaderplan import logs
from leaderplan.app.claims import Claims
from leaderplan.app.mentoring import Mentoring
from leaderplan.app.owningup import from_thread
from leaderplan.app.program import Program
from leaderplan.app.running import after_paint, application, dressed, handed_over
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.places import reviews_folder, run_folder
from leaderplan.ui.arriving import is_review


def read_review(folder: Path, file: Path, quit_after_paint: bool = False) -> int:
    """Show a review until its window is closed; the exit status.

    Where a window of LeaderPlan is open already, be it on the plan in ``folder`` or on reviews, that process shows it.
    With ``quit_after_paint`` it ends by itself: 1 where the review is not there to read. Raises UserError.
    """
    app = application()
    claims = Claims(run_folder())
    if not claims.claim(reviews_folder()):
        return _hand_over(claims, reviews_folder(), file)
    if not claims.claim(folder):
        claims.let_go()
        return _hand_over(claims, folder, file)
    claims.let_go(but=reviews_folder())
    dressed(app)
    mentoring = Mentoring(claims)
    sys.excepthook = mentoring.own_up
    threading.excepthook = from_thread(mentoring, mentoring.own_up)
    logs.keep(reviews_folder())
    claims.asked.connect(partial(_take, mentoring))
    mentoring.arrived.connect(partial(_take, mentoring))
    window = mentoring.open(file)
    if quit_after_paint and window is not None:
        window.shown.connect(lambda: after_paint(window.close))
        window.hindered.connect(lambda: after_paint(partial(app.exit, 1)))
    if isinstance(app, Program):
        app.asked.connect(partial(_take, mentoring))
        app.listen()
    status = int(app.exec())
    claims.let_go()
    return status


def _take(mentoring: Mentoring, path: str = "", right: str = "") -> None:
    """Another review; an answer belongs to a plan, which this process does not show."""
    window = mentoring.windows[-1] if mentoring.windows else None
    if is_review(path):
        mentoring.open(Path(path), right)
    elif path and window is not None:
        window.show_error(UserError(
            _("This is no review."), _("An answer is opened where the plan is open from which the review was sent.")
        ))  # fmt: skip


def _hand_over(claims: Claims, place: Path, file: Path) -> int:
    if handed_over(claims, place, file):
        return 0
    raise UserError(
        _("A window of LeaderPlan is open already, and it does not answer."),
        _("Wait a little. If it stays so, end that program, then start again: nothing written is lost."),
    )
