"""Joins everything for the window: the composition root.

The window paints first and the plan is opened after that, because the store takes longer to import than the window to
show. A page is imported when it is first shown, and what reads files when a file is to be read.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from platformdirs import user_config_path
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from leaderplan import __version__, faults
from leaderplan.domain.language import ENGLISH, Language
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.places import example_folder, today
from leaderplan.ui.contents import CONTENTS, LatePage
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import dress, follow_system
from leaderplan.ui.pictures import Painter, View
from leaderplan.ui.place import Place
from leaderplan.ui.settings import Settings
from leaderplan.ui.signals import Signals
from leaderplan.ui.start.doors import Doors
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.window import Window

if TYPE_CHECKING:
    from datetime import datetime

    from leaderplan.store.workspace import Workspace
    from leaderplan.ui.pages.page import Page


def application() -> QApplication:
    """The one QApplication, named for the system."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("LeaderPlan")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("leaderplan")
    return app


def settings() -> Settings:
    """What the window remembers on this machine."""
    return Settings(user_config_path("LeaderPlan", appauthor=False, roaming=False) / "window.json")


class Application(QObject):
    """The window on one plan, from the first paint to the last store."""

    opened = Signal()
    """The plan is shown."""
    waiting = Signal()
    """There is no plan to show before the person has chosen a way."""

    def __init__(self, folder: Path, remembered: Settings, language: Language = ENGLISH) -> None:
        super().__init__()
        self._folder, self._remembered, self._language = folder, remembered, language
        self._tasks = Tasks(self)
        self.window = Window(CONTENTS, language, remembered, self._tasks)
        self.window.closing.connect(self._close)
        self._desk: Desk | None = None
        self._example: Application | None = None

    def open(self) -> None:
        """Open the plan in a task, or ask how to begin; ``opened`` or ``waiting`` tells what came of it."""
        from leaderplan.ui.start.start import Start

        self._start = start = Start(self.window, _doors(self._folder), self._language, self._tasks)
        start.opened.connect(self._show_plan)
        start.welcomed.connect(self.waiting)
        start.stuck.connect(self.waiting)
        start.example_wanted.connect(lambda: self._make_example("home"))
        start.begin()

    def _show_plan(self, workspace: Workspace) -> None:
        from leaderplan.ui.tools import add_tools

        signals = Signals()
        self._desk = Desk(workspace, signals, self._language, self._tasks, self._remembered, today)
        add_tools(self.window, self._desk, partial(_bring_in, self._desk, self.window))
        signals.example_wanted.connect(self._make_example)
        signals.replaced.connect(self._open_again)
        self.window.open_desk(self._desk, PAGES)
        gc.freeze()  # the plan's records stay: looking through them again and again would hold the window up
        self.opened.emit()

    def _open_again(self) -> None:
        """Another program, such as a command that restored a backup, put another plan in its place."""
        self.let_go()
        self._start.open()

    def let_go(self) -> None:
        """Close the plan; the window stays."""
        if self._desk is not None:
            self.window.close_desk()
            self._desk.workspace.close()
            self._desk = None

    def _make_example(self, page: str) -> None:
        """Show a page of the sample plan in a window of its own."""
        self._tasks.start(_("Preparing the example"), _sample, lambda folder: self._show_example(folder, page))

    def _show_example(self, folder: Path, page: str) -> None:
        if self._example is None or not self._example.window.isVisible():
            self._example = Application(folder, Settings(), self._language)
            self._example.window.setWindowTitle(self._language.say(_("LeaderPlan – example")))
            self._example.window.show()
            self._example.open()
        self._example.window.navigator.go(Place(page))
        self._example.window.raise_()
        self._example.window.activateWindow()

    def own_up(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error that nobody expected: a report to copy, and the window lives on."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = faults.report(error)
        faults.keep(text, self._folder)
        self.window.show_fault(text)

    def _close(self) -> None:
        if self._desk is not None:
            self._desk.workspace.close()


def _doors(folder: Path) -> Doors:
    """The ways into the plan of a folder; what each needs is imported when somebody takes it."""
    from leaderplan import beginning
    from leaderplan.store import backups
    from leaderplan.store.workspace import Workspace

    def newest_backup() -> datetime | None:
        found = backups.listed(folder)
        return found[0].at if found else None

    return Doors(
        exists=lambda: beginning.has_plan(folder),
        open=lambda progress: Workspace.open(folder, progress=progress),
        begin=lambda _progress: beginning.begin(folder, today()),
        look=lambda _progress: beginning.look(folder),
        salvage=lambda _progress: beginning.look(folder, damaged=True),
        backup=lambda progress: beginning.from_backup(folder, progress),
        newest_backup=newest_backup,
    )


def _sample(_progress: object, _cancelled: object) -> Path:
    """The folder of the sample plan, made where there is none yet."""
    from leaderplan.newplan import new_plan
    from leaderplan.store.folder import PLAN

    folder = example_folder()
    if not (folder / PLAN).exists():
        new_plan(folder, sample=True, today=today()).close()
    return folder


def _bring_in(desk: Desk, window: Window) -> None:
    from leaderplan.ui.dialogs.importing import choose_and_import

    choose_and_import(desk, window)


def _home() -> type[Page]:
    from leaderplan.ui.pages.home import Home

    return Home


def _achievements() -> type[Page]:
    from leaderplan.ui.pages.achievements import Achievements

    return Achievements


def _competencies() -> type[Page]:
    from leaderplan.ui.pages.competencies import Competencies

    return Competencies


def _collaborations() -> type[Page]:
    from leaderplan.ui.pages.collaborations import Collaborations

    return Collaborations


def _people() -> type[Page]:
    from leaderplan.ui.pages.people import People

    return People


def _portfolio() -> type[Page]:
    from leaderplan.ui.pages.portfolio import Portfolio

    return Portfolio


def _settings() -> type[Page]:
    from leaderplan.ui.pages.settings import SettingsPage

    return SettingsPage


_LOADERS: Mapping[str, Callable[[], type[Page]]] = {
    "home": _home,
    "achievements": _achievements,
    "competencies": _competencies,
    "collaborations": _collaborations,
    "people": _people,
    "portfolio": _portfolio,
    "settings": _settings,
}
PAGES: tuple[LatePage, ...] = tuple(LatePage(**vars(card), load=_LOADERS[card.key]) for card in CONTENTS)
"""Every page of the window, in the order of the sidebar."""


def run(folder: Path, quit_after_paint: bool = False) -> int:
    """Show the window on the plan in ``folder`` until it is closed; the exit status.

    With ``quit_after_paint`` it ends by itself: 1 where the plan could not be opened.
    """
    app = application()
    remembered = settings()
    wish, text_scale = remembered.text("theme", "system"), remembered.number("text_scale", 1.0)
    dress(app, wish, text_scale)
    if wish == "system":
        follow_system(app, text_scale)
    leaderplan = Application(folder, remembered)
    sys.excepthook = leaderplan.own_up
    leaderplan.window.show()

    if quit_after_paint:
        leaderplan.opened.connect(lambda: _after_paint(leaderplan.window.close))
        leaderplan.waiting.connect(lambda: _after_paint(partial(app.exit, 1)))
    QTimer.singleShot(0, leaderplan.open)
    return int(app.exec())


def paint(
    folder: Path, output: Path, pages: Sequence[str], themes: Sequence[str], sizes: Sequence[tuple[int, int]]
) -> list[Path]:
    """Write pages of the window on the plan in ``folder`` as PNG files; the paths written."""
    app = application()
    unknown = set(pages) - {card.key for card in CONTENTS}
    if unknown:
        known = ", ".join(card.key for card in CONTENTS)
        raise UserError(
            _("There is no page “{name}”.", name=min(unknown)), _("Take one of these: {names}.", names=known)
        )
    made: list[Path] = []
    for theme in themes:
        dress(app, theme)
        leaderplan = Application(folder, Settings())
        wait_for(leaderplan)
        if leaderplan.window.desk is None:
            raise UserError(_("The plan could not be opened."), _("Look at it with “leaderplan check”."))
        keys = pages or [card.key for card in CONTENTS]
        views = [View(key, theme, size) for key in keys for size in sizes]
        painter = Painter(leaderplan.window, views, output)
        loop = QEventLoop()
        painter.finished.connect(loop.quit)
        painter.start()
        loop.exec()
        made += painter.written
        leaderplan.window.close()
    return made


def wait_for(leaderplan: Application) -> None:
    """Open the plan and come back when it is shown, or cannot be."""
    loop = QEventLoop()
    leaderplan.opened.connect(loop.quit)
    leaderplan.waiting.connect(loop.quit)
    QTimer.singleShot(0, leaderplan.open)
    loop.exec()


def _after_paint(then: Callable[[], object]) -> None:
    """Once the events that paint the window have been handled."""
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, then))
