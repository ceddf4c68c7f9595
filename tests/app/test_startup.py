"""What a desktop gives to a start: the window that is open already gets it."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication

from leaderplan.app.startup import end_startup, right_to_come_forward
from tests.app.conftest import opens


def test_a_window_comes_forward_by_the_right_of_the_later_start(program, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "of the first start")
    assert right_to_come_forward() == "of the first start"
    opens(qtbot, program)
    program.come_forward("", "of the later start")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "of the later start"
    program.come_forward()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "of the later start"


def test_a_minimized_window_is_shown_again_as_large_as_it_was(program, qtbot):
    opens(qtbot, program)
    program.window.showMaximized()
    program.window.showMinimized()
    program.come_forward()
    assert program.window.isMaximized() and not program.window.isMinimized()


def test_where_no_desktop_waits_no_window_is_made(qapp: QApplication, monkeypatch):
    before = len(qapp.allWindows())
    end_startup()
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "launcher-1_TIME2")
    end_startup()  # the tests do not run on X
    assert len(qapp.allWindows()) == before
