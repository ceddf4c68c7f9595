"""The window: pages, keys, undo, what it says and what it remembers."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListView, QWidget

from leaderplan.domain.edits import add
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.records import Person
from leaderplan.errors import UserError
from leaderplan.store.workspace import Workspace
from leaderplan.ui.contents import CONTENTS, PageCard
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import dress
from leaderplan.ui.fault import FaultDialog
from leaderplan.ui.place import Place
from leaderplan.ui.settings import Settings
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.editor import Editor
from leaderplan.ui.widgets.field import SearchField
from leaderplan.ui.widgets.text import PlainLabel
from leaderplan.ui.window import Window
from tests.ui.conftest import CARDS, PAGES, OpenWindow, Team, Welcome
from tests.ui.finding import the

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def page_of(window: Window) -> Team:
    """The page in view, which is the second."""
    page = window.navigator.page
    assert isinstance(page, Team)
    return page


def on_team(window: Window) -> Team:
    """Go to the second page by its key."""
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    return page_of(window)


def words_of(widget: QWidget) -> list[str]:
    """All words that are shown in labels."""
    return [label.text() for label in widget.findChildren(PlainLabel) if label.isVisible()]


def test_the_window_can_be_shown_before_a_plan_is_open(qtbot, dressed) -> None:
    window = Window(CARDS, ENGLISH, Settings(), Tasks())
    qtbot.addWidget(window)
    window.show()
    assert "Home" in words_of(window.header)
    assert window.navigator.page is None


def test_a_page_is_built_only_when_it_is_first_shown(open_window: OpenWindow) -> None:
    window = open_window()
    assert isinstance(window.navigator.page, Welcome)
    assert not window.findChildren(Team)
    on_team(window)
    assert len(window.findChildren(Team)) == 1


def test_the_sidebar_leads_to_a_page_by_a_click(open_window: OpenWindow, qtbot) -> None:
    window = open_window()
    pages = window.sidebar.findChildren(QListView)[0]
    row = pages.model().index(2, 0)
    assert row.data() == "People"
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=pages.visualRect(row).center())
    assert isinstance(window.navigator.page, Team)


def test_a_group_word_of_the_sidebar_cannot_be_chosen(open_window: OpenWindow) -> None:
    pages = open_window().sidebar.findChildren(QListView)[0]
    group = pages.model().index(1, 0)
    assert group.data() == "Lead"
    assert group.flags() == Qt.ItemFlag.NoItemFlags


def test_a_number_beside_a_page_is_said_too(open_window: OpenWindow) -> None:
    window = open_window()
    window.sidebar.set_count("team", 3)
    row = window.sidebar.findChildren(QListView)[0].model().index(2, 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "People, 3 to look at"


def test_the_sidebar_folds_to_icons_in_a_narrow_window(open_window: OpenWindow) -> None:
    window = open_window()
    assert not window.sidebar.folded
    wide = window.sidebar.width()
    window.resize(900, 600)
    assert window.sidebar.folded
    assert window.sidebar.width() < wide


def test_the_primary_action_is_the_same_by_button_and_by_key(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    on_team(window)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert [person.name for person in desk.plan.table(Person).values()] == ["Ann Price"]


def test_undo_takes_the_last_step_of_the_plan_back_and_redo_does_it_again(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    desk.commit(add(Person(id="p1", name="Ann Price")), None)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not desk.plan.table(Person)
    assert any(word.startswith("Taken back") for word in words_of(window.status))
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL_SHIFT)
    assert desk.plan.table(Person)["p1"].name == "Ann Price"


def test_undo_in_a_field_stores_what_was_typed_and_then_takes_it_back(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    page = on_team(window)
    page.add()
    page.name.begin()
    editor = the(Editor, page.name)
    QTest.keyClicks(editor, "!")
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert desk.plan.table(Person)["p1"].name == "Ann Price"
    assert editor.toPlainText() == "Ann Price"
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL_SHIFT)
    assert desk.plan.table(Person)["p1"].name == "Ann Price!"
    assert editor.toPlainText() == "Ann Price!"


def test_going_to_another_page_stores_what_was_typed(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    page = on_team(window)
    page.add()
    page.name.begin()
    QTest.keyClicks(the(Editor, page.name), "-Jones")
    QTest.keyClick(the(Editor, page.name), Qt.Key.Key_1, CTRL)
    assert isinstance(window.navigator.page, Welcome)
    assert desk.plan.table(Person)["p1"].name == "Ann Price-Jones"


def test_closing_the_window_stores_what_was_typed(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    page = on_team(window)
    page.add()
    page.name.begin()
    QTest.keyClicks(the(Editor, page.name), "-Jones")
    window.close()
    assert desk.plan.table(Person)["p1"].name == "Ann Price-Jones"


def test_the_way_back_leads_to_the_place_before(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    on_team(window).add()
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert page_of(window).record == "p1"
    assert "Ann Price" in words_of(window.header)


def test_a_record_that_fills_the_page_shows_the_way_back_and_esc_takes_it(open_window: OpenWindow) -> None:
    window = open_window()
    page = on_team(window)
    page.add()
    assert "Who matters." not in words_of(window.header)
    names = {b.accessibleName() for b in window.header.findChildren(QAbstractButton) if b.isVisible()}
    assert {"People", "Previous", "Next", "Search this page"} <= names
    page.name.setFocus()
    QTest.keyClick(page.name, Qt.Key.Key_Escape)
    assert page.record is None
    assert "Who matters." in words_of(window.header)


def test_the_arrows_of_the_header_step_from_record_to_record(open_window: OpenWindow, qtbot) -> None:
    window = open_window()
    page = on_team(window)
    page.add()
    for button in window.header.findChildren(Button):
        if button.accessibleName() in ("Previous", "Next"):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sorted(page.steps) == [-1, 1]


def test_ctrl_f_finds_on_the_page_where_it_has_a_filter(open_window: OpenWindow, qtbot) -> None:
    window = open_window()
    field = the(SearchField, window.header)
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert not field.isVisible()
    page = on_team(window)
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert field.hasFocus()
    QTest.keyClicks(field, "ann")
    qtbot.waitUntil(lambda: page.sought[-1] == "ann")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.sought[-1] == "")


def test_very_large_text_folds_the_search_before_it_cuts_the_title(open_window: OpenWindow, dressed) -> None:
    dress(dressed, "light", 2.0)
    window = open_window(900, 600)
    on_team(window)
    window.resize(901, 600)
    window.resize(640, 600)
    field = the(SearchField, window.header)
    assert not field.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert field.hasFocus()
    dress(dressed, "light")


def test_what_was_sought_is_forgotten_on_another_page(open_window: OpenWindow) -> None:
    window = open_window()
    page = on_team(window)
    field = the(SearchField, window.header)
    field.setText("ann")
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    assert field.text() == ""
    on_team(window)
    assert page.sought[-1] == ""


def test_a_link_somewhere_leads_to_a_record(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    desk.commit(add(Person(id="p1", name="Ann Price")), None)
    desk.go(Place("team", "p1"))
    assert page_of(window).record == "p1"


def test_a_toast_offers_to_take_the_step_back(open_window: OpenWindow, desk: Desk, qtbot) -> None:
    window = open_window()
    desk.commit(add(Person(id="p1", name="Ann Price")), None)
    desk.toast(_("Added a person."))
    assert window.toast.text() == "Added a person."
    undo = next(b for b in window.toast.findChildren(QAbstractButton) if b.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not desk.plan.table(Person)
    assert window.toast.text() == ""


def test_what_went_wrong_is_said_in_two_sentences_and_stays(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    assert not desk.commit(add(Person(id="p1")), None)
    said = window.toast.text()
    assert said.count(".") >= 2
    assert not desk.plan.table(Person)
    desk.trouble(UserError(_("The disk is full."), _("Make room and try again.")))
    assert window.toast.text() == "The disk is full. Make room and try again."


def test_a_fault_of_ours_is_owned_up_to_with_a_report_to_copy(open_window: OpenWindow, dressed) -> None:
    window = open_window()
    window.show_fault("ValueError in pages.py")
    dialog = the(FaultDialog, window)
    copy = next(b for b in dialog.findChildren(Button) if "Copy" in b.text())
    copy.click()
    assert "ValueError in pages.py" in dressed.clipboard().text()
    dialog.accept()


def test_the_foot_says_that_all_is_saved_and_when_it_was_backed_up(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    assert "Saved" in words_of(window.status)
    at = datetime.now().astimezone()
    desk.signals.backed_up.emit(at)
    assert f"Saved · last backup {at:%H:%M}" in words_of(window.status)
    desk.signals.backed_up.emit(at - timedelta(days=40))
    assert str((at - timedelta(days=40)).year) in words_of(window.status)[0]


def test_another_process_on_the_same_plan_is_seen_within_a_second(open_window: OpenWindow, desk: Desk, qtbot) -> None:
    open_window()
    with qtbot.waitSignal(desk.signals.changed, timeout=3000), Workspace.open(desk.workspace.folder) as other:
        other.commit(add(Person(id="p2", name="Ruth Adeyemi")))
    assert desk.plan.table(Person)["p2"].name == "Ruth Adeyemi"


def test_size_and_page_are_remembered(open_window: OpenWindow, desk: Desk, tmp_path: Path, qtbot) -> None:
    window = open_window()
    on_team(window)
    window.resize(1010, 700)
    window.close()
    again = Window(CARDS, ENGLISH, Settings(tmp_path / "window.json"), desk.tasks)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (1010, 700)
    again.open_desk(desk, PAGES)
    assert isinstance(again.navigator.page, Team)
    again.close()


def test_the_ring_follows_the_keyboard_and_not_the_pointer(open_window: OpenWindow, qtbot) -> None:
    window = open_window()
    page = on_team(window)
    page.add()
    button = next(b for b in window.header.findChildren(Button) if b.accessibleName() == "Next")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window._ring.around is None
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Tab)
    focused = window.focusWidget()
    assert window._ring.around is focused
    assert focused is not button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window._ring.around is None


def test_everything_that_takes_the_keyboard_has_a_name(open_window: OpenWindow) -> None:
    window = open_window()
    on_team(window).add()
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName() and widget.isVisible()
    ]
    assert not nameless


def test_what_is_slow_to_import_waits_for_the_first_paint() -> None:
    slow = {"sqlite_utils", "reportlab", "pydantic", "pikepdf", "pyrage", "docx", "icalendar", "importlib.metadata"}
    say = f"import sys, leaderplan.ui.window; print(sorted({slow!r} & set(sys.modules)))"
    said = subprocess.run(
        [sys.executable, "-c", say], capture_output=True, text=True, check=True, env={**os.environ}, timeout=30
    )
    assert said.stdout.strip() == "[]"


def test_the_sidebar_lists_the_pages_that_there_are_in_their_own_words() -> None:
    from leaderplan.app.pages import PAGES as ALL

    assert [PageCard.of(page.load()) for page in ALL] == list(CONTENTS)
    assert [PageCard.of(page) for page in ALL] == list(CONTENTS)


def test_another_plan_in_the_same_window_takes_the_place_of_the_first(open_window: OpenWindow, desk: Desk) -> None:
    window = open_window()
    on_team(window).add()
    window.open_desk(desk, PAGES)
    assert page_of(window).record is None
    on_team(window).show_record("p1")
    assert "Ann Price" in words_of(window.header)


def test_today_is_asked_for_and_not_assumed(desk: Desk) -> None:
    assert desk.today() == date(2026, 3, 12)


def test_larger_text_folds_the_sidebar_at_once(open_window, dressed) -> None:
    window = open_window(1280)
    wide = window.sidebar.width()
    dress(dressed, "light", 2.0)
    assert window.sidebar.width() < wide
    dress(dressed, "light")
    assert window.sidebar.width() == wide
