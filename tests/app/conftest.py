"""The window on a plan of a few records, and what a person reads in it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from leaderplan.app import Application
from leaderplan.ui.dress import dress
from leaderplan.ui.settings import Settings
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import Paragraph
from tests.store.plans import linked, opened

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    with opened(tmp_path, *linked()) as workspace:
        return workspace.folder


@pytest.fixture
def program(qapp, qtbot, folder, tmp_path):
    """The window on the plan, not yet open."""
    dress(qapp, "light")
    made = Application(folder, Settings(tmp_path / "window.json"))
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


def opens(qtbot, program) -> None:
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program.open()


def hindered(qtbot, program) -> None:
    with qtbot.waitSignal(program.waiting, timeout=20_000):
        program.open()


def said(program) -> str:
    return "\n".join(each.text() for each in program.window.findChildren(Paragraph) if each.isVisible())


def button(program, words: str) -> Button:
    [found] = [each for each in program.window.findChildren(Button) if each.text() == words and each.isVisible()]
    return found


def ways(program) -> list[str]:
    return [each.text() for each in program.window.findChildren(Button) if each.isVisible() and each.text()]
