"""The planner sends a page from the window, a mentor answers in a real browser, and the planner works through it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTextEdit

from leaderplan.app import Application
from leaderplan.domain.edits import add, alter
from leaderplan.domain.records import Achievement, Assessment, Comment, CommentKind, Fate, Profile, Round
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.answerpreview import AnswerPreview
from leaderplan.ui.dialogs.passphrase import Seal
from leaderplan.ui.dialogs.sending import SendSheet
from leaderplan.ui.dialogs.sending.ready import ReadyPage
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.acts import Act
from tests.browser.chromium import Tab
from tests.browser.mentor import comment_on, counts, fill, save_answer, select, status
from tests.journeys.hands import Hands
from tests.ui.finding import the
from tests.ui.pages.reviews.conftest import RECORDS, row_saying
from tests.ui.shownwords import rich_in, said_by

QUESTION = "Where would a panel stop believing me?"
OLD, NEW = "Nine of ten claims", "Nine of ten families’ claims"
STEPS, FAMILIES, WORDS, RATED = (
    "Which steps? <b>Name one.</b>",
    "How many families?",
    "plain, impatient, kind",
    "Too late.",
)
REPLY, REASON = "Eleven of sixteen.", "Nobody counted them."


@pytest.mark.timeout(180)
def test_from_a_plan_to_a_browser_and_back(
    begun: Application, desk: Desk, new_tab: Callable[[], Tab], qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    known = {record.id for record in desk.plan}
    assert desk.commit(alter(desk.plan, desk.plan.all(Profile)[0], name="Rhian Calloway"), None)
    assert desk.commit(add(*[record for record in RECORDS if record.id not in known]), None)
    hands = Hands(begun.window, qtbot.waitUntil)
    hands.go("Reviews")
    page = begun.window.navigator.page
    assert isinstance(page, Reviews)

    review = tmp_path / "Nadia Khan.leaderplan-review"
    _send(begun, desk, hands, review, qtbot, monkeypatch)
    [round] = desk.plan.all(Round)
    assert (round.title, round.message, round.mentor) == ("Nadia Khan, round 1", QUESTION, "nadia")
    assert page.listing.model.ids == [round.id] and not desk.plan.all(Comment)

    answer, text = _answer_in_the_browser(new_tab(), review.with_suffix(".html"))
    _take_in(page, desk, hands, answer, qtbot, monkeypatch)
    before = desk.plan
    _paste(page, hands, text, qtbot)
    assert desk.plan == before

    with qtbot.waitActive(begun.window):
        begun.window.activateWindow()
    assert STEPS in said_by(begun.window) and rich_in(begun.window) == []
    _work_through(page, desk)
    hands.press("Close the round")
    [round] = desk.plan.all(Round)
    assert round.closed_on is not None
    assert page.listing.model.row_words(round.id).words[0] == "2 accepted"
    assert "2 accepted, 2 done and 1 declined" in said_by(page.side.round.head)
    _report(desk, hands, tmp_path / "report.pdf", qtbot, monkeypatch)


def _send(begun: Application, desk: Desk, hands: Hands, review: Path, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it to Nadia Khan, unsealed, with the page for a browser."""
    hands.press("Send for review")
    sheet = the(SendSheet, begun.window)
    hands.write("To", "Nadia Khan")
    QTest.keyClicks(sheet.choosing.asking.field.editor, QUESTION)
    sheet.choosing.sealing.words.choose(Seal.OPEN)
    assert sheet.choosing.sealing.form.isChecked(), "a file that anybody can read goes with its page by itself"
    qtbot.waitUntil(lambda: sheet.outcome is not None and sheet.foot.save.isEnabled(), timeout=10_000)
    assert sheet.outcome is not None
    leaves = {record.id for record in sheet.outcome.goes.plan}
    assert {"claims", "parking", "telling"} <= leaves and "karl" not in leaves
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(review), ""))
    hands.press("Save the file…")
    qtbot.waitUntil(lambda: sheet.is_ready, timeout=20_000)
    mail = the(ReadyPage, sheet).mail.text()
    assert "Open Nadia Khan.leaderplan-review with LeaderPlan, or Nadia Khan.html in any browser." in mail
    hands.press("Done")


def _answer_in_the_browser(tab: Tab, form: Path) -> tuple[Path, str]:
    """What a mentor says with mouse and keys: the file that they save, and the text that they copy."""
    tab.open(form)
    assert (
        QUESTION in tab.run("document.body.innerText")
        and tab.run("document.getElementById('name').value") == "Nadia Khan"
    )
    select(tab, "claims", "action", "removed unnecessary steps")
    tab.click("#offer")
    tab.type(STEPS)
    tab.click(".editor button", "Done")
    select(tab, "claims", "result", OLD)
    tab.click("#offer")
    tab.click("#e-how-suggestion")
    fill(tab, "#e-new", NEW)
    tab.key("Escape")
    tab.click("button", "Rate Telling the story")
    tab.click("#e-level-0")
    fill(tab, "#e-text", RATED)
    tab.key("Escape")
    tab.click("button", "Say three words")
    tab.type(WORDS)
    tab.key("Enter")
    comment_on(tab, "Parking appeals without a form", FAMILIES)
    assert counts(tab) == "Written: 5, Not sent yet: 5"
    answer = save_answer(tab)
    assert answer.name == "Nadia Khan, round 1 from Nadia Khan.leaderplan-answer"
    assert counts(tab) == "Written: 5, Not sent yet: 0"
    tab.click("#answer button", "Answer as text")
    text = tab.run("document.getElementById('answer-text').value")
    tab.click("#text-panel button", "Copy")
    tab.wait_for("document.getElementById('status').textContent === 'Copied. Paste it into a mail.'")
    assert status(tab) == "Copied. Paste it into a mail."
    return answer, str(text)


def _preview(page: Reviews, qtbot) -> AnswerPreview:
    qtbot.waitUntil(lambda: page.opening.preview is not None, timeout=10_000)
    assert page.opening.preview is not None
    return page.opening.preview


def _take_in(page: Reviews, desk: Desk, hands: Hands, answer: Path, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file, through the preview."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(answer), ""))
    hands.press("Open an answer")
    sheet = _preview(page, qtbot)
    assert sheet.facts == ["5 new comments."]
    assert [sheet.lines.item(row).text() for row in range(sheet.lines.count())] == [
        f"comment on Claims decided in four days, Action: {STEPS}",
        f"suggestion on Claims decided in four days, Result: {NEW}",
        f"rating on Telling the story: {RATED}",
        f"three words on the plan as a whole: {WORDS}",
        f"comment on Parking appeals without a form: {FAMILIES}",
    ]
    assert not desk.plan.all(Comment)
    hands.press("Take in")
    qtbot.waitUntil(lambda: bool(desk.plan.all(Comment)) and not desk.tasks.running, timeout=20_000)
    came = desk.plan.all(Comment)
    assert {(comment.kind, comment.text or comment.proposed) for comment in came} == {
        (CommentKind.COMMENT, STEPS),
        (CommentKind.SUGGESTION, NEW),
        (CommentKind.RATING, RATED),
        (CommentKind.THREE_WORDS, WORDS),
        (CommentKind.COMMENT, FAMILIES),
    }
    assert {comment.author for comment in came} == {"Nadia Khan"}
    page.opening.preview = None


def _paste(page: Reviews, hands: Hands, text: str, qtbot) -> None:
    """The same as the text of a mail brings nothing more."""
    QGuiApplication.clipboard().setText("Dear Rhian,\n\n> " + text.replace("\n", "\n> ") + "\n\nNadia\n")
    hands.press("Paste an answer from a mail")
    sheet = _preview(page, qtbot)
    assert sheet.facts == [
        "5 comments are in your plan already.",
        "You have all of it already. There is nothing to take in.",
    ]
    assert not sheet.take.isVisible()
    hands.press("Close")


def _work_through(page: Reviews, desk: Desk) -> None:
    """One is accepted, one answered, one declined; the rating stands beside one's own."""
    row_saying(page, NEW).right.buttons[Act.ACCEPT].click()
    assert desk.plan.table(Achievement)["claims"].result.startswith(f"{NEW} are now decided")
    _write(page, STEPS, Act.ANSWER, REPLY)
    assert row_saying(page, STEPS).value.said.waits, "an answer alone does not end it"
    row_saying(page, STEPS).right.buttons[Act.DONE].click()
    _write(page, FAMILIES, Act.DECLINE, REASON)
    row_saying(page, RATED).right.buttons[Act.BESIDE].click()
    row_saying(page, WORDS).right.buttons[Act.DONE].click()
    by_nadia = [each for each in desk.plan.all(Assessment) if each.by == "nadia"]
    assert [(each.competency, each.level) for each in by_nadia] == [("telling", "level1")]
    said = {comment.text or comment.proposed: comment for comment in desk.plan.all(Comment)}
    assert {words: comment.fate for words, comment in said.items() if words != REPLY} == {
        NEW: Fate.ACCEPTED,
        STEPS: Fate.DONE,
        FAMILIES: Fate.DECLINED,
        RATED: Fate.ACCEPTED,
        WORDS: Fate.DONE,
    }
    assert said[REPLY].parent == said[STEPS].id and said[FAMILIES].reason == REASON


def _write(page: Reviews, about: str, act: Act, words: str) -> None:
    row_saying(page, about).right.buttons[act].click()
    writer = row_saying(page, about).right.writer
    assert writer is not None
    QTest.keyClicks(the(QTextEdit, writer), words)
    writer.store.click()


def _report(desk: Desk, hands: Hands, report: Path, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every comment with what became of it, as a PDF."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(report), ""))
    hands.press("Write the report of this round")
    qtbot.waitUntil(lambda: report.exists() and not desk.tasks.running, timeout=20_000)
    said = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(report).pages)
    for words in ("Nadia Khan", QUESTION, STEPS, REPLY, NEW, FAMILIES, REASON, WORDS, RATED):
        assert words in said, said
