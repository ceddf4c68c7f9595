from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter
from leaderplan.domain.records import (
    Achievement,
    Claim,
    Dismissal,
    Level,
    Measure,
    Mode,
    Person,
    Post,
    Reading,
    Telling,
    ToldFrom,
    TrackRecord,
)
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.forms.numbers import NumberField
from leaderplan.ui.pages.achievements.claiming import claim_menu
from leaderplan.ui.pages.achievements.readings import Readings
from leaderplan.ui.widgets.chip import Chip
from leaderplan.ui.widgets.dates import DateField
from leaderplan.ui.widgets.finding import FindingRow
from leaderplan.ui.widgets.levelrow import LevelRow
from leaderplan.ui.widgets.measure import MeasureView
from tests.ui.finding import the
from tests.ui.typed import type_into


def stored(desk, id: str = "claims") -> Achievement:
    return desk.plan.table(Achievement)[id]


def panel() -> RecordDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, RecordDialog)
    return found


def chips(part) -> list[str]:
    QApplication.processEvents()  # Qt shows what comes into a layout a moment later
    return [chip.accessibleName() for chip in part.findChildren(Chip) if not chip.isHidden()]


def measures(page) -> list[MeasureView]:
    QApplication.processEvents()
    return [view for view in page.record.measures.findChildren(MeasureView) if not view.isHidden()]


def press(menu: QMenu, words: str) -> None:
    found = [action for action in menu.actions() if action.text() == words]
    assert found, [action.text() for action in menu.actions()]
    found[0].trigger()


def test_the_mode_is_changed_by_its_chip(desk, page) -> None:
    press(page.record.head._modes, "RUN")
    assert stored(desk).mode is Mode.RUN
    assert chips(page.record.head)[0] == "Mode: RUN"
    press(page.record.head._modes, "No mode")
    assert stored(desk).mode is None


def test_the_state_says_on_demand_what_is_missing(desk, page) -> None:
    head = page.record.head
    assert head._state.text() == "Ready"
    desk.commit(alter(desk.plan, stored(desk), result=""), None)
    assert head._state.text() == "Captured"
    head._state.click()
    assert head._reason.isVisible()
    assert head._reason.text() == "This story has everything but the result."


def test_dates_and_post_are_read_in_a_line_and_edited_below_it(desk, page) -> None:
    head = page.record.head
    assert head._when.text() == "Sep 2025 – Mar 2026 · Head of ICT, Arrowdale"
    head._when.click()
    started, _ended = head.when.findChildren(DateField)
    started.focusProxy().selectAll()
    QTest.keyClicks(started.focusProxy(), "Aug 2025")
    QTest.keyClick(started.focusProxy(), Qt.Key.Key_Return)
    assert stored(desk).started == PartialDate(2025, 8)
    head.when._post.chosen.emit(None)
    assert stored(desk).post is None
    QTest.keyClick(started.focusProxy(), Qt.Key.Key_Escape)
    assert not head.when.isVisible()
    assert head._when.text() == "Aug 2025 – Mar 2026"


def test_a_new_post_is_named_in_its_panel_and_held_at_once(desk, page) -> None:
    page.record.head.when._add_post(stored(desk))
    type_into(panel().form.editor("title"), "Deputy head of ICT")
    panel().accept()
    post = desk.plan.get(Post, stored(desk).post)
    assert post is not None and post.title == "Deputy head of ICT"


def test_the_menu_changes_told_from_track_record_and_private(desk, page) -> None:
    more = page.record.head.more
    press(more.told_from, "the citizen's side")
    press(more._tracks, "radical change")
    press(more._tracks, "efficiency")
    more._private.trigger()
    assert stored(desk).told_from is ToldFrom.CITIZEN
    assert stored(desk).track_record == (TrackRecord.RADICAL_CHANGE, TrackRecord.EFFICIENCY)
    assert stored(desk).private
    assert any(name.startswith("Private") for name in chips(page.record.head))
    press(more._tracks, "radical change")
    assert stored(desk).track_record == (TrackRecord.EFFICIENCY,)


def test_tags_are_typed_with_commas(desk, page) -> None:
    page.record.head.more.tags_wanted.emit()
    QTest.keyClicks(page.record.tags._text.focusProxy(), "housing, #rent, housing")
    page.record.tags._text.end()
    assert stored(desk).tags == ("housing", "rent")
    assert page.record.tags.isVisible()
    page.show_record("notes")
    assert not page.record.tags.isVisible()


def test_a_measure_reads_before_and_after_and_is_edited_with_its_counts(desk, page) -> None:
    [view] = measures(page)
    assert view.accessibleName() == "Days to decide a claim, 21 → 4 days, −17 (81 %), seen by citizens"
    view.click()
    new = the(Readings, panel())
    value = new.findChildren(NumberField)[0]
    QTest.keyClicks(the(QLineEdit, value), "3")
    value.settle()
    assert sorted(reading.value for reading in desk.plan.all(Reading)) == [3, 4]
    panel().accept()
    [view] = measures(page)
    assert "21 → 3 days" in view.accessibleName()


def test_a_count_can_be_put_right_and_taken_away(desk, page) -> None:
    page.record.measures.edit("days")
    counts = the(Readings, panel())
    counts._store("reading", "value", 5.0)
    assert desk.plan.table(Reading)["reading"].value == 5
    counts._store("reading", "value", None)
    assert desk.plan.table(Reading)["reading"].value == 5
    counts._remove("reading")
    assert not desk.plan.all(Reading)
    panel().accept()


def test_a_citizen_measure_is_offered_by_name_with_unit_and_the_better_way(desk, page) -> None:
    page.show_record("notes")
    press(page.record.measures._menu, "Time to complete (days)")
    [made] = desk.plan.referring(Measure, "of", stored(desk, "notes"))
    assert (made.name, made.unit, made.better.value) == ("Time to complete", "days", "lower")
    panel().accept()
    assert desk.plan.find(made.id) is not None


def test_a_nameless_measure_that_was_never_touched_is_taken_back(desk, page) -> None:
    page.record.measures.add()
    assert len(desk.plan.all(Measure)) == 2
    panel().reject()
    assert len(desk.plan.all(Measure)) == 1


def test_a_known_person_is_added_by_name_and_a_new_one_made(desk, page) -> None:
    company = page.record.company
    company.add()
    QTest.keyClicks(company._field, "helen marsh")
    QTest.keyClick(company._field, Qt.Key.Key_Return)
    company.add()
    QTest.keyClicks(company._field, "Dev Rao")
    QTest.keyClick(company._field, Qt.Key.Key_Return)
    names = [desk.plan.table(Person)[id].name for id in stored(desk).people]
    assert names == ["Ann Price", "Helen Marsh", "Dev Rao"]
    desk.undo()
    assert [person.name for person in desk.plan.all(Person)] == ["Ann Price", "Helen Marsh"]


def test_a_person_is_taken_out_of_the_story_by_delete_and_stays_in_the_plan(desk, page) -> None:
    [chip] = [each for each in page.record.company.findChildren(Chip) if not each.isHidden()]
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert stored(desk).people == ()
    assert desk.plan.find("ann") is not None
    assert "Ann Price" in page.window().toast.text()


def test_esc_in_the_name_of_a_person_adds_nobody(desk, page) -> None:
    page.record.company.add()
    QTest.keyClicks(page.record.company._field, "Somebody")
    QTest.keyClick(page.record.company._field, Qt.Key.Key_Escape)
    assert len(desk.plan.all(Person)) == 2
    assert not page.record.company._field.isVisible()


def test_one_click_claims_a_competency_and_the_next_gives_its_level(desk, page) -> None:
    menu = claim_menu(desk, stored(desk), page.record.claims.add, page)
    assert menu.actions()[1].text() == "Partnership, because of “one room”"
    menu.actions()[1].trigger()
    claim = next(each for each in desk.plan.all(Claim) if each.competency == "partner")
    rows = panel().findChildren(LevelRow)
    rows[2].click()
    assert desk.plan.table(Claim)[claim.id].level == "level-3"
    type_into(panel().form.editor("why"), "Four teams in one room")
    panel().accept()
    assert desk.plan.table(Claim)[claim.id].why == "Four teams in one room"
    assert "Partnership, level 3 of 4" in chips(page.record.claims)


def test_a_level_is_chosen_and_unchosen_with_the_keyboard(desk, page, qtbot) -> None:
    page.record.claims.edit("claim")
    rows = panel().findChildren(LevelRow)
    qtbot.waitUntil(rows[1].hasFocus)
    QTest.keyClick(rows[1], Qt.Key.Key_Down)
    assert rows[2].hasFocus()
    QTest.keyClick(rows[2], Qt.Key.Key_Return)
    assert desk.plan.get(Level, desk.plan.table(Claim)["claim"].level).rank == 3
    QTest.keyClick(rows[2], Qt.Key.Key_Return)
    assert desk.plan.table(Claim)["claim"].level is None
    panel().accept()


def test_what_is_claimed_already_cannot_be_claimed_again(desk, page) -> None:
    menu = claim_menu(desk, stored(desk), page.record.claims.add, page)
    taken = [action for action in menu.actions() if action.isChecked()]
    assert [action.text() for action in taken] == ["Service redesign"]
    assert not taken[0].isEnabled()


def test_a_telling_is_noted_for_today_and_taken_back_when_nobody_is_named(desk, page) -> None:
    page.show_record("claims", "+telling")
    assert len(desk.plan.all(Telling)) == 2
    panel().reject()
    assert len(desk.plan.all(Telling)) == 1
    page.show_record("claims", "+telling")
    type_into(panel().form.editor("audience"), "Executive team")
    panel().accept()
    made = next(each for each in desk.plan.all(Telling) if each.id != "told")
    assert (made.audience, made.on) == ("Executive team", PartialDate(2026, 3, 12))
    assert page.record.told._rows[0].accessibleName().startswith("Executive team")


def test_a_finding_leads_to_its_fix_and_can_be_dismissed_and_brought_back(desk, page, qtbot) -> None:
    tray = page.record.advice.tray
    desk.commit(alter(desk.plan, stored(desk), situation=""), None)
    qtbot.waitUntil(lambda: bool(tray.findChildren(FindingRow)))
    page.record.advice.show_now()
    assert all("Claims decided" not in words.sentence for words in page.record.advice._shown)
    key = next(key for key, each in page.record.advice._found.items() if each.rule == "story_check")
    tray.dismissed.emit(key)
    assert desk.plan.all(Dismissal)
    page.record.advice.show_now()
    assert all(each.rule != "story_check" for each in page.record.advice._found.values())
    page.window().toast.undone.emit()
    assert not desk.plan.all(Dismissal)
    page.record.advice.show_now()
    key = next(key for key, each in page.record.advice._found.items() if each.action.place.field == "situation")
    tray.acted.emit(key)
    assert page.record.story.parts["situation"].editing


@pytest.mark.parametrize("field", ["+claim", "+measure", "+evidence", "told_from", "mode"])
def test_a_place_that_adds_or_chooses_opens_its_menu(page, field: str) -> None:
    page.show_record("claims", field)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.accessibleName()
    menu.close()


def test_following_another_record_shows_nothing_of_the_one_before(desk, page) -> None:
    page.show_record("contracts")
    assert chips(page.record.claims) == []
    assert page.record.told._rows == []
    assert chips(page.record.company) == []
    assert measures(page) == []
    desk.commit(add(Telling(id="more", achievement="claims", audience="Staff", on=PartialDate(2026, 3))), None)
    assert page.record.told._rows == []


def test_what_is_no_date_stands_there_again_with_its_sentence(desk, page) -> None:
    page.record.head.edit_when()
    started = page.record.head.when._dates["started"]
    started.focusProxy().selectAll()
    QTest.keyClicks(started.focusProxy(), "32 March")
    started.settle()
    assert stored(desk).started == PartialDate(2025, 9)
    page.show_record("notes")
    assert not page.record.head.when.isVisible()
    page.show_record("claims")
    assert page.record.head.when.isVisible()
    assert (started.text(), started.wrong) == ("32 March", True)


def test_another_record_ends_what_is_being_typed_in_this_one(desk, page) -> None:
    page.record.story.parts["task"].begin()
    page.record.tags.begin()
    QTest.keyClicks(page.record.tags._text.focusProxy(), "rent")
    page.show_record("notes")
    assert not page.record.story.parts["task"].editing
    assert not page.record.tags._text.editing
    assert (stored(desk).tags, stored(desk, "notes").tags) == (("rent",), ())
