"""An answer on its way in: what is shown of it before it is taken in, and by which ways it comes."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from leaderplan.app.reviewing import Reviewing
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import _
from leaderplan.domain.records import Comment, CommentKind, StrayAnswer
from leaderplan.domain.review.merging import Merge, Offered
from leaderplan.errors import UserError
from leaderplan.exchange.review import armour
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.answerpreview import AnswerPreview
from leaderplan.ui.pages.reviews import Reviews
from tests.ui.pages.reviews.conftest import OpenPage, bin_, change, idle, shown
from tests.ui.pages.reviews.mentoring import Mentor


@pytest.fixture
def waiting(nadia: Mentor, open_page: OpenPage) -> Reviews:
    """The round of Nadia, from whom nothing has come."""
    return open_page()


def previewed(page: Reviews, desk: Desk, qtbot) -> AnswerPreview:
    """The sheet that came up."""
    idle(desk, qtbot)
    assert page.opening.preview is not None
    return page.opening.preview


def lines(sheet: AnswerPreview) -> list[str]:
    """The new comments as the sheet lists them."""
    return [sheet.lines.item(row).text() for row in range(sheet.lines.count())]


def paste(page: Reviews, text: str) -> None:
    """Paste what was copied, by the key."""
    QGuiApplication.clipboard().setText(text)
    page.listing.view.setFocus()
    QTest.keyClick(page.listing.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_the_sheet_says_who_when_which_round_and_how_many(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    bin_(desk, "parking")
    waiting.open_answer(nadia.writes())
    sheet = previewed(waiting, desk, qtbot)
    said = " ".join(sheet.facts)
    assert said == "7 new comments. 1 of them is about something that is gone: it waits for a place."
    assert lines(sheet)[1].startswith("suggestion on Claims decided in four days, Result: Nine of ten families")
    assert lines(sheet)[0] == "comment on the plan as a whole: It reads like one person’s plan. Good."
    words = "\n".join(each.accessibleName() for each in sheet.findChildren(type(sheet.trouble)))
    assert "9 Mar 2026" in words and "for Nadia Khan, round 1" in words and "The name is what the file says." in words
    assert sheet.take.text() == "Take in" and sheet.take.isDefault()
    assert not desk.plan.all(Comment), "nothing is stored before it is taken in"


def test_the_only_comment_that_has_no_place_is_told_of_without_a_count(
    waiting: Reviews, nadia: Mentor, desk: Desk, qtbot
) -> None:
    nadia.comes()
    nadia.sent_all()
    nadia.says(CommentKind.COMMENT, "parking", text="And one more thing.")
    bin_(desk, "parking")
    waiting.open_answer(nadia.writes())
    said = previewed(waiting, desk, qtbot).facts
    assert said[0] == "1 new comment." and "It is about something that is gone: it waits for a place." in said


def test_a_comment_that_its_author_withdrew_is_called_so(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    said = nadia.says(CommentKind.COMMENT, "claims", text="I do not believe this.")
    nadia.comes()
    nadia.takes_back(said)
    waiting.open_answer(nadia.writes())
    assert lines(previewed(waiting, desk, qtbot)) == ["withdrawn: a comment on Claims decided in four days"]


def test_taking_in_shows_the_round_and_can_be_undone(
    waiting: Reviews, nadia: Mentor, desk: Desk, qtbot, toasts
) -> None:
    waiting.open_answer(nadia.writes())
    previewed(waiting, desk, qtbot).take.click()
    idle(desk, qtbot)
    assert len(shown(waiting)) == 7
    assert toasts[-1] == "7 new comments of Nadia Khan are here."
    desk.undo()
    assert not desk.plan.all(Comment)
    assert shown(waiting) == []


def test_while_it_is_taken_in_the_window_lives_and_the_sheet_stays(
    waiting: Reviews, nadia: Mentor, desk: Desk, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting.open_answer(nadia.writes())
    sheet = previewed(waiting, desk, qtbot)
    may_go_on, take_in = threading.Event(), Reviewing.take_in

    def slow(reviews: Reviewing, offer: Offered) -> Merge:
        assert may_go_on.wait(10)
        return take_in(reviews, offer)

    monkeypatch.setattr(Reviewing, "take_in", slow)
    sheet.take.click()
    try:
        assert desk.tasks.running and not desk.plan.all(Comment)
        assert not sheet.take.isEnabled() and not sheet.leave.isEnabled()
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        assert sheet.isVisible()
    finally:
        may_go_on.set()
    idle(desk, qtbot)
    assert len(shown(waiting)) == 7


def test_what_stops_it_is_said_in_the_sheet_and_it_can_be_tried_again(
    waiting: Reviews, nadia: Mentor, desk: Desk, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting.open_answer(nadia.writes())
    sheet = previewed(waiting, desk, qtbot)

    def full(_reviews: Reviewing, _offer: Offered) -> Merge:
        raise UserError(_("The disk is full."), _("Make room on it."))

    with monkeypatch.context() as patched:
        patched.setattr(Reviewing, "take_in", full)
        sheet.take.click()
        idle(desk, qtbot)
    assert sheet.trouble.isVisible() and sheet.trouble.accessibleName() == "The disk is full. Make room on it."
    assert not desk.plan.all(Comment)
    sheet.take.click()
    idle(desk, qtbot)
    assert len(shown(waiting)) == 7


def test_what_is_cancelled_too_late_is_shown_all_the_same(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    waiting.open_answer(nadia.writes())
    previewed(waiting, desk, qtbot).take.click()
    desk.tasks.running[0].cancel()
    idle(desk, qtbot)
    assert len(shown(waiting)) == 7


def test_leaving_it_stores_nothing(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    waiting.open_answer(nadia.writes())
    previewed(waiting, desk, qtbot).leave.click()
    assert not desk.plan.all(Comment)


def test_the_same_answer_twice_brings_nothing(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    nadia.comes()
    waiting.open_answer(nadia.writes())
    sheet = previewed(waiting, desk, qtbot)
    assert sheet.facts[-1] == "You have all of it already. There is nothing to take in."
    assert not sheet.take.isVisible()
    assert sheet.leave.text() == "Close" and sheet.leave.isDefault()


def test_more_of_the_same_mentor_says_what_is_new_and_what_is_known(
    waiting: Reviews, nadia: Mentor, desk: Desk, qtbot
) -> None:
    nadia.comes()
    nadia.sent_all()
    nadia.says(CommentKind.COMMENT, "claims", text="And one more thing.")
    waiting.open_answer(nadia.writes())
    sheet = previewed(waiting, desk, qtbot)
    assert sheet.facts == ["1 new comment.", "7 comments are in your plan already."]
    assert lines(sheet) == ["comment on Claims decided in four days: And one more thing."]


def test_what_was_forged_is_kept_aside_and_said_plainly(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    forged = json.loads(nadia.answer())
    forged["comments"][0]["text"] = "Forged."
    path = nadia.folder / "forged.leaderplan-answer"
    path.write_text(json.dumps(forged))
    waiting.open_answer(path)
    sheet = previewed(waiting, desk, qtbot)
    assert sheet.facts == ["7 comments do not match."]
    assert sheet.take.text() == "Keep aside"
    sheet.take.click()
    idle(desk, qtbot)
    assert not desk.plan.all(Comment)
    [stray] = desk.plan.all(StrayAnswer)
    assert "it was not made from the file that was sent" in stray.reason
    assert waiting.listing.model.ids[-1] == stray.id


def test_a_file_that_was_kept_aside_before_is_the_one_that_is_shown(
    waiting: Reviews, nadia: Mentor, desk: Desk, qtbot
) -> None:
    def comes_forged(text: str) -> None:
        forged = json.loads(nadia.answer())
        forged["comments"][0]["text"] = text
        path = nadia.folder / "forged.leaderplan-answer"
        path.write_text(json.dumps(forged))
        waiting.open_answer(path)
        previewed(waiting, desk, qtbot).take.click()
        idle(desk, qtbot)

    comes_forged("Forged.")
    [first] = desk.plan.all(StrayAnswer)
    assert waiting.place.record == first.id
    comes_forged("Another.")
    assert waiting.place.record not in ("", first.id)
    comes_forged("Forged.")
    assert len(desk.plan.all(StrayAnswer)) == 2
    assert waiting.place.record == first.id
    change(desk, first.id, read_on=PartialDate(2026, 3, 12))
    comes_forged("Forged.")
    assert waiting.place.record != first.id, "what was dealt with does not come up again"


def test_the_text_of_a_mail_is_pasted_by_the_key(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    mail = "Dear Rhian,\n\n> " + armour.armoured(nadia.answer()).replace("\n", "\n> ")
    paste(waiting, mail)
    assert previewed(waiting, desk, qtbot).facts == ["7 new comments."]


def test_pasting_nothing_says_so(waiting: Reviews, toasts: list[str]) -> None:
    paste(waiting, "  ")
    assert toasts == ["There is no text to paste. Copy the mail of your mentor first."]


def test_pasting_a_shopping_list_says_one_clear_sentence(waiting: Reviews, desk: Desk, qtbot, toasts) -> None:
    paste(waiting, "milk, eggs, bread")
    idle(desk, qtbot)
    assert waiting.opening.preview is None
    assert "The pasted text" in toasts[-1]


def test_a_file_that_is_dropped_is_opened(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(nadia.writes()))])
    event = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    waiting.dropEvent(event)
    assert previewed(waiting, desk, qtbot).facts == ["7 new comments."]


def test_the_button_asks_for_the_file(waiting: Reviews, nadia: Mentor, desk: Desk, qtbot) -> None:
    path = nadia.writes()
    waiting.opening._ask_file = lambda _parent, _title, _kinds: str(path)
    [button] = [each for each in waiting.header_buttons() if each.accessibleName() == "Open an answer"]
    button.click()  # type: ignore[attr-defined]
    assert previewed(waiting, desk, qtbot).facts == ["7 new comments."]


def test_a_file_that_is_no_answer_says_what_to_do(waiting: Reviews, desk: Desk, qtbot, tmp_path: Path, toasts) -> None:
    path = tmp_path / "cat.leaderplan-answer"
    path.write_bytes(b"\x89PNG not an answer")
    waiting.open_answer(path)
    idle(desk, qtbot)
    assert toasts and "cat.leaderplan-answer" in toasts[-1]


def test_the_page_of_a_plan_that_is_only_looked_at_takes_nothing_in(desk: Desk, nadia: Mentor, open_page) -> None:
    object.__setattr__(desk, "reviews", None)
    page = open_page()
    assert not page.header_buttons()
    assert not page.acceptDrops()
    assert page.primary is None
    page.open_answer(nadia.writes())
    assert page.opening.preview is None and not desk.tasks.running
