"""From a review file to an answer: opened without a plan, kept while one types, returned as often as one likes."""

from __future__ import annotations

import hashlib
import json
import stat
import sys
import time
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit

from leaderplan.app.answering import Answering
from leaderplan.domain.messages import _
from leaderplan.domain.records import CommentKind
from leaderplan.errors import UserError
from leaderplan.exchange import sealed
from leaderplan.exchange.review import answer, armour
from leaderplan.places import reviews_folder
from leaderplan.ui.dress import dress
from leaderplan.ui.mentor.leaving import Leaving
from leaderplan.ui.mentor.returning import Returned
from leaderplan.ui.mentor.unsealing import Unsealing
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import Paragraph, PlainLabel
from tests.ui.mentor.conftest import changed_bytes, keys, row_of, type_in

PASSPHRASE = "correct horse battery staple one two"


def say(window: MentorWindow, text: str, field: str = "action") -> None:
    row_of(window, field).begin(CommentKind.COMMENT)
    type_in(text)


def drafts() -> list[Path]:
    return sorted(reviews_folder().glob("*.json"))


def words(window) -> str:
    parts = (*window.findChildren(Paragraph), *window.findChildren(PlainLabel))
    return "\n".join(part.text() for part in parts if part.isVisible())


def said_in(window: MentorWindow) -> list[str]:
    assert window.sitting is not None
    return [comment.text for comment in window.sitting.book.current]


def press(window, words: str) -> None:
    [found] = [each for each in window.findChildren(Button) if each.text() == words and each.isVisible()]
    found.click()


def test_it_shows_who_asks_what_and_makes_no_plan(window: MentorWindow, own_home: Path) -> None:
    told = words(window)
    for part in ("Nadia Khan, round 1", "From Rhian Calloway, 12 Mar 2026", "Rhian Calloway asks",
                 "Where would a panel stop me?", "Nothing written yet"):  # fmt: skip
        assert part in told
    assert not (own_home / "plan").exists()
    assert drafts() == []


def test_the_name_is_asked_once_and_stays_once_something_was_returned(window: MentorWindow, tmp_path: Path) -> None:
    assert window.desk is not None and window.sitting is not None
    whole = window.desk.document.whole()
    assert whole is not None and whole.name.text() == "Nadia Khan"
    whole.name.setFocus()
    whole.name.selectAll()
    type_in("Dr Nadia Khan")
    say(window, "Good.")
    assert {comment.author for comment in window.sitting.book.comments} == {"Dr Nadia Khan"}
    assert window.write_answer(tmp_path / "back.leaderplan-answer")
    window.desk.show_record(None)
    whole = window.desk.document.whole()
    assert whole is not None and whole.name.isReadOnly()


def test_without_a_name_nothing_is_returned(window: MentorWindow) -> None:
    assert window.desk is not None and window.sitting is not None
    window.sitting.name("")
    say(window, "Good.")
    window.return_it()
    whole = window.desk.document.whole()
    assert whole is not None and whole.name.hasFocus()
    assert window.toast.text() == "Say first under which name you answer."


def test_nothing_said_is_nothing_to_return(window: MentorWindow) -> None:
    window.return_it()
    assert window.toast.text() == "There is nothing to return yet: say something first."


def test_three_words_and_a_word_on_the_whole(window: MentorWindow) -> None:
    assert window.desk is not None and window.sitting is not None
    whole = window.desk.document.whole()
    assert whole is not None
    for field, word in zip(whole.words, ("Plain", "impatient, a little", "kind"), strict=True):
        field.setFocus()
        type_in(word)
    whole.begin()
    type_in("You say too little of what you risked.")
    three, comment = window.sitting.book.current
    assert (three.kind, three.text) == (CommentKind.THREE_WORDS, "Plain, impatient a little, kind")
    assert (comment.kind, comment.record, comment.text) == (
        CommentKind.COMMENT, None, "You say too little of what you risked.",
    )  # fmt: skip
    window.desk.show_record("story-001")
    window.desk.show_record(None)
    again = window.desk.document.whole()
    assert again is not None and [field.text() for field in again.words] == ["Plain", "impatient a little", "kind"]


def test_what_is_typed_is_on_the_disk_within_two_seconds_for_nobody_else_to_read(window: MentorWindow, qtbot) -> None:
    began = time.monotonic()
    say(window, "Keep this.")
    qtbot.waitUntil(lambda: bool(drafts()), timeout=2000)
    assert time.monotonic() - began < 2.5
    [file] = drafts()
    assert "Keep this." in json.loads(file.read_text("utf-8"))["comments"][0]["text"]
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_typed_is_on_the_disk_when_the_field_is_left(window: MentorWindow) -> None:
    say(window, "Keep this.")
    keys(Qt.Key.Key_Tab)
    assert len(drafts()) == 1


def test_it_is_all_there_when_the_review_is_opened_again(window: MentorWindow, open_review, review: Path) -> None:
    say(window, "Still here?")
    window._leaves = True
    window.close()
    assert window.sitting is not None and window.sitting.keep()
    again = open_review(review)
    assert said_in(again) == ["Still here?"]
    assert "1 comment not returned yet" in words(again)
    assert [card.boxes()[0].text() for card in row_of(again, "action").margin.cards] == ["Still here?"]


class FullDisk(Answering):
    """Cannot keep anything for a while."""

    full = True

    def keep(self, head, book, key) -> None:
        if self.full:
            raise UserError(_("The disk is full."), _("Make room on it."))
        super().keep(head, book, key)


def test_what_cannot_be_kept_is_said_once_and_stays_on_the_screen(open_review, review: Path, qtbot) -> None:
    disk = FullDisk()
    window = open_review(review, answering=disk)
    told: list[UserError] = []
    window.sitting.failed.connect(told.append)
    say(window, "First")
    qtbot.waitUntil(lambda: len(told) == 1, timeout=2000)
    assert window.toast.text() == "The disk is full. Make room on it."
    assert "What you write cannot be kept on this computer" in words(window)
    type_in(" and second")
    assert not window.sitting.keep()
    assert len(told) == 1
    assert said_in(window) == ["First and second"]
    disk.full = False
    assert window.sitting.keep()
    assert "1 comment not returned yet" in words(window)
    assert len(drafts()) == 1


def test_a_damaged_draft_is_set_aside_and_said(window: MentorWindow, open_review, review: Path) -> None:
    say(window, "To be damaged.")
    assert window.sitting is not None and window.sitting.keep()
    window._leaves = True
    window.close()
    [file] = drafts()
    file.write_bytes(b"{" + file.read_bytes())
    before = file.read_bytes()
    again = open_review(review)
    assert "set aside as" in again.toast.text()
    assert said_in(again) == []
    say(again, "Written after that.")
    assert again.sitting.keep()
    [aside] = [each for each in drafts() if "unreadable" in each.name]
    assert aside.read_bytes() == before
    assert len(drafts()) == 2


def test_returning_writes_a_proven_answer_and_says_where_it_is(window: MentorWindow, tmp_path: Path, workspace) -> None:
    say(window, "Who else?")
    assert window.write_answer(tmp_path / "back.leaderplan-answer")
    [sheet] = window.findChildren(Returned)
    file = tmp_path / "back.leaderplan-answer"
    assert str(file) in words(sheet)
    assert sheet.enough.isDefault()
    found = answer.read(file.read_bytes(), file.name, workspace.plan)
    assert (found.author, found.proven, [said.comment.text for said in found.said if said.comment]) == (
        "Nadia Khan", True, ["Who else?"],
    )  # fmt: skip
    assert "All of it is returned" in words(window)
    press(sheet, "Copy as text")
    text = QGuiApplication.clipboard().text()
    assert text.startswith(armour.BEGIN)
    assert answer.read(text.encode(), "mail", workspace.plan).proven is True


def test_the_save_dialog_proposes_a_sensible_name(window: MentorWindow) -> None:
    say(window, "Who else?")
    assert window._returning is not None
    assert window._returning.name == "Nadia Khan, round 1.leaderplan-answer"
    assert window.sitting is not None
    window.sitting.name("Karl / Weiss")
    assert window._returning.name == "Karl _ Weiss, Nadia Khan, round 1.leaderplan-answer"


def test_the_answer_goes_where_the_mentor_says_with_its_ending(
    window: MentorWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(window, "Who else?")
    typed = [str(tmp_path / "back"), ""]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (typed.pop(0), ""))
    press(window, "Return")
    assert [each.name for each in tmp_path.glob("back*")] == ["back.leaderplan-answer"]
    typed.insert(0, str(tmp_path / "back"))
    before = (tmp_path / "back.leaderplan-answer").read_bytes()
    say(window, "And who pays?")
    press(window, "Return")
    assert (tmp_path / "back.leaderplan-answer").read_bytes() == before, "it was asked, and not written over"


def test_an_answer_that_cannot_be_written_is_said_and_nothing_counts_as_returned(
    window: MentorWindow, tmp_path: Path
) -> None:
    say(window, "Who else?")
    assert not window.write_answer(tmp_path / "no such folder" / "back.leaderplan-answer")
    assert window.toast.text() != ""
    assert "1 comment not returned yet" in words(window)


def test_a_change_after_returning_is_a_version_and_counts_again(window: MentorWindow, tmp_path: Path) -> None:
    say(window, "First words.")
    window.write_answer(tmp_path / "one.leaderplan-answer")
    row = row_of(window, "action")
    row.margin.cards[0].write()
    type_in(" More.")
    assert window.sitting is not None
    [latest] = window.sitting.book.current
    assert latest.revises == window.sitting.book.comments[0].id
    assert "1 comment not returned yet" in words(window)
    assert "changed since you returned it" in words(row)
    assert len(row.margin.cards) == 1


def test_closing_with_unreturned_comments_asks_with_returning_as_the_default(window: MentorWindow, qtbot) -> None:
    say(window, "Do not lose me.")
    window.close()
    assert window.isVisible()
    [sheet] = window.findChildren(Leaving)
    assert sheet.now.isDefault() and "1 comment not returned yet" in words(sheet)
    press(sheet, "Cancel")
    assert window.isVisible()
    window.close()
    sheet = [each for each in window.findChildren(Leaving) if each.isVisible()][-1]
    press(sheet, "Close, it is kept")
    assert not window.isVisible()
    assert len(drafts()) == 1


def test_closing_says_so_where_they_could_not_be_kept(open_review, review: Path) -> None:
    window = open_review(review, answering=FullDisk())
    say(window, "On the screen only.")
    window.close()
    [sheet] = window.findChildren(Leaving)
    assert "Closing loses what you wrote last" in words(sheet)
    assert sheet.close_it.text() == "Close and lose it"
    press(sheet, "Cancel")
    say(window, "And this.", "result")
    window.close()
    sheet = [each for each in window.findChildren(Leaving) if each.isVisible()][-1]
    assert "2 comments not returned yet" in words(sheet)
    assert sheet.close_it.text() == "Close and lose them"


def test_closing_without_unreturned_comments_asks_nothing(window: MentorWindow) -> None:
    row_of(window, "action").begin(CommentKind.COMMENT)  # begun, and nothing said
    window.close()
    assert not window.isVisible()


def spoil_head(file: Path) -> None:
    file.write_bytes(b"Dear Nadia, " + file.read_bytes())


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def newer(file: Path) -> None:
    with ZipFile(file) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    held["manifest.json"] = held["manifest.json"].replace(b'"version": 1', b'"version": 9')
    with ZipFile(file, "w") as packed:
        for name, data in held.items():
            packed.writestr(name, data)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (spoil_head, "The file is no review file of LeaderPlan."),
        (cut_off, "The file was changed or cut off on its way."),
        (newer, "The review file was written by a newer LeaderPlan"),
        (changed_bytes, "The file was changed"),
        (Path.unlink, "is not there."),
        (lambda file: file.write_bytes(b""), "is empty."),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_the_window_and_left_as_it_is(
    open_review, review: Path, spoil, sentence: str
) -> None:
    spoil(review)
    before = hashlib.sha256(review.read_bytes()).hexdigest() if review.exists() else ""
    window = open_review(review)
    assert window.desk is None
    assert sentence in words(window)
    assert (hashlib.sha256(review.read_bytes()).hexdigest() if review.exists() else "") == before


def test_after_the_file_was_mended_it_is_tried_again(open_review, review: Path, qtbot) -> None:
    good = review.read_bytes()
    cut_off(review)
    window = open_review(review)
    review.write_bytes(good)
    with qtbot.waitSignal(window.shown, timeout=10_000):
        press(window, "Try again")
    assert window.desk is not None


@pytest.mark.timeout(120)
def test_a_sealed_review_asks_for_its_passphrase_until_it_is_right(
    open_review, send, workspace, tmp_path, qtbot
) -> None:
    file = send("sealed", sealed.new_key(PASSPHRASE))
    window = open_review(file)
    [view] = window.findChildren(Unsealing)
    assert isinstance(view.field, QLineEdit) and view.field.hasFocus()
    ticks: list[float] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(20)
    type_in("another horse battery staple one two")
    keys(Qt.Key.Key_Return)
    qtbot.waitUntil(view.wrong.isVisible, timeout=30_000)
    assert "The passphrase does not open this file." in words(window)
    gaps = [later - earlier for earlier, later in pairwise(ticks)]
    assert max(gaps) < 1  # the window went on while the passphrase was tried
    view.field.clear()
    type_in(PASSPHRASE)
    with qtbot.waitSignal(window.shown, timeout=30_000):
        keys(Qt.Key.Key_Return)
    say(window, "For your eyes only.")
    assert window.sitting is not None and window.sitting.keep()
    [draft] = drafts()
    assert sealed.is_sealed_bytes(draft.read_bytes())
    assert window.write_answer(tmp_path / "back.leaderplan-answer")
    [sheet] = window.findChildren(Returned)
    assert sheet.copy.isHidden() and "only Rhian Calloway can open it" in words(sheet)
    data = (tmp_path / "back.leaderplan-answer").read_bytes()
    assert sealed.is_sealed_bytes(data) and b"eyes only" not in data


def test_large_text_clips_no_label(open_review, review: Path, qapp, qtbot) -> None:
    dress(qapp, "light", 2.0)
    window = open_review(review)
    assert window.desk is not None
    document = window.desk.document

    def clipped() -> list[str]:
        shown = [each for each in document.findChildren(Paragraph) if each.isVisible() and each.text()]
        assert shown
        return [each.text() for each in shown if each.height() < each.heightForWidth(each.width())]

    for record in (None, "story-001", "comp-0001"):
        window.desk.show_record(record)
        qtbot.waitUntil(lambda: bool(document.findChildren(Paragraph)) and not clipped())
