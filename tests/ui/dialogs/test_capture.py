from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add
from leaderplan.domain.records import Achievement, Measure, Mode, Person, Reading
from leaderplan.ui.dialogs.capture import Capture
from leaderplan.ui.dialogs.captureline import shifted
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.chip import Chip

LINE = "Cut benefit claims from 21 to 4 days with Ann Price last March #transform"


@pytest.fixture
def window(qtbot, desk) -> QWidget:
    desk.workspace.watch(desk.signals.changed.emit)
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def capture(desk, window, qtbot) -> Capture:
    desk.commit(add(Person(id="ann", name="Ann Price", service_area="Benefits")), None)
    made = Capture(desk, window)
    made.come_up()
    return made


def chips(capture: Capture) -> list[str]:
    return [chip.text() for chip in capture.findChildren(Chip) if not chip.isHidden()]


def test_what_was_understood_is_shown_before_it_is_kept(capture) -> None:
    QTest.keyClicks(capture.line, LINE)
    assert chips(capture) == ["21 → 4 days", "Ann Price, Benefits", "March 2025", "TRANSFORM"]
    assert capture._title.text() == "Cut benefit claims from 21 to 4 days"
    assert len(capture.line.extraSelections()) == 4


def test_enter_keeps_it_as_one_step(capture, desk) -> None:
    QTest.keyClicks(capture.line, LINE)
    QTest.keyClick(capture.line, Qt.Key.Key_Return)
    [story] = desk.plan.all(Achievement)
    assert (story.ended, story.mode, story.people) == (PartialDate(2025, 3), Mode.TRANSFORM, ("ann",))
    [measure] = desk.plan.all(Measure)
    [reading] = desk.plan.all(Reading)
    assert (measure.baseline, measure.unit, reading.value, reading.on) == (21.0, "days", 4.0, PartialDate(2025, 3))
    desk.undo()
    assert not desk.plan.all(Achievement)
    assert not desk.plan.all(Measure)


def test_a_chip_taken_away_is_words_again_also_while_typing_on(capture) -> None:
    QTest.keyClicks(capture.line, LINE)
    person = next(chip for chip in capture.findChildren(Chip) if chip.text().startswith("Ann Price"))
    person.removed.emit()
    assert "Ann Price, Benefits" not in chips(capture)
    assert capture._title.text().endswith("with Ann Price")
    QTest.keyClick(capture.line, Qt.Key.Key_Home)
    QTest.keyClicks(capture.line, "Well, ")
    assert "Ann Price, Benefits" not in chips(capture)


def test_somebody_new_becomes_a_person(capture, desk) -> None:
    QTest.keyClicks(capture.line, "Ran the workshop with Dev Rao")
    assert "Dev Rao, new" in chips(capture)
    QTest.keyClick(capture.line, Qt.Key.Key_Return)
    assert {person.name for person in desk.plan.all(Person)} == {"Ann Price", "Dev Rao"}


def test_ctrl_enter_opens_what_was_kept(capture, desk, qtbot) -> None:
    QTest.keyClicks(capture.line, "Closed the server room")
    with qtbot.waitSignal(desk.signals.asked) as asked:
        QTest.keyClick(capture.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Place("achievements", desk.plan.all(Achievement)[0].id, "situation")]


def test_escape_leaves_without_keeping(capture, desk) -> None:
    QTest.keyClicks(capture.line, "Closed the server room")
    QTest.keyClick(capture.line, Qt.Key.Key_Escape)
    assert not capture.isVisible()
    assert not desk.plan.all(Achievement)


def test_nothing_typed_keeps_nothing(capture, desk) -> None:
    QTest.keyClick(capture.line, Qt.Key.Key_Return)
    assert not desk.plan.all(Achievement)
    assert capture.isVisible()


def test_a_day_that_never_was_is_said(capture) -> None:
    QTest.keyClicks(capture.line, "Signed data pledge 31 June")
    assert any("31 June" in text for text in chips(capture))


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("ab cd ef", "xab cd ef", {(4, 6)}),
        ("ab cd ef", "ab cd efg", {(3, 5)}),
        ("ab cd ef", "ab cXd ef", set()),
        ("ab cd ef", "", set()),
        ("ab cd ef", "b cd ef", {(2, 4)}),
    ],
)
def test_spans_move_with_what_is_typed_before_them(before: str, after: str, left: set) -> None:
    assert shifted(frozenset({(3, 5)}), before, after) == left
