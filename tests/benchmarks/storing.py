"""Editing, undoing and searching a plan of 10,000 records, through the one door and in the open window."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from leaderplan.app.pages import PAGES
from leaderplan.domain import edits
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement
from leaderplan.store.workspace import Workspace
from leaderplan.ui.contents import CONTENTS
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import dress
from leaderplan.ui.place import Place
from leaderplan.ui.settings import Settings
from leaderplan.ui.signals import Signals
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.window import Window
from tests.benchmarks.plans import TODAY, stored
from tests.benchmarks.timing import each, line, once, p95

TIMES = 200
TYPED = ("w", "wa", "wait", "waited", "bus school", "rent claim visit", "nobody as", "council")


def run(folder: Path) -> None:
    """Print the figures."""
    count = stored(folder / "plan", 10_000)
    with Workspace.open(folder / "plan") as workspace:
        _store(workspace, count)
        _window(workspace, count)


def _store(workspace: Workspace, count: int) -> None:
    stories = workspace.plan.all(Achievement)

    def edit(turn: int) -> None:
        story = stories[turn % len(stories)]
        workspace.commit(edits.alter(workspace.plan, story, result=f"Another result {turn}"))

    line(f"one edit stored, {count:,} records, p95", f"{p95(each(edit, TIMES)):.1f} ms", "goal 10 ms with repaint")
    line("undo of one edit, p95", f"{p95(each(lambda _turn: workspace.undo(), 50)):.1f} ms")
    many = [replace(story, id=f"new-{story.id}-{n}") for n in range(2) for story in stories[:500]]
    workspace.commit(edits.add(*many))
    line("undo of an import of 1,000 records", f"{once(workspace.undo) / 1000:.2f} s", "goal 0.3 s")
    found = each(lambda turn: workspace.search(TYPED[turn % len(TYPED)]), TIMES)
    line(f"search, {count:,} records, p95", f"{p95(found):.1f} ms", "goal 16 ms painted")


def _window(workspace: Workspace, count: int) -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    dress(app, "light")
    tasks = Tasks()
    desk = Desk(workspace, Signals(), ENGLISH, tasks, Settings(), lambda: TODAY)
    window = Window(CONTENTS, ENGLISH, Settings(), tasks)
    window.resize(1280, 800)
    window.show()
    window.open_desk(desk, PAGES)
    stories = workspace.plan.all(Achievement)
    window.navigator.go(Place("achievements", stories[0].id))
    window.grab()

    def edit(turn: int) -> None:
        desk.commit(edits.alter(workspace.plan, stories[0], result=f"In the window {turn}"), None)
        window.repaint()

    took = each(edit, TIMES)
    line(f"one edit, stored, told and repainted, {count:,} records, p95", f"{p95(took):.1f} ms", "goal 10 ms")
    window.close()
