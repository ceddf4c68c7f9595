"""Reading a review and saying something about it, beside the text."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement, CommentKind, Measure, Reading
from leaderplan.domain.review import sending
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.upkeep import reviews
from tests.store.plans import opened
from tests.ui.mentor.conftest import ACTION, AT, TODAY, focus, keys, records, row_of, rows, type_in

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def current(window: MentorWindow):
    assert window.sitting is not None
    return window.sitting.book.current


def offered(window: MentorWindow) -> list[str]:
    assert window.desk is not None
    return [button.text() for button in window.desk.document.offer.buttons]


def test_everything_that_was_sent_is_there_to_read(window: MentorWindow) -> None:
    row_of(window, "action")
    texts = [row.spot.text for row in rows(window)]
    assert texts[0] == "Claims decided in four days"
    assert ACTION in texts and "Nine of ten." in texts
    assert any(text.startswith("21 → 4 days · 17 days less") for text in texts)


def test_nothing_that_is_read_can_be_changed(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.passage.words.setFocus()
    type_in("xyz")
    keys(Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    QApplication.clipboard().setText("pasted")
    keys(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert row.passage.words.toPlainText() == ACTION
    assert window.sitting is not None
    story = window.sitting.plan.get(Achievement, "story-001")
    assert story is not None and story.action == ACTION


def test_words_are_selected_and_commented_on_by_keys_alone(window: MentorWindow, qtbot) -> None:
    row = row_of(window, "action")
    row.passage.words.setFocus(Qt.FocusReason.TabFocusReason)
    keys(*[Qt.Key.Key_Right] * 2)
    keys(*[Qt.Key.Key_Right] * 7, modifier=Qt.KeyboardModifier.ShiftModifier)
    keys(ENTER)
    assert offered(window) == ["Comment", "Suggest other words"]
    keys(ENTER)
    type_in("Who else was there?")
    [comment] = current(window)
    assert (comment.kind, comment.record, comment.field) == (CommentKind.COMMENT, "story-001", "action")
    assert (comment.quote, comment.prefix, comment.suffix) == ("brought", "I ", " the four teams together. Then w")
    assert comment.text == "Who else was there?"
    keys(ESC)
    assert focus() is row.passage.words


def test_a_whole_field_is_meant_where_no_words_are_selected(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.passage.words.setFocus()
    keys(ENTER, ENTER)
    type_in("Too short.")
    [comment] = current(window)
    assert (comment.quote, comment.field) == ("", "action")


def test_other_words_are_proposed_with_the_old_ones_struck_out(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.passage.select(ACTION.index("we struck"), ACTION.index(" out"))
    row.passage.words.setFocus()
    keys(ENTER, Qt.Key.Key_Right, ENTER)
    type_in("I struck")
    keys(TAB)
    type_in("Say what you did.")
    [comment] = current(window)
    assert (comment.kind, comment.quote, comment.proposed) == (CommentKind.SUGGESTION, "we struck", "I struck")
    assert comment.text == "Say what you did."
    [shown] = row.findChildren(ChangedText)
    assert shown.text().replace("\u2009", " ") == "we struck I struck"
    assert shown.accessibleName() == "“we struck” becomes “I struck”"
    assert [QWidget.accessibleName(box.field) for box in row.margin.cards[0].boxes()] == ["New words", "Why"]


@pytest.mark.parametrize("kind", [CommentKind.COMMENT, CommentKind.SUGGESTION, CommentKind.TESTIMONIAL])
def test_what_was_begun_and_not_said_leaves_no_trace(window: MentorWindow, kind: CommentKind) -> None:
    row = row_of(window, "title")
    card = row.begin(kind)
    assert card is not None
    keys(ESC)
    assert current(window) == ()
    assert row.margin.cards == []


def test_selecting_with_the_mouse_offers_without_taking_the_keyboard(window: MentorWindow, qtbot) -> None:
    row = row_of(window, "action")
    words = row.passage.words
    start, end = words.cursorRect().center(), words.cursorRect().center() + QPoint(120, 0)
    QTest.mousePress(words.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(words.viewport(), end)
    QTest.mouseRelease(words.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert row.passage.selected is not None
    assert window.desk is not None and window.desk.document.offer.isVisible()
    assert not any(button.hasFocus() for button in window.desk.document.offer.buttons)
    window.desk.contents.setFocus()
    qtbot.waitUntil(lambda: not window.desk.document.offer.isVisible())


def test_escape_takes_the_offer_away_and_gives_the_keyboard_back(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.passage.words.setFocus()
    keys(ENTER, ESC)
    assert window.desk is not None and not window.desk.document.offer.isVisible()
    assert focus() is row.passage.words


def test_a_testimonial_is_offered_on_a_piece_of_work_and_nowhere_else(window: MentorWindow) -> None:
    row = row_of(window, "title")
    row.passage.words.setFocus()
    keys(ENTER)
    assert offered(window) == ["Comment", "Suggest other words", "Give a testimonial"]
    keys(Qt.Key.Key_Left, ENTER)
    type_in("She held the room for four months.")
    [comment] = current(window)
    assert (comment.kind, comment.record, comment.field) == (CommentKind.TESTIMONIAL, "story-001", "")
    for record, field in (("me-000001", "name"), ("comp-0001", "title")):
        other = row_of(window, field, record)
        other.passage.words.setFocus()
        keys(ENTER)
        assert "Give a testimonial" not in offered(window)
        keys(ESC)


def test_the_words_a_comment_is_about_are_underlined(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.passage.select(2, 9)
    row.begin(CommentKind.COMMENT)
    type_in("Hm.")
    [marked] = row.passage.words.extraSelections()
    assert marked.cursor.selectedText() == "brought"
    assert marked.format.background().style() != Qt.BrushStyle.NoBrush  # it is the one that is written
    keys(ESC)
    [marked] = row.passage.words.extraSelections()
    assert marked.format.background().style() == Qt.BrushStyle.NoBrush


def test_letters_beyond_the_first_plane_are_counted_as_one(open_review, workspace, send) -> None:
    story = workspace.plan.find("story-001")
    workspace.commit(edits.alter(workspace.plan, story, action="🙂🙂 and then 🙂 words"))
    window = open_review(send("emoji"))
    row = row_of(window, "action")
    row.passage.select(3, 11)
    row.begin(CommentKind.COMMENT)
    type_in("Hm.")
    [comment] = current(window)
    assert (comment.quote, comment.prefix) == ("and then", "🙂🙂 ")


def test_a_comment_that_is_removed_comes_back_by_undo(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.begin(CommentKind.COMMENT)
    type_in("Gone in a moment.")
    [remove] = [b for b in row.findChildren(QAbstractButton) if b.accessibleName() == "Remove this comment"]
    remove.click()
    assert current(window) == ()
    assert window.toast.text() == "The comment was removed."
    window.toast.undone.emit()
    assert [comment.text for comment in current(window)] == ["Gone in a moment."]
    assert [card.boxes()[0].text() for card in row.margin.cards] == ["Gone in a moment."]


def test_comments_stand_beside_the_text_where_there_is_room_and_below_it_where_there_is_not(
    window: MentorWindow, qtbot
) -> None:
    row = row_of(window, "action")
    row.begin(CommentKind.COMMENT)
    type_in("Beside it.")
    qtbot.waitUntil(lambda: row.margin.x() > row.passage.width())
    assert row.margin.width() == 316
    assert row.passage.width() <= 720
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: row.margin.y() >= row.passage.height())
    assert row.margin.x() < row.passage.width()


def test_f6_leads_to_the_comment_beside_the_text_and_back(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.begin(CommentKind.COMMENT)
    type_in("Hm.")
    row.passage.words.setFocus()
    keys(Qt.Key.Key_F6)
    assert focus() is row.margin.cards[0].boxes()[0].field
    keys(Qt.Key.Key_F6)
    assert focus() is row.passage.words


def test_tab_leads_from_the_passage_to_its_comments_and_on(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.begin(CommentKind.COMMENT)
    type_in("Hm.")
    row.passage.words.setFocus()
    keys(TAB)
    assert focus() is row.margin.cards[0].boxes()[0].field
    keys(TAB, TAB)
    assert focus() is row_of(window, "result").passage.words


def test_control_z_belongs_to_the_text_that_is_written(window: MentorWindow) -> None:
    row = row_of(window, "action")
    row.begin(CommentKind.COMMENT)
    type_in("One")
    keys(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert row.margin.cards[0].boxes()[0].text() == ""


def test_the_contents_count_what_was_said(window: MentorWindow) -> None:
    row_of(window, "action").begin(CommentKind.COMMENT)
    type_in("Hm.")
    assert window.desk is not None
    model = window.desk.contents.model()
    names = [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]
    assert "Claims decided in four days, 1 comment" in names
    assert "D1 Telling the story" in names
    assert names[0] == "The whole plan"


def test_a_comment_on_a_part_that_has_no_row_of_its_own_stands_at_the_head(window: MentorWindow) -> None:
    assert window.sitting is not None
    window.sitting.add(
        CommentKind.COMMENT, record="days-0001", of_table="measure", field="baseline", text="Since when?"
    )
    head = row_of(window, "name", "days-0001")
    assert [card.boxes()[0].text() for card in head.margin.cards] == ["Since when?"]


def test_a_hostile_text_is_shown_as_it_is_written(open_review, workspace, send, qtbot) -> None:
    hostile = "<b onclick=x>&amp; <img src='file:///etc/passwd'></b>" + "W" * 9_000
    story = workspace.plan.find("story-001")
    workspace.commit(edits.alter(workspace.plan, story, title="<i>Long</i> " + "x" * 150, action=hostile))
    window = open_review(send("hostile"), width=900, height=600)
    row = row_of(window, "action")
    assert row.passage.words.toPlainText() == hostile
    qtbot.waitUntil(lambda: row.passage.height() > 1000)


def test_a_thousand_records_are_there_within_a_second_and_every_entry_within_a_blink(open_review, tmp_path) -> None:
    many = [Achievement(id=f"many-{n:04}", title=f"Story {n}", action=ACTION) for n in range(600)]
    readings = [Reading(id=f"count-{n:03}", measure="days-0002", value=n, on=PartialDate(2025)) for n in range(400)]
    measure = Measure(id="days-0002", of="many-0001", name="Counted often")
    with opened(tmp_path / "large", *records()) as workspace:
        workspace.commit(edits.add(*many, measure, *readings))
        wish = sending.Wish(sending.everything(workspace.plan), sending.mentor_named(workspace.plan, "Nadia Khan"))
        file = tmp_path / "large.leaderplan-review"
        reviews.send(workspace, wish, file, None, reviews.Stamp(AT, TODAY, ENGLISH))
    began = time.monotonic()
    window = open_review(file)
    assert window.desk is not None
    assert time.monotonic() - began < 5  # a second on a machine that does nothing else
    began = time.monotonic()
    window.desk.show_record("many-0001")
    assert time.monotonic() - began < 1
    assert len(rows(window)) < 100  # the rest is built while one reads
