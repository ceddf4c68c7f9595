"""Versions side by side, and the way back to one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leaderplan.domain.edits import add
from leaderplan.domain.records import Achievement, Collaboration, Person, Stage
from leaderplan.ui.pages.history.left import View
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.changedtext import ChangedText
from tests.ui.pages.history.conftest import bin_, change, found, seen, titles


def story(desk) -> Achievement:
    record = found(desk, "claims")
    assert isinstance(record, Achievement)
    return record


def shown(page) -> list[str]:
    """The texts of the two columns, row by row."""
    return [each.text() for each in seen(ChangedText, page.side.compare)]


def test_the_last_two_versions_stand_side_by_side_with_what_differs_first(page) -> None:
    page.show_record("claims")
    assert page.view is View.VERSIONS and page.heading().title == "Claims decided in four days"
    assert shown(page) == ["We cut the queue. It was long.", "I cut the queue. It was long.↵\nThen the backlog went."]
    assert [field.field for field in page.side.compare.fields] == ["action"]


def test_the_list_says_what_each_version_changed_and_puts_it_at_the_left(page) -> None:
    page.show_record("claims")
    rows = page.listing.versions.model.events
    assert [row.words for row in rows] == [("Action",), ("Title",), ("the first version",)]
    page.listing.versions.view.chosen.emit(rows[2].id)
    assert [field.field for field in page.side.compare.fields] == ["title", "action"]
    assert page.side.compare.shown == (rows[2].id, rows[0].id)


def test_the_steppers_choose_either_side_and_the_older_stays_older(page) -> None:
    page.show_record("claims")
    left, right = page.side.compare.heads
    assert left.earlier.isEnabled() and not left.later.isEnabled()
    assert not right.earlier.isEnabled() and not right.later.isEnabled()
    left.earlier.click()
    assert not left.earlier.isEnabled() and right.earlier.isEnabled()
    assert page.listing.versions.view.currentIndex().data() == "Add 7 records"
    right.earlier.click()
    assert [field.field for field in page.side.compare.fields] == ["title"]
    ids = page.listing.versions.model.ids
    page.listing.versions.view.chosen.emit(ids[0])
    assert page.side.compare.shown == (ids[1], ids[0])


def test_what_is_the_same_is_folded_away_and_counted(page) -> None:
    page.show_record("claims")
    rest = page.side.compare.rest
    assert rest.text() == "Show 3 fields that are the same"
    rest.click()
    assert {"Claims decided in four days", "Ann Price and Dev Rao", "CHANGE"} <= set(shown(page))


def test_a_version_is_restored_as_a_new_step_that_can_be_undone(desk, page) -> None:
    page.show_record("claims")
    page.side.compare.heads[0].restore.click()
    assert story(desk).action == "We cut the queue. It was long."
    assert page.window().toast.isVisible()
    assert not page.side.compare.fields
    assert page.listing.versions.model.events[0].title == "Restore an earlier version of Claims decided in four days"
    assert page.side.compare.shown[1] == page.listing.versions.model.ids[0]
    assert not page.side.compare.heads[0].restore.isVisible()
    desk.undo()
    assert story(desk).action.startswith("I cut")


def test_only_what_differs_from_now_can_be_restored(page) -> None:
    page.show_record("claims")
    left, right = page.side.compare.heads
    assert left.restore.isVisible() and not right.restore.isVisible()
    left.earlier.click()
    right.earlier.click()
    assert right.restore.isVisible()


def test_a_removed_record_comes_back_as_it_was_with_what_hung_on_it(desk, page) -> None:
    bin_(desk, "claims")
    page.show_record("claims")
    left, right = page.side.compare.heads
    assert right.when.text().startswith("Removed · ") and not right.restore.isVisible()
    left.earlier.click()
    left.restore.click()
    assert story(desk).action.startswith("We cut") and desk.plan.find("days")
    assert not desk.workspace.removed()


def test_a_step_that_may_not_be_is_refused_in_words_and_nothing_changes(desk, page) -> None:
    desk.commit(add(Collaboration(id="joint", title="One stop", stage=Stage.AGREED, agreed_without="Tried")), None)
    change(desk, "joint", agreed_without="")
    change(desk, "joint", stage=Stage.INTERESTED)
    page.show_record("joint")
    before = found(desk, "joint")
    page.side.compare.heads[0].restore.click()
    assert found(desk, "joint") == before
    assert "agreed" in page.window().toast.accessibleName().casefold() or page.window().toast.isVisible()


def test_a_record_with_one_version_says_so(desk, page) -> None:
    page.show_record("ann")
    assert "Ann Price" in shown(page)
    assert not page.side.compare.heads[0].isVisible()


def test_what_never_was_is_not_shown(page) -> None:
    page.show_record("nobody")
    assert page.view is View.STEPS


def test_another_version_comes_in_while_one_looks(desk, page) -> None:
    page.show_record("claims")
    left = page.side.compare.shown[0]
    change(desk, "claims", result="Four days")
    assert page.side.compare.shown == (left, page.listing.versions.model.ids[0])
    assert [field.field for field in page.side.compare.fields] == ["action", "result"]


def test_escape_and_back_lead_to_where_one_came_from(page) -> None:
    navigator = page.window().navigator
    navigator.go(Place("achievements", "claims"))
    QTest.keyClick(page.window(), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert navigator.page is page and page.place == Place("history", "claims")
    navigator.back()
    assert navigator.page.place == Place("achievements", "claims")
    navigator.show_versions()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.view is View.STEPS and page.listing.isVisible()


def test_from_the_bin_the_way_back_leads_to_the_bin(desk, page) -> None:
    bin_(desk, "ann")
    page.listing.switch.segments[1].click()
    page.side.bin.buttons[1].click()
    assert page.place == Place("history", "ann")
    page.window().navigator.back()
    assert page.view is View.BIN and titles(page) == ["Ann Price"]


def test_the_way_to_the_versions_is_offered_where_there_is_a_record(desk, open_page) -> None:
    page = open_page(filled=False)
    window = page.window()
    command = window.commands._actions["versions"][1]
    window.navigator.go(Place("people"))
    assert not command.isEnabled() and not window.header._versions.isVisible()
    desk.commit(add(Person(id="ann", name="Ann Price")), None)
    window.navigator.go(Place("people", "ann"))
    assert command.isEnabled() and window.header._versions.isVisible()
    window.header._versions.click()
    assert page.place == Place("history", "ann")
    assert not command.isEnabled() and not window.header._versions.isVisible()


def test_arrows_of_the_header_go_from_version_to_version(page) -> None:
    page.show_record("claims")
    ids = page.listing.versions.model.ids
    page.step(1)
    assert page.side.compare.shown == (ids[2], ids[0])
    page.step(-1)
    assert page.side.compare.shown == (ids[1], ids[0])


def test_searching_leads_from_the_versions_to_the_steps(page) -> None:
    page.show_record("claims")
    page.search("dev")
    assert page.view is View.STEPS and titles(page)[0] == "Change Dev Rao"
