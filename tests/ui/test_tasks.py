"""Slow work: the window hears of its progress, can stop it, and is told in a sentence when it fails."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.ui.statusbar import StatusBar
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.text import PlainLabel
from tests.ui.finding import the

EXPORTING = _("Exporting")


@pytest.fixture
def tasks(dressed: QApplication):
    """Tasks that are stopped in the end."""
    made = Tasks()
    yield made
    assert made.stop()


def test_the_result_arrives_in_the_thread_of_the_window(tasks: Tasks, qtbot) -> None:
    heard: list[tuple[object, threading.Thread]] = []
    task = tasks.start(
        EXPORTING, lambda progress, cancelled: 42, lambda r: heard.append((r, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(42, threading.main_thread())]
    assert task not in tasks.running


def test_progress_is_heard_in_order(tasks: Tasks, qtbot) -> None:
    begun = threading.Event()

    def work(progress, cancelled) -> None:
        begun.wait(5)
        for step in range(1, 4):
            progress(step, 3)

    steps: list[tuple[int, int]] = []
    done: list[object] = []
    task = tasks.start(EXPORTING, work, done.append)
    task.progressed.connect(lambda *step: steps.append(step))
    begun.set()
    qtbot.waitUntil(lambda: bool(done))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_cancelled_work_stops_at_its_next_step_and_says_nothing(tasks: Tasks, qtbot) -> None:
    def work(progress, cancelled) -> None:
        while True:
            progress(0, 0)

    said: list[object] = []
    task = tasks.start(EXPORTING, work, said.append, said.append)
    task.cancel()
    qtbot.waitUntil(lambda: not tasks.running)
    assert said == []


def test_a_failure_is_told_as_its_sentences(tasks: Tasks, qtbot) -> None:
    def work(progress, cancelled) -> None:
        raise UserError(_("The disk is full."), _("Make room and try again."))

    with qtbot.waitSignal(tasks.failed) as heard:
        tasks.start(EXPORTING, work, lambda result: None)
    assert str(heard.args[0]) == "The disk is full. Make room and try again."


def test_a_fault_of_ours_becomes_a_report(tasks: Tasks, qtbot) -> None:
    with qtbot.waitSignal(tasks.broken) as heard:
        tasks.start(EXPORTING, lambda progress, cancelled: 1 / 0, lambda result: None)
    assert "ZeroDivisionError" in heard.args[0]


def test_the_status_bar_shows_the_work_and_cancels_it(tasks: Tasks, qtbot) -> None:
    bar = StatusBar(ENGLISH, tasks)
    qtbot.addWidget(bar)
    bar.show()
    seven = threading.Event()

    def work(progress, cancelled) -> None:
        progress(7, 18)
        seven.wait(5)
        while True:
            progress(8, 18)

    tasks.start(EXPORTING, work, lambda result: None)
    labels = bar.findChildren(PlainLabel)
    qtbot.waitUntil(lambda: any(label.text() == "Exporting 7 of 18" for label in labels))
    cancel = the(Link, bar)
    assert cancel.isVisible()
    seven.set()
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not cancel.isVisible())
    assert not tasks.running


def test_the_older_of_two_is_shown_again_when_the_newer_ends(tasks: Tasks, qtbot) -> None:
    bar = StatusBar(ENGLISH, tasks)
    qtbot.addWidget(bar)
    bar.show()
    first, second = threading.Event(), threading.Event()
    tasks.start(_("Checking"), lambda progress, cancelled: first.wait(5), lambda result: None)
    tasks.start(EXPORTING, lambda progress, cancelled: second.wait(5), lambda result: None)
    shown = [label for label in bar.findChildren(PlainLabel) if label.isVisible()]
    assert [label.text() for label in shown if label.text()] == ["Exporting"]
    second.set()
    qtbot.waitUntil(lambda: any(label.text() == "Checking" for label in shown))
    first.set()
    qtbot.waitUntil(lambda: not tasks.running)


def test_what_nobody_asked_for_is_never_shown(tasks: Tasks, qtbot) -> None:
    bar = StatusBar(ENGLISH, tasks)
    qtbot.addWidget(bar)
    bar.show()
    first, second = threading.Event(), threading.Event()
    tasks.start(_("Looking"), lambda progress, cancelled: first.wait(5), lambda result: None, quiet=True)
    tasks.start(EXPORTING, lambda progress, cancelled: second.wait(5), lambda result: None)
    second.set()
    cancel = the(Link, bar)
    qtbot.waitUntil(lambda: not cancel.isVisible())
    assert not any(label.text() == "Looking" for label in bar.findChildren(PlainLabel) if label.isVisible())
    first.set()
    qtbot.waitUntil(lambda: not tasks.running)
    assert not cancel.isVisible()


def test_while_a_task_runs_no_thread_collects_widgets(qtbot, dressed) -> None:
    gc.enable()
    try:
        first, second = Tasks(), Tasks()
        seen: list[bool] = []
        for tasks in (first, second):
            tasks.start(_("Look"), lambda _progress, _cancelled: seen.append(gc.isenabled()), lambda _done: None)
        assert not gc.isenabled()
        qtbot.waitUntil(lambda: not first.running and not second.running)
        assert seen == [False, False]
        assert gc.isenabled()
    finally:
        gc.disable()
