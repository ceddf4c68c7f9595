"""A window on a plan that was just begun, and a browser where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from leaderplan import app
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.secondplace import SecondPlaceSheet
from leaderplan.ui.dress import dress
from leaderplan.ui.settings import Settings
from leaderplan.ui.widgets.button import Button
from tests.browser.conftest import chromium, new_tab

__all__ = ["chromium", "new_tab"]


@pytest.fixture
def begun(qapp: QApplication, tmp_path: Path, qtbot, monkeypatch) -> Iterator[app.Application]:
    """The program on a new plan, on a day that stays."""
    monkeypatch.setenv("LEADERPLAN_TODAY", "2026-03-12")
    dress(qapp, "light")
    made = app.Application(tmp_path / "plan", Settings(tmp_path / "window.json"))
    made.window.resize(1280, 1000)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    with qtbot.waitSignal(made.waiting):
        made.open()
    [begin] = [each for each in made.window.findChildren(Button) if each.text() == "Begin a plan"]
    with qtbot.waitSignal(made.opened, timeout=20_000):
        begin.click()
    [asked] = made.window.findChildren(SecondPlaceSheet)
    with qtbot.waitActive(made.window):
        asked.close()
        made.window.activateWindow()
    yield made
    made.window.close()


@pytest.fixture
def desk(begun: app.Application) -> Desk:
    """The plan in that window."""
    assert begun.window.desk is not None
    return begun.window.desk
