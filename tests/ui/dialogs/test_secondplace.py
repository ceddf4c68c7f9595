from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from leaderplan.domain.language import ENGLISH
from leaderplan.ui.dialogs.passphrase import Seal
from leaderplan.ui.dialogs.secondplace import SecondPlaceSheet
from leaderplan.ui.dress import dress
from leaderplan.ui.signals import Notice
from leaderplan.ui.widgets.scrolled import Scrolled
from tests.ui.careful import idle
from tests.ui.finding import the


@pytest.fixture
def notices(kept) -> list[Notice]:
    found: list[Notice] = []
    kept.signals.noticed.connect(found.append)
    return found


@pytest.fixture
def sheet(kept, second, window, monkeypatch, qtbot) -> SecondPlaceSheet:
    monkeypatch.setattr(kept.care, "places", lambda: [second])
    made = SecondPlaceSheet(kept, kept.care, window)
    made.come_up()
    qtbot.waitUntil(lambda: bool(made.places.rows))
    return made


def test_a_folder_the_words_and_a_tick_are_all_it_takes(kept, second, sheet, notices, qtbot) -> None:
    sheet.places.rows[0].click()
    assert sheet.step == 1 and len(sheet.words.box.words.toPlainText().split()) == 6
    assert not sheet.finish.isEnabled()
    sheet.words.written.click()
    with qtbot.waitSignal(kept.signals.copied, timeout=10_000):
        sheet.finish.click()
    idle(kept, qtbot)
    assert kept.care.second_place() == second and len(kept.care.copies()) == 1
    said = ENGLISH.say(notices[0].message)
    assert said == f"From now on a sealed copy goes to {second} every day and when you close LeaderPlan."


def test_any_other_folder_can_be_chosen(sheet, second, monkeypatch) -> None:
    asked = "leaderplan.ui.dialogs.secondplace.QFileDialog.getExistingDirectory"
    monkeypatch.setattr(asked, lambda *_how: "")
    sheet.places.other.click()
    assert sheet.step == 0
    monkeypatch.setattr(asked, lambda *_how: str(second))
    sheet.places.other.click()
    assert sheet.step == 1


def test_where_no_folder_is_synced_it_says_what_else_will_do(kept, window, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(kept.care, "places", list)
    made = SecondPlaceSheet(kept, kept.care, window)
    made.come_up()
    qtbot.waitUntil(made.places.none.isVisible)
    assert "memory stick or a network drive will do" in made.places.none.text()
    assert made.places.any.accessibleName() == "Choose a folder…"
    assert made.places.any.isVisible() and not made.places.other.isVisible() and not made.places.rows


def test_a_drive_that_does_not_answer_holds_nobody_up(kept, second, window, monkeypatch, qtbot) -> None:
    gate = threading.Event()
    monkeypatch.setattr(kept.care, "places", lambda: [second] if gate.wait(10) else [])
    made = SecondPlaceSheet(kept, kept.care, window)
    made.come_up()
    monkeypatch.setattr("leaderplan.ui.dialogs.secondplace.QFileDialog.getExistingDirectory", lambda *_h: str(second))
    made.places.any.click()
    assert made.step == 1
    gate.set()
    idle(kept, qtbot)


def test_a_place_that_cannot_be_written_to_is_said_and_another_can_be_chosen(kept, sheet, second, qtbot) -> None:
    sheet.choose_folder(kept.workspace.folder / "backups")
    sheet.words.written.click()
    sheet.finish.click()
    idle(kept, qtbot)
    assert sheet.step == 0 and sheet.problem.isVisible() and kept.care.second_place() is None
    sheet.choose_folder(second)
    assert not sheet.problem.isVisible()


def test_later_chooses_nothing(kept, sheet) -> None:
    sheet.places.rows[0].click()
    sheet.later.click()
    assert kept.care.second_place() is None


def test_the_first_copy_is_finished_though_the_sheet_is_closed(kept, sheet, second, notices, qtbot) -> None:
    sheet.places.rows[0].click()
    sheet.words.written.click()
    sheet.finish.click()
    assert sheet.step == 2
    sheet.later.click()
    idle(kept, qtbot)
    assert kept.care.second_place() == second and not notices[0].trouble


def test_a_copy_that_fails_after_the_sheet_was_closed_is_said_all_the_same(kept, sheet, notices, qtbot) -> None:
    sheet.choose_folder(Path("/nowhere/at/all"))
    sheet.words.written.click()
    sheet.finish.click()
    sheet.later.click()
    idle(kept, qtbot)
    assert notices[0].trouble and kept.care.second_place() is None


def test_an_own_passphrase_is_seen_and_judged_while_it_is_typed(sheet) -> None:
    words = sheet.words
    sheet.places.rows[0].click()
    words.links[Seal.OWN].click()
    QTest.keyClicks(words.own, "short")
    words.written.click()
    assert words._problem.isVisible() and not sheet.finish.isEnabled()
    QTest.keyClicks(words.own, " but then longer")
    assert not words._problem.isVisible() and sheet.finish.isEnabled()
    assert words.passphrase == "short but then longer"


def test_enter_in_the_passphrase_leads_on_and_nowhere_else(kept, sheet, qtbot) -> None:
    sheet.places.rows[0].click()
    sheet.words.links[Seal.OWN].click()
    QTest.keyClicks(sheet.words.own, "short")
    QTest.keyClick(sheet.words.own, Qt.Key.Key_Return)
    assert sheet.step == 1
    QTest.keyClicks(sheet.words.own, " but then longer")
    sheet.words.written.click()
    QTest.keyClick(sheet.words.own, Qt.Key.Key_Return)
    assert sheet.step == 2
    idle(kept, qtbot)


def test_going_back_to_the_words_asks_anew_whether_they_were_written_down(sheet) -> None:
    words = sheet.words
    words.written.click()
    words.links[Seal.OWN].click()
    words.links[Seal.WORDS].click()
    assert not words.is_ready and len((words.passphrase or "").split()) == 6


def test_a_second_place_takes_no_open_copies(sheet) -> None:
    sheet.places.rows[0].click()
    assert not sheet.words.links[Seal.OPEN].isVisible()


def test_the_words_can_be_copied(sheet) -> None:
    sheet.words.copy.click()
    assert QGuiApplication.clipboard().text() == sheet.words.passphrase


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_step_is_as_high_as_it_needs_and_no_higher_than_the_window(kept, window, dressed, qtbot, scale) -> None:
    dress(dressed, "light", scale)
    window.resize(900, 600)
    sheet = SecondPlaceSheet(kept, kept.care, window)
    sheet.come_up()
    for step in range(3):
        sheet._show(step)
        qtbot.wait(30)
        box = the(Scrolled, sheet)
        assert sheet.height() <= 600
        assert box.height() >= min(box.heightForWidth(box.width()), 300)
    sheet.close()
    dress(dressed, "light")
