"""Working through a round: what a person relies on when they decide about a comment."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.records import (
    Achievement,
    Action,
    Assessment,
    Comment,
    CommentKind,
    Evidence,
    Fate,
)
from leaderplan.domain.review import book
from leaderplan.domain.rules.standing import standing
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.achievements import Achievements
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.about import Rank
from leaderplan.ui.pages.reviews.acts import Act
from leaderplan.ui.pages.reviews.fate import Todo
from leaderplan.ui.pages.reviews.parts import Who
from leaderplan.ui.pages.reviews.row import CommentRow
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.link import Why
from leaderplan.ui.widgets.markedtext import MarkedText
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.finding import the
from tests.ui.pages.reviews.conftest import ACTION_NOW, RESULT, OpenPage, change, idle, row_saying, shown, window_of
from tests.ui.pages.reviews.mentoring import NOON, Mentor
from tests.ui.reach import LONG

NEW = "Nine of ten families hear their answer before they put the phone down."


def fate_of(desk: Desk, row: CommentRow) -> Fate:
    """What became of a comment, as stored."""
    comment = desk.plan.get(Comment, row.value.said.comment.id)
    assert comment is not None
    return comment.fate or Fate.OPEN


def words_of(row: CommentRow) -> str:
    """Everything that small print and paragraphs of a row say."""
    return "\n".join(each.text() for each in row.findChildren(Paragraph))


def write(row: CommentRow, text: str) -> None:
    """Type into what was opened in a row, and store it."""
    writer = row.right.writer
    assert writer is not None
    if hasattr(writer.field, "set_text"):
        writer.field.set_text(text)
    else:
        writer.field.setText(text)
    writer.store.click()


def result(desk: Desk) -> str:
    story = desk.plan.get(Achievement, "claims")
    assert story is not None
    return story.result


def test_comments_come_in_the_order_in_which_the_plan_is_read(page: Reviews) -> None:
    assert shown(page) == [
        "It reads like one person’s plan. Good.",
        "plain, impatient, kind",
        "I have seen nobody carry such a risk so calmly.",
        "Who is “we”? A panel will ask what you risked yourself.",
        NEW,
        "How many families?",
        "I know of these wins only because you sent me this.",
    ]


def test_a_suggestion_stands_beside_the_words_it_is_about(page: Reviews) -> None:
    row = row_saying(page, NEW)
    assert row.left.link.text() == "Claims decided in four days · Result"
    assert row.left.now is not None and row.left.now.shown.text() == RESULT
    assert "Unchanged since you sent it." in words_of(row)
    assert the(ChangedText, row.right).accessibleName() == f"Instead of “{RESULT}”: {NEW}"


def test_accepting_puts_the_words_in_and_undo_takes_all_of_it_back_in_one_step(
    page: Reviews, desk: Desk, toasts: list[str]
) -> None:
    row = row_saying(page, NEW)
    row.right.buttons[Act.ACCEPT].click()
    assert result(desk) == NEW
    assert toasts == ["The new words are in Claims decided in four days."]
    assert fate_of(desk, row_saying(page, NEW)) is Fate.ACCEPTED
    assert desk.undo() is not None
    assert result(desk) == RESULT
    assert fate_of(desk, row_saying(page, NEW)) is Fate.OPEN
    assert Act.ACCEPT in row_saying(page, NEW).right.buttons


def test_a_suggestion_whose_words_are_gone_stands_as_a_comparison(page: Reviews, desk: Desk, qtbot) -> None:
    change(desk, "claims", result="Every claim is decided on the phone.")
    idle(desk, qtbot)
    row = row_saying(page, NEW)
    assert Act.ACCEPT not in row.right.buttons
    assert [*row.right.buttons] == [Act.EDIT, Act.DONE, Act.ANSWER]
    assert "The old words do not stand there any more, or more than once." in words_of(row)
    assert row.left.now is not None and row.left.now.shown.text() == "Every claim is decided on the phone."
    assert row.value.about.was is not None and row.value.about.was.words == RESULT


def test_words_that_are_only_to_go_are_named_as_such(nadia: Mentor, open_page: OpenPage) -> None:
    nadia.says(CommentKind.SUGGESTION, "claims", "situation", "three weeks ", proposed="")
    nadia.comes()
    page = open_page()
    found = [row for key in page.side.round.rows.keys if (row := page.side.round.rows.row(key))]
    [row] = [row for row in found if "Take these words out." in words_of(row)]
    assert the(ChangedText, row.right).accessibleName() == "Take out: three weeks "


def test_editing_the_text_leads_to_its_field(page: Reviews, desk: Desk) -> None:
    change(desk, "claims", result="Every claim is decided on the phone.")
    row_saying(page, NEW).right.buttons[Act.EDIT].click()
    window = window_of(page)
    assert isinstance(window.navigator.page, Achievements)
    assert window.navigator.page.place == Place("achievements", "claims")


def test_the_place_leads_to_the_record(page: Reviews) -> None:
    row_saying(page, NEW).left.link.click()
    assert isinstance(window_of(page).navigator.page, Achievements)


def test_a_text_that_was_changed_is_shown_as_it_was_when_they_read_it(page: Reviews, desk: Desk, qtbot) -> None:
    change(desk, "claims", action=ACTION_NOW)
    idle(desk, qtbot)
    row = row_saying(page, "Who is")
    was = row.value.about.was
    assert was is not None and was.span is not None
    assert was.words[was.span.start : was.span.end] == "removed unnecessary steps"
    assert "You have changed this since; it may be answered." in words_of(row)
    praise = row_saying(page, "carry such a risk")
    assert "You have changed this since you sent it: Action." in words_of(praise)


def test_declining_needs_a_reason(page: Reviews, desk: Desk, toasts: list[str]) -> None:
    row = row_saying(page, "Who is")
    row.right.buttons[Act.DECLINE].click()
    write(row, "  ")
    assert row.right.writer is not None
    assert row.right.writer.problem == "A comment is declined with a reason. One sentence is enough."
    assert fate_of(desk, row) is Fate.OPEN
    write(row, "It was the team’s risk as well.")
    assert fate_of(desk, row) is Fate.DECLINED
    assert "Declined: It was the team’s risk as well." in words_of(row_saying(page, "Who is"))
    assert toasts == ["Declined. Nadia Khan reads the reason with the next round."]


def test_what_is_being_written_is_kept_until_it_is_stored_or_let_go(page: Reviews, desk: Desk) -> None:
    row = row_saying(page, "Who is")
    row.right.buttons[Act.ANSWER].click()
    assert row.right.writer is not None
    row.right.writer.field.set_text("I did, and")  # type: ignore[union-attr]
    QTest.keyClick(row.right.writer.field.editor, Qt.Key.Key_Escape)  # type: ignore[union-attr]
    assert row.right.writer is None
    row.right.buttons[Act.ANSWER].click()
    assert row.right.writer is not None and row.right.writer.text == "I did, and"
    row.right.writer.cancel.click()
    assert row.right.writer is None
    row.right.buttons[Act.ANSWER].click()
    assert row.right.writer is not None and row.right.writer.text == ""


def test_what_is_being_written_goes_on_while_the_text_changes(page: Reviews, desk: Desk) -> None:
    row = row_saying(page, "Who is")
    row.right.buttons[Act.ANSWER].click()
    assert row.right.writer is not None
    row.right.writer.field.set_text("I did")  # type: ignore[union-attr]
    change(desk, "claims", action=ACTION_NOW)
    after = row_saying(page, "Who is")
    assert after is not row
    assert after.right.writer is not None and after.right.writer.text == "I did"


def test_an_answer_stands_below_and_the_comment_stays_to_do(page: Reviews, desk: Desk) -> None:
    row = row_saying(page, "Who is")
    row.right.buttons[Act.ANSWER].click()
    write(row, "I and the team.")
    again = row_saying(page, "Who is")
    assert [each.text for each in again.value.said.answers] == ["I and the team."]
    assert fate_of(desk, again) is Fate.OPEN
    assert Act.DONE in again.right.buttons


def test_what_a_mentor_says_to_an_answer_names_the_answer(nadia: Mentor, desk: Desk, open_page: OpenPage) -> None:
    nadia.comes()
    page = open_page()
    row = row_saying(page, "Who is")
    row.right.buttons[Act.ANSWER].click()
    write(row, "I and the team.")
    answer = next(each for each in desk.plan.all(Comment) if each.kind is CommentKind.ANSWER)
    nadia.sent_all()
    nadia.says(CommentKind.COMMENT, "claims", "action", text="Then say so.", parent=answer.id)
    nadia.comes()
    assert "In answer to “I and the team.”" in words_of(row_saying(page, "Then say so"))


def test_an_action_is_made_with_a_day_and_ticked_where_it_stands(page: Reviews, desk: Desk) -> None:
    row = row_saying(page, "Who is")
    assert row.right.menu is not None
    entry = next(each for each in row.right.menu.actions() if each.text() == "Make an action…")
    entry.trigger()
    writer = row.right.writer
    assert writer is not None and writer.due is not None
    writer.due.set_value(PartialDate(2026, 3, 20))
    write(row, "Tell the risk again")
    [action] = desk.plan.all(Action)
    assert (action.title, action.due) == ("Tell the risk again", PartialDate(2026, 3, 20))
    row = row_saying(page, "Who is")
    todo = the(Todo, row.right)
    assert todo.text() == "Tell the risk again, due 20 March"
    todo.click()
    [action] = desk.plan.all(Action)
    assert action.done_on == PartialDate(2026, 3, 12)


def test_a_rating_stands_beside_ones_own_in_the_matrix_and_undo_takes_it_away(page: Reviews, desk: Desk) -> None:
    row = row_saying(page, "I know of these wins")
    assert row.value.about.words == "Competencies · Telling the story"
    assert row.value.about.rank == Rank("Working", 2, 4)
    row.right.buttons[Act.BESIDE].click()
    [theirs] = [each for each in desk.plan.all(Assessment) if each.by]
    assert (theirs.competency, theirs.level, theirs.by) == ("telling", "level1", "nadia")
    [found] = standing(desk.plan, desk.today())
    assert found.self_rating == 2, "one's own rating is not mixed with theirs"
    assert [mentor.rank for mentor in found.mentors] == [1]
    window_of(page).navigator.go(Place("competencies", "telling"))
    assert "Nadia Khan" in spoken(page.window())
    desk.undo()
    assert not [each for each in desk.plan.all(Assessment) if each.by]


def test_a_testimonial_says_that_it_is_printed_once_it_is_confirmed(
    page: Reviews, desk: Desk, toasts: list[str]
) -> None:
    row = row_saying(page, "carry such a risk")
    assert "printed with it" in words_of(row)
    assert not desk.plan.all(Evidence)
    row.right.buttons[Act.CONFIRM].click()
    [words] = desk.plan.all(Evidence)
    assert (words.supports, words.said_by) == (("claims",), "nadia")
    assert toasts == ["Confirmed: it is evidence of Claims decided in four days, printed with it in your portfolio."]
    desk.undo()
    assert not desk.plan.all(Evidence)


def test_what_is_dealt_with_can_be_opened_again(page: Reviews, desk: Desk) -> None:
    row_saying(page, "impatient").right.buttons[Act.DONE].click()
    row = row_saying(page, "impatient")
    assert fate_of(desk, row) is Fate.DONE
    row.right.buttons[Act.REOPEN].click()
    assert fate_of(desk, row_saying(page, "impatient")) is Fate.OPEN


def test_of_a_comment_that_was_edited_without_end_the_newest_versions_are_drawn(
    nadia: Mentor, desk: Desk, open_page: OpenPage
) -> None:
    id = nadia.says(CommentKind.COMMENT, "claims", text="Version 0.")
    for number in range(1, 15):
        nadia.sent_all()
        later = NOON + timedelta(days=number)
        nadia.book, id = book.change(nadia.book, id, later, new_id, text=f"Version {number}.")
    nadia.comes()
    row = row_saying(open_page(), "Version 14.")
    assert [version.text for version in row.value.said.earlier] == [f"Version {n}." for n in range(13, 3, -1)]
    [why] = row.findChildren(Why)
    assert why.text() == "Edited; 14 earlier versions"
    why.click()
    shown = [each.text() for each in row.findChildren(Paragraph) if each.isVisible()]
    assert shown[-1] == "and 4 versions before these, in the report"


def test_an_edited_comment_shows_its_earlier_version_on_demand(nadia: Mentor, desk: Desk, open_page: OpenPage) -> None:
    first = nadia.says(CommentKind.COMMENT, "claims", text="Too long.")
    nadia.edits(first, text="Too long by half.")
    nadia.comes()
    row = row_saying(open_page(), "by half")
    assert [version.text for version in row.value.said.earlier] == ["Too long."]
    why = the(Why, row.right)
    assert why.text() == "Edited; the earlier version"
    assert "Too long." not in shown_texts(row)
    why.click()
    assert "Too long." in shown_texts(row)


def shown_texts(row: CommentRow) -> list[str]:
    """The texts of a row that are in view."""
    return [each.text() for each in row.findChildren(MarkedText) if each.isVisibleTo(row)]


def test_a_withdrawn_comment_stays_quietly_with_what_it_said(nadia: Mentor, open_page: OpenPage) -> None:
    said = nadia.says(CommentKind.COMMENT, "claims", text="I do not believe this.")
    nadia.takes_back(said)
    nadia.comes()
    page = open_page()
    rows = page.side.round.rows
    row = next(row for key in rows.keys if (row := rows.row(key)) and row.value.said.withdrawn)
    assert "I do not believe this." in shown_texts(row)
    assert "Withdrawn on 10 March." in words_of(row)
    assert "Nadia Khan withdrew this" in [each.accessibleName() for each in row.findChildren(Who)]
    assert "1 withdrawn" in page.side.round.head._facts.text()
    assert not row.right.buttons and row.right.menu is None


def test_a_round_opens_on_the_first_comment_that_is_to_do(nadia: Mentor, desk: Desk, open_page: OpenPage) -> None:
    nadia.comes()
    first = next(each for each in desk.plan.all(Comment) if each.text.startswith("It reads"))
    change(desk, first.id, fate=Fate.DONE)
    page = open_page()
    rows = page.side.round.rows
    assert rows.keys[0] == first.id
    assert rows.current == rows.keys[1]


def test_only_what_is_to_do_is_shown_when_that_is_wished(page: Reviews, desk: Desk) -> None:
    row_saying(page, "impatient").right.buttons[Act.DONE].click()
    page.side.round.head.switch.segments[1].click()
    assert "plain, impatient, kind" not in shown(page)
    assert len(shown(page)) == 6
    page.side.round.head.switch.segments[0].click()
    assert len(shown(page)) == 7


def test_a_comment_that_is_hidden_is_shown_when_one_is_led_to_it(page: Reviews, desk: Desk) -> None:
    row = row_saying(page, "impatient")
    id = row.value.said.comment.id
    row.right.buttons[Act.DONE].click()
    page.side.round.head.switch.segments[1].click()
    page.show_record(id)
    assert page.side.round.rows.current == id
    assert "plain, impatient, kind" in shown(page)


def test_the_search_finds_what_was_said(page: Reviews) -> None:
    page.search("families")
    assert shown(page) == [NEW, "How many families?"]
    page.search("zebra")
    assert shown(page) == []
    page.search("")
    assert len(shown(page)) == 7


@pytest.mark.parametrize("text", ["<b>bold</b><img src=x>", "&amp; <script>", LONG, "%s {0} {name}", "🙂" * 300])
def test_hostile_words_are_shown_as_words(nadia: Mentor, open_page: OpenPage, text: str) -> None:
    nadia.name = text[:40]
    nadia.says(CommentKind.COMMENT, "claims", text=text)
    nadia.says(CommentKind.SUGGESTION, "claims", "result", RESULT, proposed=text)
    nadia.comes()
    page = open_page()
    kept = [each for each in shown(page) if each[:3] == text[:3]]
    assert len(kept) == 2
    page.window().grab()


def test_a_long_text_is_shown_around_the_words_and_whole_on_demand(desk: Desk, tmp_path, open_page: OpenPage) -> None:
    change(desk, "claims", action="First. " * 200 + "I argued for it. " + "Then. " * 200)
    mentor = Mentor(desk, tmp_path, sent=date(2026, 3, 3))
    mentor.says(CommentKind.COMMENT, "claims", "action", "I argued for it.", text="With whom?")
    mentor.comes()
    row = row_saying(open_page(), "With whom")
    assert row.left.now is not None
    text = row.left.now.shown.text()
    assert "I argued for it." in text and len(text) < 700
    row.left.now.all.click()
    assert len(row.left.now.shown.text()) > 2000


def test_nothing_is_offered_where_the_plan_is_only_looked_at(page: Reviews, desk: Desk, monkeypatch) -> None:
    monkeypatch.setattr(type(desk.workspace), "read_only", True)
    rows = page.side.round.rows
    for key in [*rows.made]:
        rows.renew(key)
    row = row_saying(page, "impatient")
    assert not row.right.buttons and row.right.menu is None


def spoken(window: QWidget) -> str:
    """What a screen reader says of all that is in view, the cells of tables among it."""
    role = Qt.ItemDataRole.AccessibleTextRole
    cells = [
        str(index.data(role) or index.data() or "")
        for view in window.findChildren(QTableView)
        if view.isVisible()
        for row in range(view.model().rowCount())
        for column in range(view.model().columnCount())
        if (index := view.model().index(row, column)).isValid()
    ]
    return "\n".join((*cells, *(each.accessibleName() for each in window.findChildren(QWidget) if each.isVisible())))
