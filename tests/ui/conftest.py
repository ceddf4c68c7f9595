"""A dressed application, an open plan, and a window with two small pages of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from leaderplan.domain.edits import add, alter
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.records import Person
from leaderplan.store.workspace import Workspace
from leaderplan.ui.contents import PageCard
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import dress
from leaderplan.ui.pages.page import Heading, Page, PageAction
from leaderplan.ui.place import Place
from leaderplan.ui.settings import Settings
from leaderplan.ui.signals import Signals
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.widgets.editable import EditableText
from leaderplan.ui.window import Window


class Welcome(Page):
    """A page without a filter and without anything to add."""

    key, group, title, icon = "welcome", None, _("Home"), "home"
    sentence = _("Where you stand.")
    search_hint = None


class Team(Page):
    """One record, its name edited in place."""

    key, group, title, icon = "team", _("Lead"), _("People"), "users"
    sentence = _("Who matters.")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sought: list[str] = []
        self.steps: list[int] = []
        self.record: str | None = None
        self.name = EditableText(name="Name", label="Name", one_line=True)
        self.name.edited.connect(self._store)
        QVBoxLayout(self).addWidget(self.name)
        desk.signals.changed.connect(lambda edit, by: self.refresh())

    @property
    def primary(self) -> PageAction:
        return PageAction(_("New"), "plus", self.add)

    @property
    def place(self) -> Place:
        return Place(self.key, self.record)

    def heading(self) -> Heading:
        if self.record is None:
            return super().heading()
        return Heading(self.desk.plan.table(Person)[self.record].name, back="People", steps=True)

    def add(self) -> None:
        person = Person(id="p1", name="Ann Price")
        if self.desk.commit(add(person), self):
            self.show_record(person.id)

    def search(self, text: str) -> None:
        self.sought.append(text)

    def show_record(self, record: str, field: str | None = None) -> None:
        self.record = record
        self.refresh()
        self.header_changed.emit()

    def go_back(self) -> bool:
        was, self.record = self.record, None
        self.header_changed.emit()
        return was is not None

    def step(self, by: int) -> None:
        self.steps.append(by)

    def refresh(self) -> None:
        person = self.desk.plan.table(Person).get(self.record or "")
        self.name.set_text(person.name if person else "")

    def _store(self, text: str) -> None:
        plan = self.desk.plan
        self.desk.commit(alter(plan, plan.table(Person)[self.record or ""], name=text), self)


PAGES = (Welcome, Team)
CARDS = tuple(PageCard.of(page) for page in PAGES)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light theme at 100 %."""
    dress(qapp, "light")
    return qapp


@pytest.fixture
def desk(dressed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """An empty plan, open."""
    tasks = Tasks()
    with Workspace.create(tmp_path / "plan") as workspace:
        yield Desk(workspace, Signals(), ENGLISH, tasks, Settings(tmp_path / "window.json"), lambda: date(2026, 3, 12))
        assert tasks.stop()


OpenPages = Callable[..., Window]
OpenWindow = Callable[..., Window]


@pytest.fixture
def open_pages(qtbot, desk: Desk) -> Iterator[OpenPages]:
    """Opens a window with these pages on the plan, shown at a size."""
    opened: list[Window] = []

    def show(*pages: type[Page], width: int = 1280, height: int = 800) -> Window:
        window = Window(tuple(PageCard.of(page) for page in pages), ENGLISH, desk.settings, desk.tasks)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.open_desk(desk, pages)
        opened.append(window)
        return window

    yield show
    for window in opened:
        window.close()


@pytest.fixture
def open_window(open_pages: OpenPages) -> OpenWindow:
    """Opens a window with the two small pages on the plan, shown at a size."""
    return lambda width=1280, height=800: open_pages(*PAGES, width=width, height=height)
