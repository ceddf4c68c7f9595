"""From a mentor's answer file to a closed round, by hand, in the real program; then every step is taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QTextEdit

from leaderplan.domain.edits import add, remove
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Action,
    Assessment,
    Comment,
    CommentKind,
    Evidence,
    Fate,
    Round,
)
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.placing import PlaceChooser
from tests.journeys.hands import Hands
from tests.ui.pages.reviews.conftest import RECORDS, RESULT
from tests.ui.pages.reviews.mentoring import Mentor

CTRL, SPOKEN = Qt.KeyboardModifier.ControlModifier, Qt.ItemDataRole.AccessibleTextRole
NEW = "Nine of ten families hear their answer before they put the phone down."


@pytest.fixture
def mentor(desk: Desk, tmp_path: Path) -> Mentor:
    """Who was sent the plan, and has written an answer."""
    known = {record.id for record in desk.plan}
    desk.workspace.commit(add(*[record for record in RECORDS if record.id not in known]))
    made = Mentor(desk, tmp_path, "Nadia Khan", "Where would a panel stop believing me?", date(2026, 3, 3))
    made.says(CommentKind.THREE_WORDS, text="plain, impatient, kind")
    made.says(CommentKind.TESTIMONIAL, "claims", text="Nobody carries a risk so calmly.")
    made.says(CommentKind.COMMENT, "claims", "action", "unnecessary steps", text="Which steps?")
    made.says(CommentKind.SUGGESTION, "claims", "result", RESULT, proposed=NEW)
    made.says(CommentKind.COMMENT, "parking", "result", text="How many families?")
    made.says(CommentKind.RATING, "telling", level="level1", text="You sent me this.")
    desk.workspace.commit(remove(desk.plan, desk.plan.table(Achievement)["parking"]))
    return made


@pytest.mark.timeout(180)
def test_from_an_answer_to_a_closed_round_and_back(begun, desk: Desk, mentor, qtbot, monkeypatch) -> None:
    hands = Hands(begun.window, qtbot.waitUntil)
    plans: list[Plan] = [desk.plan]
    desk.workspace.watch(lambda _edit, _by: plans.append(desk.plan))
    answer = mentor.writes()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(answer), ""))

    hands.go("Reviews")
    page = begun.window.navigator.page
    assert isinstance(page, Reviews)
    hands.press("Open an answer")
    hands.press("Take in")
    qtbot.waitUntil(lambda: not desk.tasks.running)
    assert len(desk.plan.all(Comment)) == 6
    with qtbot.waitActive(begun.window):
        begun.window.activateWindow()
    pages = hands.see("Pages", QAbstractItemView).model()
    said = [str(pages.index(row, 0).data(SPOKEN)) for row in range(pages.rowCount())]
    assert "Reviews, 1 to look at" in said, "one of them has no place"

    _work_through(page, desk, hands)
    _place(page, desk, hands, qtbot)
    hands.press("Close the round")

    [round] = desk.plan.all(Round)
    assert round.closed_on is not None
    fates = {comment.text or comment.proposed: comment.fate for comment in desk.plan.all(Comment) if comment.fate}
    assert fates == {
        "plain, impatient, kind": Fate.DONE,
        "Nobody carries a risk so calmly.": Fate.ACCEPTED,
        "Which steps?": Fate.DECLINED,
        NEW: Fate.ACCEPTED,
        "How many families?": Fate.ACCEPTED,
        "You sent me this.": Fate.ACCEPTED,
    }
    assert page.listing.model.row_words(round.id).words == ("4 accepted", "March")
    _take_everything_back(desk, plans)


def _work_through(page: Reviews, desk: Desk, hands: Hands) -> None:
    """By keys: the keyboard goes on to the next comment after each decision."""
    rows = page.side.round.rows
    rows.enter(rows.keys[0])
    hands.keys(Qt.Key.Key_Return)  # mark done
    hands.keys(Qt.Key.Key_Return)  # confirm
    hands.keys(Qt.Key.Key_Tab)
    hands.keys(Qt.Key.Key_Tab)
    hands.keys(Qt.Key.Key_Return)  # decline
    writer = QApplication.focusWidget()
    assert isinstance(writer, QTextEdit)
    hands.letters(writer, "They are in the annex.")
    hands.press_key(writer, Qt.Key.Key_Return, CTRL)
    hands.keys(Qt.Key.Key_Return)  # accept
    hands.keys(Qt.Key.Key_Return)  # put beside mine
    story = desk.plan.table(Achievement)["claims"]
    assert story.result == NEW
    assert [each.quote for each in desk.plan.all(Evidence)] == ["Nobody carries a risk so calmly."]
    assert len([each for each in desk.plan.all(Assessment) if each.by]) == 1


def _place(page: Reviews, desk: Desk, hands: Hands, qtbot) -> None:
    """The comment without a place gets one, and becomes an action."""
    hands.press("Place…")
    chooser = hands.see("Where does this comment belong?", PlaceChooser)
    hands.letters(chooser.field, "Claims")
    hands.press_key(chooser.field, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: not page.side.tray.isVisible())
    key = next(key for key in page.side.round.rows.keys if page.side.round._threads[key].waits)
    row = page.side.round.rows.row(key)
    assert row is not None and row.right.menu is not None
    next(each for each in row.right.menu.actions() if each.text() == "Make an action…").trigger()
    hands.write("What is to be done", "Count the families")
    assert [each.title for each in desk.plan.all(Action)] == ["Count the families"]


def _take_everything_back(desk: Desk, plans: list[Plan]) -> None:
    """Each step is one step back, to exactly what was before."""
    done = list(plans)
    assert len(done) == 10, "taken in, six decisions, placed, an action, closed"
    for before in reversed(done[:-1]):
        assert desk.undo() is not None
        assert desk.plan == before
