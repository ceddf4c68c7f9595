"""From an empty folder to a promotion portfolio, by hand, in the real program; then every step is taken back."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leaderplan import app
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Collaboration, Measure, Stage
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.capture import Capture
from leaderplan.ui.dialogs.secondplace import SecondPlaceSheet
from leaderplan.ui.dress import dress
from leaderplan.ui.settings import Settings
from leaderplan.ui.widgets.button import Button
from tests.journeys.hands import Hands

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINE = "Cut benefit claims from 21 to 4 days with Ann Price last March #transform"
STORY = {
    "Situation": "People waited three weeks to hear whether their rent would be paid.",
    "Task": "Ann Price and I promised a decision within five days.",
    "Action": "I brought the four teams into one room and struck out eleven of sixteen steps.",
    "Result": "Nine of ten claims are decided while the caller is on the line.",
    "My part": "I carried the risk of trusting the landlord's record.",
}


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot, monkeypatch):
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
    [asked] = made.window.findChildren(SecondPlaceSheet)  # where sealed copies go; not today
    with qtbot.waitActive(made.window):
        asked.close()
        made.window.activateWindow()
    yield made
    made.window.close()


@pytest.fixture
def desk(program) -> Desk:
    assert program.window.desk is not None
    return program.window.desk


@pytest.fixture
def hands(program, qtbot) -> Hands:
    return Hands(program.window, qtbot.waitUntil)


@pytest.mark.timeout(180)
def test_from_an_empty_folder_to_a_portfolio_and_back(program, desk: Desk, hands: Hands, qtbot, tmp_path: Path) -> None:
    plans: list[Plan] = [desk.plan]
    desk.workspace.watch(lambda _edit, _by: plans.append(desk.plan))

    _capture(program, desk, hands, qtbot)
    _tell_the_story(desk, hands)
    _claim(desk, hands)
    _collaborate(desk, hands, qtbot)
    text = _export(program, desk, hands, qtbot, tmp_path / "portfolio.pdf")

    said = " ".join(text.split())
    for part in (
        "Rhian Calloway",
        "Cut benefit claims from 21 to 4 days",
        "Ann Price",
        "21 days",
        "4 days",
        *STORY.values(),
    ):
        assert part in said
    for part in (
        "Nobody waits for a letter",
        "A claim is paid twice",
        "stop at one in a hundred",
        "Callers ring in vain",
    ):
        assert part in said
    assert desk.plan.all(Claim)
    _take_everything_back(desk, plans)


def _capture(program, desk: Desk, hands: Hands, qtbot) -> None:
    hands.keys(Qt.Key.Key_A, CTRL | SHIFT)
    sheet = hands.see("Capture", Capture)
    for letter in LINE:
        hands.letters(sheet.line, letter)
    hands.press_key(sheet.line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: program.window.navigator.page.key == "achievements")
    [story] = desk.plan.all(Achievement)
    assert story.title == "Cut benefit claims from 21 to 4 days"
    assert story.people


def _tell_the_story(desk: Desk, hands: Hands) -> None:
    for part, words in STORY.items():
        hands.write(part, words)
    [story] = desk.plan.all(Achievement)
    assert (story.situation, story.my_part) == (STORY["Situation"], STORY["My part"])
    [measure] = desk.plan.all(Measure)
    assert (measure.baseline, measure.unit) == (21.0, "days")


def _claim(desk: Desk, hands: Hands) -> None:
    hands.choose("Claim a competency", "The citizen’s side")
    [claim] = desk.plan.all(Claim)
    assert claim.achievement == desk.plan.all(Achievement)[0].id
    hands.done()


def _collaborate(desk: Desk, hands: Hands, qtbot) -> None:
    hands.go("Collaborations")
    hands.press("New")
    qtbot.waitUntil(lambda: bool(desk.plan.all(Collaboration)))
    hands.type_on("Claims in four days")
    hands.write("What citizens need", "Nobody waits for a letter that is only a date.")
    hands.press(_who(hands))
    hands.write("Lead", "Ann Price")
    hands.write("Co-owner", "Me")
    for side, risk, rule in (
        ("IT carries: Add a risk", "Callers ring in vain", "stop after two days"),
        ("The service carries: Add a risk", "A claim is paid twice", "stop at one in a hundred"),
    ):
        hands.choose(side, "Another risk")
        hands.write("Risk", risk)
        hands.write("We stop when", rule)
        hands.done()
    hands.choose("Add a measure", "Time to complete")
    hands.write("Before", "21")
    hands.write("Target", "5")
    hands.done()
    for _stage in (Stage.TALKED, Stage.INTERESTED, Stage.AGREED):
        before = desk.plan.all(Collaboration)[0].stage
        hands.press("Move to", starting=True)
        qtbot.waitUntil(lambda before=before: desk.plan.all(Collaboration)[0].stage is not before)
    assert desk.plan.all(Collaboration)[0].stage is Stage.AGREED


def _who(hands: Hands) -> str:
    return next(name for name in hands.names() if "lead" in name and ":" not in name)


def _export(program, desk: Desk, hands: Hands, qtbot, path: Path) -> str:
    hands.go("Portfolio")
    page = program.window.navigator.page
    page._ask_target = lambda *_asked: path
    hands.press("About you")
    hands.write("Name", "Rhian Calloway")
    hands.press("Stories")
    for id in (desk.plan.all(Achievement)[0].id, desk.plan.all(Collaboration)[0].id):
        page.show_record(id)
        if id not in page.contents.model.inside:
            hands.press("Take in")
        assert id in page.contents.model.inside
    hands.press("Export")
    qtbot.waitUntil(path.exists, timeout=60_000)
    document = pdfium.PdfDocument(path)
    text = "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    document.close()
    return text


def _take_everything_back(desk: Desk, plans: list[Plan]) -> None:
    """Each undo leads to a plan that stood before, and the last one to the empty plan."""
    begin, stood = plans[0], list(plans)
    steps = 0
    while desk.workspace.can_undo is not None:
        desk.undo()
        steps += 1
        assert any(desk.plan == plan for plan in stood)
    assert steps >= 15
    assert desk.plan == begin
