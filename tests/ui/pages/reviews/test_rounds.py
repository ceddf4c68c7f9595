"""The rounds at the left, and what is done with one as a whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import Person, Round, StrayAnswer, Tier
from leaderplan.exchange.review import package
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.passphrase import Seal
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.acts import Act
from leaderplan.ui.pages.reviews.model import RoundsModel
from leaderplan.ui.pages.reviews.savingagain import SaveAgainSheet
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.rows import ROW
from tests.ui.finding import the
from tests.ui.pages.reviews.conftest import OpenPage, bin_, change, idle, row_saying, window_of
from tests.ui.pages.reviews.mentoring import Mentor


def rows(page: Reviews) -> list[str]:
    """What the list says, section words among it."""
    model = page.listing.model
    said = []
    for row in range(model.rowCount()):
        words = model.index(row).data(ROW)
        said.append(f"{words.title} / {' · '.join(words.words)}" if words else str(model.index(row).data()))
    return said


@pytest.fixture
def three(desk: Desk, nadia: Mentor, tmp_path: Path) -> list[str]:
    """A round that is back, one that is out, one that is closed."""
    closed = Mentor(desk, tmp_path, "Ann Price", sent=date(2025, 10, 2))
    change(desk, closed.round, closed_on=PartialDate(2025, 11, 20))
    out = Mentor(desk, tmp_path, "Karl Weiss", sent=date(2026, 3, 9))
    nadia.comes()
    return [nadia.round, out.round, closed.round]


def test_rounds_stand_by_how_far_they_have_come(three: list[str], open_page: OpenPage) -> None:
    assert rows(open_page()) == [
        "Back",
        "Nadia Khan, round 1 / 7 of 7 to do · came 12 March",
        "Out",
        "Karl Weiss, round 1 / waiting · sent 9 March",
        "Closed",
        "Ann Price, round 1 / 0 accepted · November",
    ]


def test_the_list_follows_every_decision(page: Reviews, desk: Desk) -> None:
    row_saying(page, "impatient").right.buttons[Act.DONE].click()
    assert rows(page)[1] == "Nadia Khan, round 1 / 6 of 7 to do · came 12 March"
    page.side.round.head.close_round.click()
    assert rows(page) == ["Closed", "Nadia Khan, round 1 / 0 accepted · 6 left open · March"]
    desk.undo()
    assert rows(page)[0] == "Back"


def test_the_model_of_the_list_keeps_its_promises(desk: Desk, three: list[str]) -> None:
    model = RoundsModel(desk.language, desk.today)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_plan(desk.plan, lambda _record, _at: True)
    change(desk, three[1], closed_on=PartialDate(2026, 3, 1))
    model.show_plan(desk.plan, lambda _record, _at: True)
    change(desk, three[1], closed_on=None)
    model.show_plan(desk.plan, lambda _record, _at: True)
    model.show_plan(desk.plan, lambda record, _at: record.id == three[0])
    bin_(desk, three[0])
    model.show_plan(desk.plan, lambda _record, _at: True)
    assert model.ids == [three[1], three[2]]
    assert tester.model() is model


def test_a_round_is_closed_and_opened_again(page: Reviews, desk: Desk, toasts: list[str]) -> None:
    head = page.side.round.head
    head.close_round.click()
    [round] = desk.plan.all(Round)
    assert round.closed_on == PartialDate(2026, 3, 12)
    assert toasts == ["Closed, with 7 comments left open."]
    assert head.open_round.isVisible() and not head.close_round.isVisible()
    head.open_round.click()
    [round] = desk.plan.all(Round)
    assert round.closed_on is None


def test_the_head_says_what_became_of_how_many(page: Reviews, desk: Desk) -> None:
    row_saying(page, "impatient").right.buttons[Act.DONE].click()
    facts = page.side.round.head._facts.text()
    assert facts == "Sent 3 March. Came 12 March. 6 to do and 1 done."


def test_the_mentor_can_be_named_where_the_plan_does_not_know_who_it_is(nadia: Mentor, desk: Desk, open_page) -> None:
    nadia.comes()
    nadia.is_unknown_here(desk)
    page = open_page()
    field = page.side.round.head.mentor
    assert field.isVisible()
    field.setText("Ruth Adeyemi")
    field.settle()
    [round] = desk.plan.all(Round)
    ruth = desk.plan.get(Person, round.mentor)
    assert ruth is not None and (ruth.name, ruth.tier) == ("Ruth Adeyemi", Tier.MENTOR)
    assert not field.isVisible()
    desk.undo()
    assert "Ruth Adeyemi" not in [each.name for each in desk.plan.all(Person)]


def test_what_was_sent_can_be_looked_at(page: Reviews, desk: Desk, qtbot) -> None:
    change(desk, "claims", title="Another title")
    page.side.round.head.look.click()
    idle(desk, qtbot)
    assert page.side.sent.isVisible()
    text = page.side.sent.text.toPlainText()
    assert "Achievement: Claims decided in four days" in text
    assert "Result: Nine of ten claims" in text
    assert page.go_back()
    assert page.side.round.isVisible()


def test_the_file_is_saved_again_open_or_under_a_passphrase(page: Reviews, desk: Desk, qtbot, tmp_path: Path) -> None:
    assert desk.reviews is not None
    target = tmp_path / "again.leaderplan-review"
    [round] = desk.plan.all(Round)
    page.side.round.head.save.click()
    sheet = the(SaveAgainSheet, page.window())
    assert sheet.words.passphrase is None, "it was sent open"
    sheet._ask_target = lambda *_asked: target
    sheet.save.click()
    idle(desk, qtbot)
    with target.open("rb") as stream:
        assert package.read(stream).head.round == round.id


def test_a_sealed_round_is_saved_again_under_words(desk: Desk, nadia: Mentor, open_page: OpenPage) -> None:
    change(desk, nadia.round, identity="AGE-SECRET-KEY-1")
    page = open_page()
    page.side.round.head.save.click()
    sheet = the(SaveAgainSheet, page.window())
    assert sheet.words._seal is Seal.WORDS
    assert len((sheet.words.passphrase or "").split()) == 6
    assert sheet.save.isEnabled()


def test_places_of_rounds_comments_and_strays_lead_here(page: Reviews, desk: Desk) -> None:
    [round] = desk.plan.all(Round)
    row = row_saying(page, "impatient")
    window_of(page).navigator.go(Place("reviews", row.value.said.comment.id))
    assert page.place == Place("reviews", round.id)
    assert page.side.round.rows.current == row.value.said.comment.id


def test_with_little_room_the_round_replaces_the_list(three: list[str], open_page: OpenPage) -> None:
    page = open_page(900, 600)
    assert page.listing.isVisible() and not page.side.isVisible()
    page.show_record(three[0])
    assert page.side.isVisible() and not page.listing.isVisible()
    heading = page.heading()
    assert (heading.title, heading.back, heading.rename) == ("Nadia Khan, round 1", "Reviews", "Title")
    page.step(1)
    assert page.heading().title == "Karl Weiss, round 1"
    assert page.go_back() and page.listing.isVisible()


def test_an_empty_page_says_the_first_step(desk: Desk, open_page: OpenPage) -> None:
    page = open_page()
    assert page.beginning.isVisible()
    assert not desk.plan.all(StrayAnswer)


def test_rounds_that_are_gone_leave_the_page_empty_again(page: Reviews, desk: Desk) -> None:
    [round] = desk.plan.all(Round)
    bin_(desk, round.id)
    assert page.beginning.isVisible()
    desk.undo()
    assert not page.beginning.isVisible()
    assert page.side.round.id == round.id
