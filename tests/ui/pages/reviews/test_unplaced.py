"""Comments whose text is gone, and answers that fit nowhere: none of them is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from leaderplan.domain.records import Achievement, Comment, CommentKind, Fate, StrayAnswer
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.placing import PlaceChooser
from leaderplan.ui.waiting import Waiting
from leaderplan.ui.widgets.markedtext import MarkedText
from tests.ui.finding import the
from tests.ui.pages.reviews.conftest import OpenPage, bin_, change, idle, row_saying, shown, window_of
from tests.ui.pages.reviews.mentoring import Mentor

FAMILIES = "“How many families?” was about Parking appeals without a form, which is in the bin"


@pytest.fixture
def gone(nadia: Mentor, desk: Desk, open_page: OpenPage, qtbot) -> Reviews:
    """A round of which one comment is about what lies in the bin."""
    nadia.comes()
    bin_(desk, "parking")
    page = open_page()
    Waiting(desk, window_of(page).sidebar, page)
    idle(desk, qtbot)
    return page


def count(page: Reviews) -> str:
    """What the sidebar says of the page."""
    pages = the(QListView, window_of(page).sidebar).model()
    found = [pages.index(row, 0) for row in range(pages.rowCount())]
    said = [str(index.data(Qt.ItemDataRole.AccessibleTextRole)) for index in found]
    return next(words for words in said if words.startswith("Reviews"))


def told(page: Reviews) -> list[str]:
    """What the tray says."""
    return [row.words.text() for row in page.side.tray.rows]


def test_a_comment_whose_text_is_gone_waits_at_the_foot_and_is_counted(gone: Reviews) -> None:
    assert told(gone) == [FAMILIES]
    assert count(gone) == "Reviews, 1 to look at"
    assert "How many families?" not in shown(gone)


def test_it_is_placed_with_another_record(gone: Reviews, desk: Desk, qtbot) -> None:
    gone.side.tray.rows[0].place.click()
    chooser = the(PlaceChooser, gone.window())
    QTest.keyClicks(chooser.field, "claims")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    idle(desk, qtbot)
    assert not gone.side.tray.isVisible()
    assert count(gone) == "Reviews"
    row = row_saying(gone, "How many families?")
    assert row.value.about.words == "Claims decided in four days"
    desk.undo()
    assert told(gone) == [FAMILIES]


def test_it_is_declined_with_a_reason(gone: Reviews, desk: Desk, qtbot) -> None:
    row = gone.side.tray.rows[0]
    row.decline.click()
    assert row.writer is not None
    row.writer.store.click()
    assert row.writer.problem
    row.writer.field.set_text("I took the story out.")  # type: ignore[union-attr]
    row.writer.store.click()
    idle(desk, qtbot)
    assert not gone.side.tray.isVisible()
    again = row_saying(gone, "How many families?")
    assert again.value.said.fate is Fate.DECLINED, "what was dealt with stays where it can be read"


def test_what_it_was_about_can_be_put_back(gone: Reviews, desk: Desk, qtbot) -> None:
    gone.side.tray.rows[0].restore.click()
    idle(desk, qtbot)
    assert desk.plan.get(Achievement, "parking") is not None
    assert not gone.side.tray.isVisible()
    assert row_saying(gone, "How many families?").value.about.words == "Parking appeals without a form · Result"


def test_what_was_erased_is_still_called_by_its_name(nadia: Mentor, desk: Desk, open_page, qtbot) -> None:
    nadia.comes()
    bin_(desk, "parking")
    desk.workspace.removed = list  # type: ignore[method-assign]  # as when 90 days have passed
    page = open_page()
    idle(desk, qtbot)
    assert told(page) == ["“How many families?” was about Parking appeals without a form, which was erased"]
    assert not page.side.tray.rows[0].restore.isVisible()


def test_what_another_round_has_lost_is_shown_with_its_name(gone: Reviews, desk: Desk, tmp_path: Path, qtbot) -> None:
    karl = Mentor(desk, tmp_path, "Karl Weiss")
    gone.show_record(karl.round)
    idle(desk, qtbot)
    assert told(gone) == [f"{FAMILIES} (Nadia Khan, round 1)"]


def test_being_led_to_it_puts_the_keyboard_there(gone: Reviews, desk: Desk) -> None:
    gone.side.tray.fold(True)
    comment = next(each for each in desk.plan.all(Comment) if each.text == "How many families?")
    gone.show_record(comment.id)
    assert gone.side.tray.is_open
    assert gone.window().focusWidget() is gone.side.tray.rows[0].place


def test_a_rating_is_placed_at_a_competency_only(desk: Desk, nadia: Mentor, open_page: OpenPage) -> None:
    page = open_page()
    rating = Comment(id="x", round=nadia.round, kind=CommentKind.RATING)
    chooser = PlaceChooser(desk, page.window(), rating, lambda _record: None)
    assert [entry.words for entry in chooser._entries._entries] == ["Telling the story"]
    QTest.keyClicks(chooser.field, "claims")
    assert not chooser._entries._entries
    chooser.close()


@pytest.fixture
def stray(nadia: Mentor, desk: Desk, open_page: OpenPage, qtbot) -> Reviews:
    """A forged answer lies aside, and is in view."""
    forged = json.loads(nadia.answer())
    forged["comments"][0]["text"] = "Forged."
    path = nadia.folder / "forged.leaderplan-answer"
    path.write_text(json.dumps(forged))
    page = open_page()
    assert desk.reviews is not None
    desk.reviews.take_in(desk.reviews.read_answer(path))
    [kept] = desk.plan.all(StrayAnswer)
    page.show_record(kept.id)
    idle(desk, qtbot)
    return page


def test_an_answer_kept_aside_says_what_it_says_and_why(stray: Reviews) -> None:
    pane = stray.side.stray
    assert pane.isVisible()
    assert len(pane.said) == 7
    assert pane.said[0] == "1. comments, on the plan as a whole\nForged."
    assert "2. suggests, on Claims decided in four days" in pane.said[1]


def test_the_file_of_an_answer_kept_aside_is_saved(stray: Reviews, desk: Desk, qtbot, tmp_path: Path) -> None:
    target = tmp_path / "saved.json"
    stray.side.stray._choose_file = lambda _parent, _title, _name: str(target)
    stray.side.stray.buttons[0].click()
    idle(desk, qtbot)
    assert json.loads(target.read_bytes())["comments"][0]["text"] == "Forged."


def test_what_was_dealt_with_leaves_the_list_and_stays_in_the_plan(stray: Reviews, desk: Desk) -> None:
    assert len(stray.listing.model.ids) == 2
    stray.side.stray.buttons[1].click()
    assert len(stray.listing.model.ids) == 1
    [kept] = desk.plan.all(StrayAnswer)
    assert kept.read_on is not None
    desk.undo()
    assert len(stray.listing.model.ids) == 2


def test_what_was_erased_is_not_shown_from_memory(nadia: Mentor, desk: Desk, open_page: OpenPage, qtbot) -> None:
    nadia.comes()
    change(desk, "claims", result="Another result.")
    page = open_page()
    idle(desk, qtbot)
    assert row_saying(page, "put the phone down").value.about.was is not None
    desk.workspace.erase(["claims"])
    desk.signals.erased.emit()
    idle(desk, qtbot)
    texts = [text.text() for text in page.side.findChildren(MarkedText) if text.isVisible()]
    assert texts and not [text for text in texts if "Nine of ten claims" in text]
