"""Every step, newest first: found again, read on, followed, and told word by word."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from leaderplan.domain.edits import add, alter
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Person
from leaderplan.store.steps import Touch
from leaderplan.ui.days import day_words, moment_words
from leaderplan.ui.pages.history.model import Event, EventsModel
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.rows import RECORD
from tests.ui.pages.history.conftest import bin_, change, seen, titles

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


def events(*days: int) -> list[Event]:
    """One at noon so many days before."""
    return [Event(str(number), NOON - timedelta(days=day), f"Step {number}") for number, day in enumerate(days)]


def rows(model: EventsModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def texts(page) -> list[ChangedText]:
    return seen(ChangedText, page.side.step)


def links(page, words: str) -> list[Link]:
    """The links of the step in view that say so."""
    return [each for each in seen(Link, page.side.step) if each.text() == words]


def test_days_are_worded_as_one_speaks_of_them() -> None:
    today = date(2026, 3, 12)
    assert day_words(today, today, ENGLISH) == "Today"
    assert day_words(date(2026, 3, 11), today, ENGLISH) == "Yesterday"
    assert day_words(date(2026, 3, 3), today, ENGLISH) == "3 March 2026"
    assert moment_words(NOON, NOON.astimezone().date(), ENGLISH).startswith("Today, ")


def test_each_day_stands_once_above_its_steps() -> None:
    model = EventsModel(ENGLISH, lambda: date(2026, 3, 12))
    QAbstractItemModelTester(model)
    model.show_all(events(0, 0, 1, 9))
    assert rows(model) == ["Today", "Step 0", "Step 1", "Yesterday", "Step 2", "3 March 2026", "Step 3"]
    assert model.index(0).data(RECORD) is None and model.row_of("3") == 6


def test_new_steps_come_in_at_the_top_under_their_day() -> None:
    model = EventsModel(ENGLISH, lambda: date(2026, 3, 12))
    QAbstractItemModelTester(model)
    model.show_all(events(1))
    model.put_first(Event("new", NOON, "New"))
    model.put_first(Event("newer", NOON, "Newer"))
    assert rows(model) == ["Today", "Newer", "New", "Yesterday", "Step 0"]
    model.put(Event("new", NOON, "Said otherwise"))
    assert rows(model)[2] == "Said otherwise"


def test_a_long_history_is_read_on_while_one_scrolls() -> None:
    rest = [events(1, 2), events(2, 3), []]
    model = EventsModel(ENGLISH, lambda: date(2026, 3, 12), lambda _last: rest.pop(0))
    QAbstractItemModelTester(model)
    model.show_all(events(0, 1), whole=False)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert rows(model)[-2:] == ["9 March 2026", "Step 1"]
    assert len(model.events) == 6 and rows(model).count("Yesterday") == 1


def test_thousands_of_steps_are_listed_in_parts(desk, open_page) -> None:
    for number in range(150):
        desk.commit(add(Person(id=f"p{number}", name=f"Person {number}")), None)
    page = open_page()
    model = page.listing.steps.model
    assert 60 <= len(model.events) < 150
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert titles(page)[-1] == "New plan" and len(titles(page)) == 155


def test_the_newest_step_is_shown_with_its_words(page) -> None:
    assert titles(page)[0] == "Change Dev Rao"
    said = [text.accessibleName() for text in texts(page)]
    assert said == ["Role: put in “Head of Home Care”", "Cares about: “Mondays”, put in “and the rota”"]


def test_words_that_changed_are_shown_among_those_that_stayed(page) -> None:
    page.listing.steps.view.chosen.emit(page.listing.steps.model.ids[1])
    [text] = texts(page)
    assert text.text() == "We I cut the queue. It was long.↵\nThen the backlog went."
    assert text.accessibleName().startswith("Action: taken out “We”, put in “I”, “cut the queue. It was long.”")


def test_a_step_that_changed_many_records_shows_some_and_then_the_rest(desk, page) -> None:
    desk.commit(add(*(Person(id=f"p{number}", name=f"Person {number}") for number in range(40))), None)
    page.listing.steps.view.chosen.emit(page.listing.steps.model.ids[0])
    pane = page.side.step
    assert len(pane.blocks) == 15 and pane.more.text() == "Show 15 of 25 more"
    pane.more.click()
    pane.more.click()
    assert len(pane.blocks) == 40 and pane.more is None


def test_a_step_leads_to_its_record_and_to_all_its_versions_and_back(page) -> None:
    navigator = page.window().navigator
    links(page, "Show it")[0].click()
    assert navigator.page.place.record == "dev"
    navigator.back()
    assert navigator.page is page
    links(page, "All versions")[0].click()
    assert page.place == Place("history", "dev")
    navigator.back()
    assert page.place == Place("history") and page.side.step.isVisible()


def test_steps_are_found_by_their_words_and_by_the_names_of_what_they_changed(page) -> None:
    page.search("four days")
    assert titles(page) == ["Change Action of Claims decided in four days",
                            "Change Title of Claims decided in four days", "Add 7 records"]  # fmt: skip
    page.search("ADD 7")
    assert titles(page) == ["Add 7 records"]
    page.search("nothing like it")
    assert titles(page) == [] and page.side.step.step is None
    assert page.listing.steps._none.isVisible()
    page.listing.steps.clear()
    assert len(titles(page)) == 5


def test_steps_are_narrowed_by_what_was_done_and_to_what(desk, page) -> None:
    bin_(desk, "ann")
    page.listing.steps.touch.chosen.emit(Touch.REMOVED)
    assert titles(page) == ["Remove Ann Price"]
    page.listing.steps.kind.chosen.emit("measure")
    assert titles(page) == []
    page.listing.steps.touch.chosen.emit(None)
    assert titles(page) == ["Add 7 records"]


def test_a_step_made_elsewhere_comes_in_on_top_and_the_one_in_view_stays(desk, page) -> None:
    QAbstractItemModelTester(page.listing.steps.model)
    third = page.listing.steps.model.ids[2]
    page.listing.steps.select(third)
    page.listing.steps.view.chosen.emit(third)
    change(desk, "ann", role="Director")
    assert titles(page)[0] == "Change Role of Ann Price"
    assert str(page.side.step.step.id) == third
    assert page.listing.steps.view.currentIndex().data(RECORD) == third


def test_what_is_looked_at_stays_where_it_is_while_steps_come_in(desk, open_page) -> None:
    page = open_page(1280, 480)
    for number in range(20):
        change(desk, "ann", role=f"Role {number}")
    view = page.listing.steps.view
    QApplication.processEvents()
    view.verticalScrollBar().setValue(200)
    index = view.model().index(8)
    seen, place = index.data(), view.visualRect(index).top()
    change(desk, "ann", email="ann@example.org")
    assert view.visualRect(view.model().index(9)).top() == place
    assert view.model().index(9).data() == seen


def test_typing_extends_the_step_on_top_instead_of_making_one_for_each_pause(desk, page) -> None:
    for name in ("Ann P", "Ann Pri", "Ann Prior"):
        desk.commit(alter(desk.plan, desk.plan.find("ann"), name=name), None, join="typing")
    assert titles(page)[:2] == ["Change Name of Ann Prior", "Change Dev Rao"]


def test_an_undone_step_says_so_in_words_and_a_redo_takes_it_back(desk, page) -> None:
    desk.undo()
    above, undone = page.listing.steps.model.events[:2]
    assert (above.title, above.icon) == ("Undo: Change Dev Rao", "undo-2")
    assert undone.undone and undone.words[0] == "undone" and "undone" in undone.said
    desk.redo()
    assert not page.listing.steps.model.events[2].undone
    page.listing.steps.touch.chosen.emit(Touch.ADDED)
    for _step in range(5):
        desk.undo()
    assert page.listing.steps.model.events[0].undone


def test_a_step_of_a_record_that_is_gone_still_tells_its_words(desk, page) -> None:
    bin_(desk, "dev")
    page.listing.steps.view.chosen.emit(page.listing.steps.model.ids[1])
    assert texts(page)[0].accessibleName() == "Role: put in “Head of Home Care”"
    assert links(page, "All versions") and not links(page, "Show it")


def test_a_plan_that_was_just_begun_says_what_will_stand_here(desk, open_page) -> None:
    page = open_page(filled=False)
    assert page.beginning.isVisible() and not page.listing.isVisible()
    desk.commit(add(Person(id="p", name="Ann")), None)
    assert page.listing.isVisible() and titles(page) == ["Add Ann", "New plan"]
    assert page.side.step.isVisible()


def test_what_happened_while_another_page_was_in_view_is_there_on_return(desk, page) -> None:
    navigator = page.window().navigator
    navigator.go(Place("people"))
    change(desk, "ann", role="Director")
    assert titles(page)[0] == "Change Dev Rao"
    navigator.go(Place("history"))
    assert titles(page)[0] == "Change Role of Ann Price"


@pytest.mark.parametrize("by", ["leaderplan add", ""])
def test_a_program_that_gave_its_name_is_named(desk, page, by) -> None:
    desk.commit(add(Person(id="p", name="Cleo")), by)
    words = page.listing.steps.model.events[0].words
    assert words == (("Person", by) if by else ("Person",))
