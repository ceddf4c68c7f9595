"""The bin: what lies there, for how long, what comes back with it, and the way back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from leaderplan.domain.edits import add
from leaderplan.domain.records import Person
from leaderplan.ui.dialogs.erasing import EraseSheet
from leaderplan.ui.pages.history.binlist import days_left
from leaderplan.ui.pages.history.left import View
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.finding import the
from tests.ui.pages.history.conftest import bin_, seen, titles


def open_bin(page) -> None:
    page.listing.switch.segments[1].click()
    assert page.view is View.BIN


def said(page) -> list[str]:
    return [each.text() for each in seen(Paragraph, page.side.bin)]


def test_what_was_removed_lies_there_with_the_number_of_those_that_went_with_it(desk, page) -> None:
    bin_(desk, "ann")
    bin_(desk, "claims")
    open_bin(page)
    assert titles(page) == ["Claims decided in four days", "Ann Price"]
    words = page.listing.bin.model.events[0].words
    assert words[:2] == ("Achievement", "with 2 more") and words[2].endswith("days left")
    assert page.side.bin.id == "claims"
    assert "It comes back with 1 Measure and 1 Claim." in said(page)
    assert "Claims decided in four days" in [each.text() for each in page.side.bin.findChildren(ChangedText)]


def test_days_are_counted_down_from_ninety(desk) -> None:
    noon = datetime(2026, 3, 12, 12, tzinfo=UTC)
    assert str(days_left(noon, desk)) == "90 days left"
    assert str(days_left(noon - timedelta(days=89), desk)) == "1 day left"
    assert str(days_left(noon - timedelta(days=90), desk)) == "0 days left"


def test_putting_back_brings_all_that_hung_on_it_and_can_be_undone(desk, page) -> None:
    before = desk.plan
    told: list[object] = []
    desk.signals.noticed.connect(lambda notice: told.append(str(notice.message)))
    bin_(desk, "claims")
    open_bin(page)
    page.side.bin.buttons[0].click()
    assert desk.plan == before
    assert told == ["Claims decided in four days is back, with all that hung on it."]
    assert titles(page) == [] and page.side.bin.id == ""
    desk.undo()
    assert titles(page) == ["Claims decided in four days"]


def test_an_empty_bin_says_what_it_is_for(page) -> None:
    open_bin(page)
    assert page.listing.bin._nothing.isVisible() and page.listing.bin._nothing.text().startswith("The bin is empty.")
    assert not page.listing.bin._show_all.isVisible()
    assert not page.side.bin.buttons


def test_the_bin_is_searched_by_name(desk, page) -> None:
    bin_(desk, "ann")
    bin_(desk, "dev")
    open_bin(page)
    page.search("price")
    assert titles(page) == ["Ann Price"] and page.side.bin.id == "ann"
    page.search("nobody")
    assert page.listing.bin._nothing.text() == "Nothing in the bin is called that."
    page.listing.bin._show_all.click()
    assert titles(page) == ["Dev Rao", "Ann Price"]


def test_something_removed_elsewhere_comes_in_and_the_one_in_view_stays(desk, page) -> None:
    bin_(desk, "ann")
    open_bin(page)
    bin_(desk, "dev")
    assert titles(page) == ["Dev Rao", "Ann Price"]
    assert page.side.bin.id == "ann"


def test_a_record_without_a_name_is_called_by_what_it_belonged_to(desk, page) -> None:
    bin_(desk, "claim")
    open_bin(page)
    assert titles(page) == ["Claim · Claims decided in four days"]


def test_what_could_not_come_back_is_said_and_stays(desk, page) -> None:
    desk.commit(add(Person(id="cleo", name="Cleo")), None)
    open_bin(page)
    page.side.bin.put_back.emit("cleo")
    assert page.window().toast.isVisible() and desk.plan.find("cleo")


def test_what_lies_in_the_bin_can_be_erased_and_is_no_longer_listed(desk, page, qtbot) -> None:
    bin_(desk, "ann")
    bin_(desk, "dev")
    open_bin(page)
    page.side.bin.buttons[-1].click()
    sheet = the(EraseSheet, page.window())
    sheet.sure.click()
    sheet.erase.click()
    qtbot.waitUntil(lambda: len(titles(page)) == 1, timeout=10_000)
    assert titles(page) == ["Ann Price"]
