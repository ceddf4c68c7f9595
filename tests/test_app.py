"""The window as a program: started, painted, closed, and what it does when something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from leaderplan import app, places
from leaderplan.errors import UserError
from leaderplan.newplan import new_plan
from leaderplan.store.workspace import Workspace
from leaderplan.ui.contents import CONTENTS
from leaderplan.ui.fault import FaultDialog
from leaderplan.ui.settings import Settings
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import Paragraph

TODAY = date(2026, 3, 12)
SLOW = (
    "reportlab", "sqlite_utils", "pydantic", "pikepdf", "pypdfium2",
    "leaderplan.store", "leaderplan.exchange", "leaderplan.domain.rules", "leaderplan.domain.records",
)  # fmt: skip


FROM_OUTSIDE = ("pydantic", "reportlab", "pikepdf", "pypdfium2")


@pytest.fixture
def program(qapp: QApplication, qtbot, tmp_path: Path):
    """The joined program on a plan that does not exist yet."""
    from leaderplan.ui.dress import dress

    dress(qapp, "light")
    made = app.Application(tmp_path / "plan", Settings(tmp_path / "window.json"))
    qtbot.addWidget(made.window)
    yield made
    made.window.close()


@pytest.fixture
def begun(program, qtbot, tmp_path: Path):
    """The program on a new plan, open."""
    new_plan(tmp_path / "plan", sample=False, today=TODAY).close()
    program.window.show()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program.open()
    return program


def button(program, words: str) -> Button:
    """The button with these words that can be seen."""
    [found] = [each for each in program.window.findChildren(Button) if each.text() == words and each.isVisible()]
    return found


def said(program) -> str:
    """Every paragraph that can be seen."""
    return "\n".join(each.text() for each in program.window.findChildren(Paragraph) if each.isVisible())


def test_the_first_start_asks_and_begins_a_plan(program, qtbot, tmp_path: Path) -> None:
    with qtbot.waitSignal(program.waiting):
        program.window.show()
        program.open()
    assert program.window.desk is None and not (tmp_path / "plan").exists()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        button(program, "Begin a plan").click()
    assert program.window.desk is not None
    assert program.window.navigator.page is not None
    program.window.close()
    with Workspace.open(tmp_path / "plan") as workspace:
        assert len(workspace.plan.of_table("profile")) == 1


def test_a_plan_that_cannot_be_opened_is_said_in_the_window_and_left_alone(program, qtbot, tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    file = tmp_path / "plan" / "plan.db"
    file.write_bytes(b"not a plan" * 100)
    program.window.show()
    with qtbot.waitSignal(program.waiting, timeout=20_000):
        program.open()
    assert program.window.desk is None
    assert "is not a LeaderPlan plan" in said(program)
    assert file.read_bytes() == b"not a plan" * 100


def test_our_own_fault_leaves_a_report_and_the_window_alive(begun, tmp_path: Path, log_watch) -> None:
    program = begun
    try:
        raise KeyError("words of the person")
    except KeyError as error:
        with log_watch.expect("leaderplan.app.owningup", "made a mistake"):
            program.own_up(type(error), error, error.__traceback__)
    [dialog] = program.window.findChildren(FaultDialog)
    assert dialog.isVisible()
    assert "KeyError" in dialog.report
    [kept] = (tmp_path / "plan" / "log").glob("report-*.txt")
    assert "words of the person" not in kept.read_text(encoding="utf-8") + dialog.report
    dialog.accept()


def test_the_example_opens_in_a_window_of_its_own_and_leaves_the_plan_alone(begun, qtbot) -> None:
    program = begun
    before = program.window.desk.plan
    program.window.desk.signals.example_wanted.emit("people")
    qtbot.waitUntil(lambda: program._example is not None and program._example.window.desk is not None, timeout=30_000)
    example = program._example.window
    assert example.navigator.page.key == "people"
    assert len(example.desk.plan) > 500
    assert example.desk.workspace.folder == places.example_folder()
    assert program.window.desk.plan is before
    program.window.desk.signals.example_wanted.emit("achievements")
    qtbot.waitUntil(lambda: example.navigator.page.key == "achievements", timeout=30_000)
    assert program._example.window is example
    example.close()


def test_before_the_first_paint_nothing_slow_is_imported() -> None:
    code = f"""
import sys
from pathlib import Path
from leaderplan import app, places
from leaderplan.ui.dress import dress
from leaderplan.ui.settings import Settings
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import Paragraph
qt = app.application()
dress(qt, "light")
window = app.Application(Path("x"), Settings()).window
window.show()
window.grab()
print([name for name in sys.modules if name.startswith({SLOW!r})])
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=_offscreen(), check=True)
    assert ran.stdout.strip() == "[]"


def test_a_plan_is_shown_without_what_reads_files_from_outside(tmp_path: Path) -> None:
    new_plan(tmp_path / "plan", sample=True, today=TODAY).close()
    code = f"""
import atexit, sys
atexit.register(lambda: print([name for name in sys.modules if name.split(".")[0] in {FROM_OUTSIDE!r}]))
from leaderplan.cli import main
main()
"""
    ran = subprocess.run(
        [sys.executable, "-c", code, "open", str(tmp_path / "plan"), "--quit-after-paint"],
        capture_output=True, text=True, env=_offscreen(), check=True, timeout=50,
    )  # fmt: skip
    assert ran.stdout.strip() == "[]"


def test_the_program_starts_shows_the_plan_and_ends(tmp_path: Path) -> None:
    new_plan(tmp_path / "plan", sample=True, today=TODAY).close()
    ran = subprocess.run(
        [sys.executable, "-m", "leaderplan", "open", str(tmp_path / "plan"), "--quit-after-paint"],
        capture_output=True, text=True, env=_offscreen(), check=False, timeout=50,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_start_for_measuring_says_when_there_was_nothing_to_measure(tmp_path: Path) -> None:
    (tmp_path / "plan.db").write_bytes(b"")
    ran = subprocess.run(
        [sys.executable, "-m", "leaderplan", "open", str(tmp_path), "--quit-after-paint"],
        capture_output=True, text=True, env=_offscreen(), check=False, timeout=50,
    )  # fmt: skip
    assert ran.returncode == 1


def test_pictures_show_every_page_in_each_theme(qapp: QApplication, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("LEADERPLAN_TODAY", "2026-03-12")
    new_plan(tmp_path / "plan", sample=True, today=TODAY).close()
    written = app.paint(tmp_path / "plan", tmp_path / "out", ["home"], ["light", "dark"], [(1280, 800)])
    assert [path.name for path in written] == ["home-light-1280x800.png", "home-dark-1280x800.png"]
    light, dark = (QImage(str(path)) for path in written)
    assert (light.width(), light.height()) == (1280, 800)
    assert light.pixelColor(225, 300).lightness() > 200 > 60 > dark.pixelColor(600, 790).lightness()


def test_a_page_that_does_not_exist_is_said(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no page"):
        app.paint(tmp_path / "plan", tmp_path / "out", ["attic"], ["light"], [(1280, 800)])
    assert all(card.key != "attic" for card in CONTENTS)


def _offscreen() -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "LEADERPLAN_TODAY": "2026-03-12"}
