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
from leaderplan.app.claims import Claims
from leaderplan.app.platform import demand_platform
from leaderplan.app.program import Program
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.places import run_folder
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


def run(folder: Path, quit_after_paint: bool = False, archive: Path | None = None) -> int:
    """Show the window on the plan in ``folder`` until it is closed; the exit status.

    Where a window shows it already, that one comes forward. An ``archive`` is offered to take the plan's place. With
    ``quit_after_paint`` it ends by itself: 1 where the plan could not be opened. Raises UserError.
    """
    app = application()
    claims = Claims(run_folder())
    if not claims.claim(folder):
        from leaderplan.app.startup import end_startup, right_to_come_forward

        if claims.ask(folder, str(archive.absolute()) if archive else "", right_to_come_forward()):
            end_startup()
            return 0
        raise UserError(
            _("LeaderPlan is open on this plan already, and its window does not answer."),
            _("Wait a little. If it stays so, end that program, then start again: nothing stored is lost."),
        )
    remembered = settings()
    wish, text_scale = remembered.text("theme", "system"), remembered.number("text_scale", 1.0)
    dress(app, wish, text_scale)
    if wish == "system":
        follow_system(app, text_scale)
    leaderplan = Application(folder, remembered)
    sys.excepthook = leaderplan.own_up
    threading.excepthook = _from_thread(leaderplan)
    claims.asked.connect(leaderplan.come_forward)
    leaderplan.opened.connect(lambda: claims.claim(leaderplan.folder))  # it may have moved
    leaderplan.opened.connect(lambda: logs.keep(leaderplan.folder))
    leaderplan.window.show()
    if quit_after_paint:
        leaderplan.opened.connect(lambda: _after_paint(leaderplan.window.close))
        leaderplan.waiting.connect(lambda: _after_paint(partial(app.exit, 1)))
    QTimer.singleShot(0, leaderplan.open)
    if archive is not None:
        QTimer.singleShot(0, partial(leaderplan.come_forward, str(archive)))
    if isinstance(app, Program):
        app.asked.connect(leaderplan.come_forward)
        QTimer.singleShot(0, app.listen)
    status = int(app.exec())
    claims.let_go()  # a new start need not wait for what is left to do
    leaderplan.finish()
    return status


def _from_thread(leaderplan: Application) -> Callable[[threading.ExceptHookArgs], None]:
    """What a thread lets fall is told in the window's thread."""

    def tell(fell: threading.ExceptHookArgs) -> None:
        if fell.exc_value is not None:
            error = fell.exc_value
            QTimer.singleShot(0, leaderplan, lambda: leaderplan.own_up(type(error), error, error.__traceback__))

    return tell


def _after_paint(then: Callable[[], object]) -> None:
    """Once the events that paint the window have been handled."""
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, then))
