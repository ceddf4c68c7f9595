"""The window on one plan: what it opens, and what answers the wishes of its pages."""

from __future__ import annotations

import gc
import logging
import threading
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leaderplan.app.owningup import own_up
from leaderplan.app.pages import PAGES
from leaderplan.app.wishes import bring_in, choose_place, sample, send_for_review
from leaderplan.domain.language import ENGLISH, Language
from leaderplan.domain.messages import _
from leaderplan.places import example_folder, today
from leaderplan.ui.contents import CONTENTS
from leaderplan.ui.desk import Desk
from leaderplan.ui.place import Place
from leaderplan.ui.settings import Settings
from leaderplan.ui.signals import Signals
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.window import Window

if TYPE_CHECKING:
    from leaderplan.domain.messages import Message
    from leaderplan.domain.plan import Plan
    from leaderplan.store.workspace import Workspace
    from leaderplan.ui.care import Care
    from leaderplan.ui.keeper import Keeper
    from leaderplan.ui.reviewing import Reviewing
    from leaderplan.ui.start.doors import Door
    from leaderplan.ui.start.start import Start

_log = logging.getLogger(__name__)


class Application(QObject):
    """The window on one plan, from the first paint to the last store."""

    opened = Signal()
    """The plan is shown."""
    waiting = Signal()
    """There is no plan to show before the person has chosen a way."""
    taken = Signal(object, str)
    """(plan, id): of a backup that is looked at, the record that is to come back."""

    def __init__(self, folder: Path, remembered: Settings, language: Language = ENGLISH) -> None:
        super().__init__()
        self.folder = folder
        self._remembered, self._language = remembered, language
        self._tasks = Tasks(self)
        self.window = Window(CONTENTS, language, remembered, self._tasks)
        self.window.closing.connect(self._close)
        self._desk: Desk | None = None
        self._keeper: Keeper | None = None
        self._newest_step: int | None = None
        self._is_new = False
        self._example: Application | None = None
        self._viewer: Application | None = None
        self._answer: Path | None = None
        self._leaving: threading.Thread | None = None

    @property
    def has_plan(self) -> bool:
        """Whether a plan is shown, or could be."""
        from leaderplan.store.folder import PLAN

        return self._desk is not None or (self.folder / PLAN).exists()

    def open(self) -> None:
        """Open the plan in a task, or ask how to begin; ``opened`` or ``waiting`` tells what came of it."""
        self._start.begin()

    def come_forward(self, path: str = "", right: str = "") -> None:
        """Show the window before all others, by the ``right`` that a later start was given to do so.

        With the path of an archive, ask whether that is to be the plan.
        """
        if right:
            from leaderplan.app.startup import take_over

            take_over(right)
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if path:
            self._start.find(Path(path))

    @cached_property
    def _start(self) -> Start:
        from leaderplan.app.ways import doors
        from leaderplan.ui.start.start import Start

        start = Start(self.window, doors(self.folder), self._language, self._tasks)
        start.opened.connect(self._show_plan)
        start.welcomed.connect(self.waiting)
        start.stuck.connect(self.waiting)
        start.begun.connect(self._note_beginning)
        start.archive_chosen.connect(self.let_go)
        start.example_wanted.connect(lambda: self._make_example("home"))
        return start

    def _note_beginning(self) -> None:
        self._is_new = True

    def _show_plan(self, workspace: Workspace) -> None:
        from leaderplan.ui.tools import add_tools
        from leaderplan.ui.waiting import Waiting

        signals = Signals()
        if workspace.folder != self.folder:
            self._settle_in(workspace.folder)
        self._desk = desk = Desk(
            workspace,
            signals,
            self._language,
            self._tasks,
            self._remembered,
            today,
            self._care_for(workspace),
            self._reviews_of(workspace),
        )
        send = partial(send_for_review, desk, self.window) if desk.reviews is not None else None
        add_tools(self.window, desk, partial(bring_in, desk, self.window), send)
        signals.place_wanted.connect(partial(choose_place, desk, self.window))
        signals.example_wanted.connect(self._make_example)
        signals.replaced.connect(self._open_again)
        signals.archive_wanted.connect(self._start.find)
        signals.restore_wanted.connect(self._restore)
        signals.look_wanted.connect(self._look_at)
        signals.move_wanted.connect(self._move)
        self.window.open_desk(desk, PAGES)
        Waiting(desk, self.window.sidebar, signals)
        self._say_what_is_special(workspace)
        self._keep(desk)
        gc.freeze()  # the plan's records stay: looking through them again and again would hold the window up
        self.opened.emit()
        _log.info("A plan was opened: %d records", len(workspace.plan))
        if self._is_new:
            self._is_new = False
            signals.place_wanted.emit()
        self._offer_answer()

    def _settle_in(self, folder: Path) -> None:
        """The plan lies in another folder than before: the ways to it are others, too."""
        from leaderplan.app.ways import doors

        self.folder = folder
        self._start.lead_to(doors(folder))

    def _care_for(self, workspace: Workspace) -> Care | None:
        from leaderplan.app.caring import Caring

        return None if workspace.read_only or self.folder == example_folder() else Caring(self.folder)

    def _reviews_of(self, workspace: Workspace) -> Reviewing | None:
        from leaderplan.app.reviewing import Reviewing

        return None if workspace.read_only else Reviewing(workspace, self._language)

    def _keep(self, desk: Desk) -> None:
        from leaderplan.app.caring import chores
        from leaderplan.ui.keeper import Keeper

        if desk.care is not None:
            self._keeper = Keeper(desk, chores(desk), self)

    def _say_what_is_special(self, workspace: Workspace) -> None:
        from leaderplan.store.viewing import View
        from leaderplan.ui.viewed import say_what_is_viewed

        self.window.banner.hide()
        if isinstance(workspace, View):
            say_what_is_viewed(self.window, workspace, self._language, self.taken.emit)

    def _open_again(self) -> None:
        """Another program, such as a command that restored a backup, put another plan in its place."""
        self.let_go()
        self._start.open()

    def _restore(self, backup: Path) -> None:
        from leaderplan.app import ways

        self._leave_by(ways.restored(self.folder, backup), _("Going back to the backup"))

    def _move(self, target: Path) -> None:
        from leaderplan.app import ways

        self._leave_by(ways.moved(self.folder, target), _("Moving the plan"))

    def _leave_by(self, door: Door, label: Message) -> None:
        self.let_go()
        self._start.go(door, label)

    def let_go(self) -> None:
        """Close the plan; the window stays."""
        if self._desk is not None:
            self.window.close_desk()
            self._tasks.stop()
        self._close_plan()

    def _close_plan(self) -> None:
        """Once the window has let go of it and every task was asked to stop."""
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None
        if self._desk is not None:
            self._newest_step = None if self._desk.care is None else self._desk.workspace.newest_step
            self._desk.workspace.close()
            self._desk = None

    def finish(self, seconds: float = 120.0) -> None:
        """Leave the plan with a backup and an archive, now that nobody waits for the window any more.

        A second place that does not answer is not waited for longer; what is half written there goes the next time.
        """
        self.leave()
        if self._leaving is not None:
            self._leaving.join(seconds)

    def leave(self) -> None:
        """Begin with that; other windows may still be open."""
        from leaderplan.upkeep import keeping

        if self._newest_step is not None:
            arguments = (self.folder, self._newest_step)
            self._newest_step = None
            self._leaving = threading.Thread(target=keeping.on_close, args=arguments, daemon=True)
            self._leaving.start()

    def _look_at(self, backup: Path) -> None:
        """Show a backup in a window of its own, in which nothing can be changed."""
        from leaderplan.app import ways

        if self._viewer is not None:
            self._viewer.window.close()
        self._viewer = viewer = Application(self.folder, Settings(), self._language)
        viewer.taken.connect(self._take_back)
        viewer.window.show()
        viewer._start.go(ways.backup(self.folder, backup), alone=False)

    def _take_back(self, source: Plan, record: str) -> None:
        from leaderplan.ui.viewed import take_back

        if self._desk is not None:
            take_back(self._desk, source, record)

    def _make_example(self, page: str) -> None:
        """Show a page of the sample plan in a window of its own."""
        self._tasks.start(_("Preparing the example"), sample, lambda folder: self._show_example(folder, page))

    def _show_example(self, folder: Path, page: str) -> None:
        if self._example is None or not self._example.window.isVisible():
            self._example = Application(folder, Settings(), self._language)
            self._example.window.setWindowTitle(self._language.say(_("LeaderPlan – example")))
            self._example.window.show()
            self._example.opened.connect(lambda: self._show_example(folder, page))
            self._example.open()
            return
        self._example.window.navigator.go(Place(page))
        self._example.come_forward()

    def own_up(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error that nobody expected: a report to copy, and the window lives on."""
        own_up(self.window, self.folder, kind, error, trace)

    def take_answer(self, file: Path) -> None:
        """Show what an answer to a review would bring, as soon as the plan is open."""
        self._answer = file
        self.come_forward()
        if self._desk is not None:
            self._offer_answer()

    def _offer_answer(self) -> None:
        from leaderplan.app.arrivals import offer_answer

        if self._answer is not None:
            file, self._answer = self._answer, None
            offer_answer(self.window, file)

    def _close(self) -> None:
        for other in (self._viewer, self._example):
            if other is not None:
                other.window.close()
        self._close_plan()
