"""Starts the window, and ends with it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from leaderplan import __version__, logs
from leaderplan.app.application import Application
from leaderplan.app.arrivals import Arrivals
from leaderplan.app.claims import Claims
from leaderplan.app.mentoring import Mentoring
from leaderplan.app.owningup import from_thread
from leaderplan.app.platform import demand_platform
from leaderplan.app.program import Program
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.places import reviews_folder, run_folder
from leaderplan.ui.arriving import Arriving
from leaderplan.ui.brand import window_icon
from leaderplan.ui.dress import dress, follow_system
from leaderplan.ui.settings import Settings


def application() -> QApplication:
    """The one QApplication, named for the system. Raises UserError where Qt cannot start."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        demand_platform()
        app = Program(sys.argv[:1])
    app.setApplicationName("LeaderPlan")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("leaderplan")
    app.setWindowIcon(window_icon())
    return app


def settings() -> Settings:
    """What the window remembers on this machine."""
    return Settings(user_config_path("LeaderPlan", appauthor=False, roaming=False) / "window.json")


def dressed(app: QApplication) -> Settings:
    """Put the theme on that the person wished for; what else the window remembers."""
    remembered = settings()
    wish, text_scale = remembered.text("theme", "system"), remembered.number("text_scale", 1.0)
    dress(app, wish, text_scale)
    if wish == "system":
        follow_system(app, text_scale)
    return remembered


def run(folder: Path, quit_after_paint: bool = False, file: Path | None = None) -> int:
    """Show the window on the plan in ``folder`` until it is closed; the exit status.

    Where a window shows it already, that one comes forward. A ``file`` is an archive, which is offered to take the
    plan's place, or an answer to a review. With ``quit_after_paint`` it ends by itself: 1 where the plan could not be
    opened. Raises UserError.
    """
    app = application()
    claims = Claims(run_folder())
    if not claims.claim(folder):
        if handed_over(claims, folder, file):
            return 0
        raise UserError(
            _("LeaderPlan is open on this plan already, and its window does not answer."),
            _("Wait a little. If it stays so, end that program, then start again: nothing stored is lost."),
        )
    leaderplan = Application(folder, dressed(app))
    mentoring = Mentoring(claims)
    arrivals = Arrivals(leaderplan, mentoring, claims)
    sys.excepthook = leaderplan.own_up
    threading.excepthook = from_thread(leaderplan, leaderplan.own_up)
    claims.asked.connect(arrivals.take)
    mentoring.arrived.connect(arrivals.take)
    Arriving(leaderplan.window).arrived.connect(arrivals.take)
    leaderplan.opened.connect(lambda: claims.claim(leaderplan.folder))  # it may have moved
    leaderplan.opened.connect(lambda: logs.keep(leaderplan.folder))
    leaderplan.window.closing.connect(lambda: _leave_reviews_open(leaderplan, mentoring, claims))
    leaderplan.window.show()
    if quit_after_paint:
        leaderplan.opened.connect(lambda: after_paint(leaderplan.window.close))
        leaderplan.waiting.connect(lambda: after_paint(partial(app.exit, 1)))
    QTimer.singleShot(0, leaderplan.open)
    if file is not None:
        QTimer.singleShot(0, partial(arrivals.take, str(file)))
    if isinstance(app, Program):
        app.asked.connect(arrivals.take_from_system)
        QTimer.singleShot(0, app.listen)
    status = int(app.exec())
    claims.let_go()  # a new start need not wait for what is left to do
    leaderplan.finish()
    return status


def handed_over(claims: Claims, plan: Path, file: Path | None) -> bool:
    """Whether the window that shows ``plan`` came forward, and opens ``file``."""
    from leaderplan.app.startup import end_startup, right_to_come_forward

    heard = claims.ask(plan, str(file.absolute()) if file else "", right_to_come_forward())
    if heard:
        end_startup()
    return heard


def _leave_reviews_open(leaderplan: Application, mentoring: Mentoring, claims: Claims) -> None:
    """The plan's window goes, and reviews stay: another start may have the plan."""
    if mentoring.windows:
        QTimer.singleShot(0, partial(claims.let_go, reviews_folder()))
        QTimer.singleShot(0, leaderplan.leave)


def after_paint(then: Callable[[], object]) -> None:
    """Once the events that paint the window have been handled."""
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, then))
