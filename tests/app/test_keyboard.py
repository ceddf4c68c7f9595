"""Where the keyboard is after something was made: a person who goes on typing types into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from leaderplan.domain.records import Achievement
from leaderplan.ui.dialogs.capture import Capture
from leaderplan.ui.place import Place
from tests.app.conftest import opens

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=[1280, 800], ids=["wide", "narrow"])
def window(request, qtbot, program):
    """The window in front of all others, wide enough for a list beside its record, or not."""
    program.window.resize(request.param, 700)
    opens(qtbot, program)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    return program.window


def focused() -> QWidget:
    """Whatever has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def typed(words: str) -> None:
    """Keys to whatever has the keyboard."""
    QTest.keyClicks(focused(), words)


def story_of(window, title: str) -> Achievement:
    [found] = [each for each in window.desk.plan.all(Achievement) if each.title == title]
    return found


@pytest.mark.parametrize("page", ["home", "achievements", "people"])
def test_whoever_keeps_a_line_and_opens_it_goes_on_with_its_story(window, qtbot, page):
    window.navigator.go(Place(page))
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | SHIFT)
    [capture] = window.findChildren(Capture)
    qtbot.waitUntil(capture.line.hasFocus)
    typed("Opened the night desk")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    with qtbot.waitActive(window):
        window.activateWindow()  # as a window manager does when the window before it goes
    typed("Nobody answered at night.")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert story_of(window, "Opened the night desk").situation == "Nobody answered at night."
    QTest.keyClick(focused(), Qt.Key.Key_Return)  # Tab led to the next part of the story
    typed("Find out who calls.")
    window.navigator.settle()
    assert story_of(window, "Opened the night desk").task == "Find out who calls."


def test_whoever_makes_a_new_one_types_its_title(window, qtbot):
    window.navigator.go(Place("achievements"))
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    typed("Opened the night desk")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    story = story_of(window, "Opened the night desk")
    assert window.navigator.record == story.id
