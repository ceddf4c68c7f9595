"""The window: sidebar, header, the page in view, status bar, toast and keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.ui import actions
from leaderplan.ui.actions import Actions, Command
from leaderplan.ui.banner import Banner
from leaderplan.ui.contents import LatePage, PageCard
from leaderplan.ui.desk import Desk, sentences
from leaderplan.ui.dress import current_theme
from leaderplan.ui.fault import FaultDialog
from leaderplan.ui.focus import FocusRing
from leaderplan.ui.header import Header
from leaderplan.ui.navigator import Navigator
from leaderplan.ui.place import Place
from leaderplan.ui.settings import Settings
from leaderplan.ui.sidebar import Sidebar
from leaderplan.ui.signals import Notice
from leaderplan.ui.statusbar import StatusBar
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.watcher import Watcher
from leaderplan.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from leaderplan.ui.pages.page import Page

FOLD_BELOW: Final = 1000
SMALLEST: Final = QSize(640, 480)
USUAL: Final = QSize(1280, 800)


class Window(QWidget):
    """Can be shown before a plan is open; :meth:`open_desk` then brings the pages to life."""

    closing = Signal()
    """All is stored and every task has stopped; the window goes."""

    def __init__(self, cards: Sequence[PageCard], language: Language, settings: Settings, tasks: Tasks) -> None:
        super().__init__()
        self._language, self._settings, self._tasks = language, settings, tasks
        self._desk: Desk | None = None
        self._watcher: Watcher | None = None
        self._start: QWidget | None = None
        self._offered: list[Command] = []
        self.setWindowTitle("LeaderPlan")
        self.setMinimumSize(SMALLEST)
        self.sidebar = Sidebar(cards, language, self)
        self.banner = Banner(self)
        self.header = Header(language, self)
        self._stack = QStackedWidget(self)
        self.status = StatusBar(language, tasks, self)
        self.toast = Toast(language.say(_("Undo")), language.say(_("Close")), self)
        self.navigator = Navigator(cards, language, self.header, self._stack, self.sidebar)
        self.commands = Actions(self, language)
        self._ring = FocusRing(self)
        self._lay_out()
        self._cards: Sequence[PageCard] = ()
        self._add_commands()
        self.toast.undone.connect(self._undo)
        self.navigator.shown.connect(self._page_shown)
        tasks.failed.connect(self.show_error)
        tasks.broken.connect(self.show_fault)
        self.navigator.announce(settings.text("page"))
        size = settings.numbers("window")
        self.resize(QSize(*size) if len(size) == 2 else USUAL)

    @property
    def desk(self) -> Desk | None:
        """The open plan; None before one is open."""
        return self._desk

    def open_desk(self, desk: Desk, pages: Sequence[type[Page] | LatePage]) -> None:
        """Show an open plan, on the page that was in view last."""
        self._forget_start()
        self._desk = desk
        desk.signals.noticed.connect(self.show_notice)
        desk.signals.backed_up.connect(self.status.saved)
        if self._watcher is not None:
            self._watcher.stop()
        self._watcher = Watcher(desk, self)
        if desk.workspace.read_only:
            self.status.only_looked_at()
        else:
            self.status.saved()
        self._list_pages([PageCard.of(page) for page in pages])
        self.navigator.open_desk(desk, pages, self._settings.text("page"))

    def show_start(self, view: QWidget, alone: bool = True) -> None:
        """Show what stands here before there is a plan; ``alone`` without the pages, which lead nowhere yet."""
        self._forget_start()
        self._start = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        for part in (self.sidebar, self.header):
            part.setVisible(not alone)

    def close_desk(self) -> None:
        """Let go of the plan and of every page; what is still typed is stored."""
        self.navigator.settle()
        self.navigator.let_go()
        self.toast.retract()
        while self._offered:
            self.commands.enable(self._offered.pop(), False)
        if self._watcher is not None:
            self._watcher.stop()
        self._desk = None

    def _forget_start(self) -> None:
        if self._start is not None:
            self._stack.removeWidget(self._start)
            self._start.deleteLater()
            self._start = None
        self.sidebar.show()
        self.header.show()

    def offer(self, command: Command, slot) -> QAction:
        """Add something that can be done from anywhere until the plan is closed: capture, the palette, help."""
        self._offered.append(command)
        return self.commands.add(command, slot)

    def show_notice(self, notice: Notice) -> None:
        """Say one sentence for a while."""
        self.toast.say(self._language.say(notice.message), undo=notice.undo, trouble=notice.trouble)

    def show_error(self, error: UserError) -> None:
        """Say what went wrong and what to do about it; it stays until it is closed."""
        self.show_notice(Notice(sentences(error), trouble=True))

    def show_fault(self, report: str) -> None:
        """Say that the program failed, with a report to copy."""
        FaultDialog(report, self._language, self).open()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().surface)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        if self.toast.isVisible():
            self.toast.place()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs the room that a narrower window has not."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_desk()
        self._tasks.stop()
        if not self.isMaximized() and not self.isFullScreen():
            self._settings.keep("window", [self.width(), self.height()])
        self._settings.save()
        self.closing.emit()
        super().closeEvent(event)

    def _fold(self) -> None:
        narrow = self.width() < current_theme().type.px(FOLD_BELOW)
        self.sidebar.fold(narrow)
        self.header.narrow(narrow)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.banner)
        main.addWidget(self.header)
        main.addWidget(self._stack, 1)
        grid.addWidget(self.sidebar, 0, 0)
        grid.addLayout(main, 0, 1)
        grid.addWidget(self.status, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)

    def _list_pages(self, cards: Sequence[PageCard]) -> None:
        if cards == self._cards:
            return
        self._cards = cards
        self.sidebar.list_pages(cards)
        for number, card in enumerate(cards[:10], start=1):
            go = Command(f"page:{card.key}", card.title, card.icon, (f"Ctrl+{number % 10}",))
            self.commands.add(go, partial(self.navigator.go, Place(card.key)))

    def _add_commands(self) -> None:
        add = self.commands.add
        add(actions.NEW, self.navigator.press_primary)
        add(actions.EXPORT, self.navigator.press_export)
        add(actions.FIND, self.header.open_search)
        add(actions.BACK, self.navigator.back)
        add(actions.VERSIONS, self.navigator.show_versions)
        self.commands.enable(actions.VERSIONS, False)
        self.navigator.record_shown.connect(partial(self.commands.enable, actions.VERSIONS))
        add(actions.UNDO, self._undo)
        add(actions.REDO, self._redo)

    def _page_shown(self, page: Page) -> None:
        self._settings.keep("page", page.key)
        self.commands.enable(actions.EXPORT, page.export is not None)
        self.commands.enable(actions.FIND, page.search_hint is not None)

    def _undo(self) -> None:
        self.navigator.settle()
        step = self._desk.undo(self) if self._desk is not None else None
        if step is not None:
            self.status.say(_("Taken back: {what}", what=step.label))

    def _redo(self) -> None:
        self.navigator.settle()
        step = self._desk.redo(self) if self._desk is not None else None
        if step is not None:
            self.status.say(_("Done again: {what}", what=step.label))
