"""For whoever has no pointer, needs larger letters, or hears the window read out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from leaderplan.domain import edits
from leaderplan.domain.records import Achievement
from leaderplan.ui.dialogs.passphrase import Seal
from leaderplan.ui.dress import dress
from leaderplan.ui.widgets.text import PlainLabel
from tests.ui.dialogs.sending.conftest import saved, settled
from tests.ui.reach import LONG, assert_whole, by_tab


@pytest.fixture
def twice(dressed: QApplication):
    dress(dressed, "light", 2.0)
    yield
    dress(dressed, "light")


def test_tab_goes_from_whom_it_is_for_to_the_button_and_everything_has_a_name(up, qtbot) -> None:
    sheet = up("story", seal=Seal.WORDS)
    reached = by_tab(sheet, sheet)
    choosing = sheet.choosing
    order = [
        choosing.mentor.line,
        choosing.asking.field.editor,
        choosing.asking.questions[0],
        choosing.what.extent.segments[2],
        choosing.what.records.view,
        choosing.what.competencies,
        choosing.choose_files,
        choosing.sealing.words.other,
        choosing.sealing.form,
        sheet.preview.search,
        sheet.preview.leaves,
        sheet.foot.leave,
        sheet.foot.save,
    ]
    places = [reached.index(each) for each in order]
    assert places == sorted(places)
    for widget in reached:
        assert widget.accessibleName().strip(), widget
    assert sheet.foot.save.isDefault()


def test_it_is_sent_with_the_keyboard_alone(up, full, tmp_path, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "keys"), ""))
    sheet = up(to="")
    line = sheet.choosing.mentor.line
    QTest.keyClicks(line, "Nadia Khan")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not sheet.writing.is_busy and sheet.focusWidget() is sheet.choosing.asking.field.editor
    question = sheet.choosing.asking.questions[0]
    question.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(question, Qt.Key.Key_Space)
    assert sheet.choosing.asking.message == question.text()
    settled(sheet, qtbot)
    sheet.foot.save.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sheet.foot.save, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.is_ready, timeout=10_000)
    assert (tmp_path / "keys.leaderplan-review").exists()
    assert sheet.focusWidget() is sheet.foot.done


def test_what_leaves_is_read_and_folded_line_by_line_with_the_arrows(up) -> None:
    view = up().preview.leaves
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "The letter"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "From: Rhian Calloway"
    QTest.keyClick(view, Qt.Key.Key_Up)
    before = view.lines.rowCount()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.lines.rowCount() == before - 4 and view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.lines.rowCount() == before
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == before - 1
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_a_chapter_is_folded_by_a_click(up, qtbot) -> None:
    view = up().preview.leaves
    before = view.lines.rowCount()
    place = view.visualRect(view.lines.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.lines.rowCount() == before - 4
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.lines.rowCount() == before


def test_the_arrow_down_opens_the_names(up) -> None:
    line = up(to="").choosing.mentor.line
    QTest.keyClick(line, Qt.Key.Key_Down)
    popup = line.completer().popup()
    assert popup.isVisible() and popup.accessibleName() == "People of the plan"
    assert popup.model().rowCount() == 3
    popup.hide()


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_nothing_is_cut_off_at_twice_the_text(twice, up, window: QWidget, qtbot, tmp_path, size) -> None:
    window.resize(*size)
    sheet = up("story", seal=Seal.WORDS)
    assert sheet.width() <= size[0] and sheet.height() <= size[1]
    assert sheet.sides.isVisible() and sheet.choosing.isVisible() and not sheet.preview.isVisible()
    assert_whole(sheet)
    for number, part in ((1, sheet.preview.leaves), (2, sheet.preview.stays)):
        sheet.sides.segments[number].click()
        assert part.isVisible() and not sheet.choosing.isVisible()
        assert_whole(sheet)
    assert sheet.rect().contains(sheet.foot.geometry())
    sheet.choosing.sealing.words.choose(Seal.OPEN)
    saved(sheet, tmp_path / "twice.leaderplan-review", qtbot)
    assert_whole(sheet)


def test_it_grows_and_shrinks_with_its_window(up, window: QWidget) -> None:
    sheet = up()
    window.resize(900, 600)
    QApplication.processEvents()
    assert sheet.width() <= 900 and sheet.height() <= 600
    assert sheet.preview.isVisible() and sheet.choosing.isVisible() and sheet.sides.isHidden()


def test_words_of_any_length_and_signs_of_any_kind_stay_plain_and_in_their_place(up, full, qtbot, tmp_path) -> None:
    words = f"<b>{LONG}</b> & <img src=x>"
    story = full.plan.get(Achievement, "story")
    assert full.commit(edits.alter(full.plan, story, title=words[:200], action=words), None)
    sheet = up("story", to=("<i>Ann</i> " + "x" * 150))
    assert words in sheet.preview.leaves.words()
    assert sheet.preview.leaves.horizontalScrollBar().maximum() == 0
    assert_whole(sheet)
    saved(sheet, tmp_path / "long.leaderplan-review", qtbot)
    assert sheet.is_ready
    assert_whole(sheet)
    for label in sheet.findChildren(QLabel):
        assert isinstance(label, PlainLabel)
