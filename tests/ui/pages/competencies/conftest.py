"""The page on the sample plan, shown and active."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Competency, Level
from leaderplan.newplan import new_plan
from leaderplan.store.workspace import Workspace
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies import Competencies
from leaderplan.ui.settings import Settings
from leaderplan.ui.signals import Signals
from leaderplan.ui.tasks import Tasks

TODAY = date(2026, 3, 12)


@pytest.fixture(scope="session")
def templates(tmp_path_factory) -> dict[bool, Path]:
    """The sample plan and a new one, made once and copied for each test."""
    made = {}
    for sample in (True, False):
        made[sample] = tmp_path_factory.mktemp("competencies") / "plan"
        with new_plan(made[sample], sample=sample, today=TODAY):
            pass
    return made


def desk_on(template: Path, folder: Path) -> Iterator[Desk]:
    """A desk on a copy of a plan."""
    tasks = Tasks()
    shutil.copytree(template, folder / "plan")
    with Workspace.open(folder / "plan") as workspace:
        made = Desk(workspace, Signals(), ENGLISH, tasks, Settings(folder / "window.json"), lambda: TODAY)
        workspace.watch(made.signals.changed.emit)
        yield made
        assert tasks.stop()


@pytest.fixture
def filled(dressed, templates: dict[bool, Path], tmp_path: Path) -> Iterator[Desk]:
    """A desk on the sample plan."""
    yield from desk_on(templates[True], tmp_path)


@pytest.fixture
def begun(dressed, templates: dict[bool, Path], tmp_path: Path) -> Iterator[Desk]:
    """A desk on a new plan, which has LeaderPlan's framework and nothing else."""
    yield from desk_on(templates[False], tmp_path)


@pytest.fixture
def show(qtbot):
    """Shows the page of a desk at a size."""

    def shown(desk: Desk, width: int = 1072, height: int = 700) -> Competencies:
        page = Competencies(desk)
        qtbot.addWidget(page)
        for button in page.header_buttons():
            button.setParent(page)
            button.hide()
        page.resize(width, height)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.refresh()
        qtbot.wait(10)  # what was shown is laid out in the next turns
        return page

    return shown


@pytest.fixture
def page(filled: Desk, show) -> Competencies:
    """The page on the sample plan, wide enough for matrix and side panel."""
    return show(filled)


def competency(desk: Desk, title: str) -> Competency:
    """A competency by its title."""
    return next(each for each in desk.plan.all(Competency) if each.title == title)


def level(desk: Desk, rank: int, framework: str | None = None) -> Level:
    """A level by its rank, of a framework by its id where there are several."""
    return next(each for each in desk.plan.all(Level) if each.rank == rank and framework in (None, each.framework))
