from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.records import Achievement, Measure, Mode, Person
from leaderplan.ui.contents import CONTENTS, PageCard
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.achievements import Achievements
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.rows import RECORD
from leaderplan.ui.widgets.titleline import TitleLine
from tests.ui.finding import the
from tests.ui.typed import type_into


def stored(desk, id: str = "claims") -> Achievement:
    return desk.plan.table(Achievement)[id]


def test_the_newest_is_open_and_another_opens_by_an_arrow_key(page) -> None:
    assert page.record.id == "claims"
    page.listing.view.setFocus()
    QTest.keyClick(page.listing.view, Qt.Key.Key_Down)
    assert page.record.id == "notes"
    assert page.place == Place("achievements", "notes")


def test_new_is_stored_at_once_and_its_title_is_there_to_be_typed_over(desk, page) -> None:
    page.add()
    made = stored(desk, page.record.id)
    assert made.title == "What did you do?"
    QTest.keyClicks(page.record.title.focusProxy(), "Bus passes from a photograph")
    page.record.title.end()
    assert stored(desk, made.id).title == "Bus passes from a photograph"
    assert page.listing.view.currentIndex().data() == "Bus passes from a photograph"
    desk.undo()
    desk.undo()
    assert desk.plan.get(Achievement, made.id) is None
    assert page.record.id == "claims"


def test_new_is_shown_though_a_filter_would_hide_it(desk, page) -> None:
    page.listing.filters._mode.chosen.emit(Mode.TRANSFORM)
    assert page.listing.model.ids == ["claims"]
    page.add()
    assert page.record.id in page.listing.model.ids
    assert page.listing.view.currentIndex().data(RECORD) == page.record.id


def test_search_narrows_the_list_and_says_so_when_nothing_is_left(page) -> None:
    page.search("doorstep")
    assert page.listing.model.ids == ["notes"]
    page.search("doorstep contracts")
    assert page.listing.model.ids == []
    assert page.listing._none.isVisible()
    assert page.record.id == "claims"
    page.search("")
    assert page.listing.model.ids == ["claims", "notes", "contracts"]


def test_a_story_is_typed_where_it_stands_and_ctrl_z_takes_it_back(desk, page) -> None:
    type_into(page.record.story.parts["my_part"], "I carried the risk.")
    assert stored(desk).my_part == "I carried the risk."
    desk.undo()
    assert stored(desk).my_part == ""
    assert page.record.story.parts["my_part"].text() == ""


def test_a_part_without_words_shows_a_question_and_nothing_of_it_is_stored(desk, page) -> None:
    part = page.record.story.parts["their_part"]
    assert part.accessibleName().endswith("?")
    part.begin()
    assert part.text() == ""
    part.end()
    assert stored(desk).their_part == ""


def test_what_is_typed_is_kept_when_another_record_is_chosen(desk, page) -> None:
    part = page.record.story.parts["result"]
    part.begin()
    QTest.keyClicks(part.focusProxy(), "And it holds.")
    page.show_record("notes")
    assert stored(desk).result.endswith("And it holds.")
    assert stored(desk, "notes").result == ""
    assert page.record.story.parts["result"].text() == ""


def test_a_text_that_is_too_long_is_not_stored_and_says_why(desk, page) -> None:
    part = page.record.story.parts["task"]
    part.begin()
    part.focusProxy().setPlainText("x" * 10_001)
    part.end()
    assert stored(desk).task == "Ann and I promised five days."
    assert "10,001 characters" in part.accessibleDescription()
    assert desk.workspace.drafts()[("claims", "task")] == "x" * 10_001
    page.show_record("notes")
    page.show_record("claims")
    assert part.text() == "x" * 10_001


def test_another_hand_is_seen_at_once(desk, page) -> None:
    desk.commit(alter(desk.plan, stored(desk), title="Claims in three days"), None)
    assert page.record.title.text() == "Claims in three days"
    assert page.listing.view.currentIndex().data() == "Claims in three days"


def test_what_is_removed_elsewhere_gives_way_to_the_next(desk, page) -> None:
    desk.commit(remove(desk.plan, stored(desk)), None)
    assert page.record.id == "notes"
    assert "claims" not in page.listing.model.ids


def test_moving_to_the_bin_can_be_undone(desk, page) -> None:
    page.record.remove()
    assert desk.plan.get(Achievement, "claims") is None
    assert "is in the bin" in page.window().toast.text()
    page.window().toast.undone.emit()
    assert desk.plan.get(Achievement, "claims") is not None
    assert desk.plan.get(Measure, "days") is not None


def test_below_1100_the_record_replaces_the_list_and_esc_leads_back(open_page) -> None:
    page = open_page(900, 600)
    assert page.listing.isVisible() and not page.record.isVisible()
    page.listing.view.setFocus()
    QTest.keyClick(page.listing.view, Qt.Key.Key_Return)
    assert page.record.isVisible() and not page.listing.isVisible()
    assert page.heading().title == "Claims decided in four days"
    assert page.heading().back == "Achievements"
    assert not page.record.advice.tray.is_open
    page.step(1)
    assert page.record.id == "notes"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.listing.isVisible() and not page.record.isVisible()


def test_a_wider_window_shows_both_again(open_page) -> None:
    page = open_page(900, 600)
    page.show_record("claims")
    page.window().resize(1280, 800)
    assert page.listing.isVisible() and page.record.isVisible()
    assert page.heading().title == "Achievements"
    assert the(TitleLine, page.window().header).text() == "Achievements"


def test_in_a_narrow_window_the_title_is_typed_over_in_the_header(desk, open_page) -> None:
    page = open_page(900, 600)
    page.show_record("claims", "title")
    field = page.window().header.findChild(TitleLine).field
    assert field is not None
    QTest.keyClicks(field, "Claims in four days")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stored(desk).title == "Claims in four days"


def test_one_line_on_the_empty_page_becomes_an_achievement(desk, open_page) -> None:
    page = open_page(filled=False)
    field = page.beginning.state.field
    assert isinstance(field, QLineEdit) and field.isVisible()
    QTest.keyClicks(field, "Cut benefit claims from 21 to 4 days with Ann Price last March")
    QTest.keyClick(field, Qt.Key.Key_Return)
    [made] = desk.plan.all(Achievement)
    assert (made.title, made.ended) == ("Cut benefit claims from 21 to 4 days", PartialDate(2025, 3))
    assert [person.name for person in desk.plan.all(Person)] == ["Ann Price"]
    assert page.record.id == made.id and page.record.isVisible()
    desk.undo()
    assert field.isVisible()


def test_a_place_leads_to_the_record_its_field_or_what_hangs_on_it(desk, page) -> None:
    desk.go(Place("achievements", "notes", "my_part"))
    assert page.record.id == "notes"
    assert page.record.story.parts["my_part"].editing
    desk.go(Place("achievements", "told", "reaction"))
    assert page.record.id == "claims"
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, RecordDialog)
    assert panel.form.record == desk.plan.find("told")
    panel.accept()


def test_what_came_while_another_page_was_shown_is_there_on_return(desk, page) -> None:
    page.window().navigator._stack.widget(0)
    page.hide()
    desk.commit(add(Achievement(id="later", title="Later", ended=PartialDate(2026, 4))), None)
    page.show()
    page.refresh()
    assert "later" in page.listing.model.ids


def test_the_page_is_listed_as_it_names_itself() -> None:
    assert PageCard.of(Achievements) in CONTENTS


def test_a_file_can_be_brought_in_from_the_empty_page(open_page, qtbot) -> None:
    page = open_page(filled=False)
    button = next(each for each in page.beginning.findChildren(Button) if each.text() == "Choose a file")
    with qtbot.waitSignal(page.desk.signals.import_wanted):
        button.click()
