"""What a report on a round says: in short, then every comment with its fate, and nothing that may not leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Comment, CommentKind, Fate
from leaderplan.domain.review.threads import threads
from leaderplan.report import tree
from leaderplan.report.making import Made
from tests.report import plain
from tests.report.mentor import NADIA, ROUND, SAID, altered, entries, entry_of, ids, lines, report, said, with_round
from tests.report.person import RECORDS, changed, squeezed

PLAN = with_round(*SAID)
SENT = Plan.of([*RECORDS, Achievement(id="gone", title="A lost story")])


def text(made: Made) -> str:
    return plain.text_of(made.document, {})


def head(made: Made) -> tuple[str, str]:
    """Title and the sentence below it."""
    section = made.document.sections[0]
    short = section.blocks[0]
    assert isinstance(short, tree.Side)
    return section.heading.text, "".join(run.text for run in short.blocks[0].text if isinstance(run, tree.Run))


def test_the_round_is_told_in_one_sentence_with_a_sign_for_each_comment() -> None:
    made = report(PLAN)
    title, short = head(made)
    assert title == "First round with Nadia Khan, March 2026"
    assert short == (
        "Six comments: two accepted, two done, one declined with a reason, one still open. One more was withdrawn."
    )
    marks = made.document.sections[0].blocks[0]
    assert isinstance(marks, tree.Side)
    signs = [part.name for part in marks.blocks[1].text if isinstance(part, tree.Sign)]
    assert signs == ["accepted", "accepted", "done", "done", "declined", "waiting"]
    assert squeezed("Sent and returned 2 and 6 March 2026") in text(made)
    assert squeezed("Asked “Where would a panel stop believing me?”") in text(made)


def test_of_many_comments_each_sign_stands_once() -> None:
    many = [said(f"c{number}", text="Why?") for number in range(40)]
    marks = report(with_round(*many)).document.sections[0].blocks[0]
    assert isinstance(marks, tree.Side)
    assert [part.name for part in marks.blocks[1].text if isinstance(part, tree.Sign)] == ["waiting"]
    assert head(report(with_round(*many)))[1] == "40 comments: 40 still open."


def test_before_anything_came_it_says_so() -> None:
    made = report(with_round())
    assert head(made)[1] == "Nothing has come back yet."
    assert squeezed("Sent 2 March 2026") in text(made)
    assert "returned" not in text(made)
    assert entries(made) == []


def test_where_all_was_withdrawn_it_says_so_and_keeps_it() -> None:
    made = report(with_round(*(comment for comment in SAID if comment.id in ("n-t1", "n-t2"))))
    assert head(made)[1] == "Every comment was withdrawn."
    assert set(ids(made)) == {"n-t1", "n-t2"}


def test_a_plan_without_a_round_says_what_to_do_first() -> None:
    assert squeezed("Send a part of the plan to a mentor for review") in text(report(Plan.of(RECORDS)))


@pytest.mark.parametrize(
    ("changed", "title"),
    [
        ({"title": "Before the interview"}, "Before the interview"),
        ({"title": "Nadia Khan, round 3"}, "Nadia Khan, round 3"),
        ({"sent_on": None}, "Nadia Khan, round 1"),
        ({"mentor": None}, "Nadia Khan, round 1"),
    ],
)
def test_a_round_with_a_name_of_its_own_keeps_it(changed: dict[str, object], title: str) -> None:
    assert head(report(with_round(*SAID, round=replace(ROUND, **changed))))[0] == title  # type: ignore[arg-type]


def test_the_second_round_with_a_mentor_is_called_so() -> None:
    second = replace(ROUND, id="n3", title="Nadia Khan, round 2", sent_on=PartialDate(2026, 5))
    assert head(report(Plan.of([*PLAN, second])))[0] == "Second round with Nadia Khan, May 2026"


def test_open_comments_come_first_then_all_others_as_the_plan_is_read() -> None:
    order = [next(iter(prose.id for prose in entry.blocks if prose.id)) for entry in entries(report(PLAN))]
    assert order == ["n-r1", "n-x1", "n-w1", "n-v2", "n-t1", "n-p1", "n-g1"]


def test_a_suggestion_shows_the_old_words_struck_and_the_new_ones_underlined() -> None:
    old, new, why, fate = entry_of(report(PLAN), "n-w1").blocks
    assert old.text == (tree.Run("I brought four teams", tone="muted", stroke="through"),)
    assert new.text == (tree.Run("I asked four teams", stroke="under"),)
    assert why.text == tree.rich("You cannot bring people.")
    assert (fate.sign, fate.text[0]) == ("accepted", tree.Run("Accepted.", bold=True))


def test_words_that_are_only_to_go_are_said_to_go() -> None:
    made = report(with_round(*altered("n-w1", proposed="")))
    assert "Take these words out." in lines(entry_of(made, "n-w1"))


def test_an_edited_comment_stands_with_its_answer_and_what_was_said_before() -> None:
    assert lines(entry_of(report(PLAN), "n-v2")) == [
        "Claims decided in four days, result", "comment, 5 Mar", "Who says so, and where?", "Done. It stands in E2.",
        "My answer, 4 Mar: The register of claims.", "Said before, 4 Mar: Who says so?",
    ]  # fmt: skip


def test_a_withdrawn_comment_stands_with_the_day_on_which_it_was_taken_back() -> None:
    assert lines(entry_of(report(PLAN), "n-t2"))[1:] == ["comment, 4 Mar", "Dearer than what?", "Withdrawn on 6 Mar."]


def test_a_rating_stands_beside_my_own() -> None:
    found = lines(entry_of(report(PLAN), "n-r1"))
    assert found[0] == "Vision"
    assert found[2:] == ["Level 3, Sure. I say level 2, Able.", "Not yet four.", "Open."]


def test_what_is_gone_is_named_where_what_was_sent_is_at_hand() -> None:
    found = lines(entry_of(report(PLAN, SENT), "n-g1"))
    assert found[0] == "A lost story, title"
    assert "“A lost story” is not in the plan any more." in found
    found = lines(entry_of(report(PLAN), "n-g1"))
    assert found[0] == "Achievement, title"
    assert "What it was about is not in the plan any more." in found
    assert "“A lost story”" in found  # what was quoted stands all the same
    assert "A lost story" not in lines(entry_of(report(PLAN, SENT, anonymous=True), "n-g1"))[0]


def test_what_is_private_is_not_named_and_its_comments_stand_with_what_they_quote() -> None:
    private = changed("s1", plan=PLAN, private=True, title="Mayneverleave")
    made = report(private, SENT)
    assert "Mayneverleave" not in text(made)
    assert set(ids(made)) == {comment.id for comment in SAID}
    found = lines(entry_of(made, "n-w1"))
    assert found[0] == "Achievement, action"
    assert "I brought four teams" in found


def test_a_comment_that_was_placed_stands_at_its_new_place() -> None:
    made = report(with_round(*altered("n-g1", placed="s2")), SENT)
    found = lines(entry_of(made, "n-g1"))
    assert found[0] == "We closed the computer room"
    assert not [line for line in found if "any more" in line]


def test_somebody_else_is_named_and_another_year_is_written_out() -> None:
    late = datetime(2027, 1, 4, 12, tzinfo=UTC)
    made = report(with_round(*altered("n-x1", author="N. Khan", written_at=late)))
    assert lines(entry_of(made, "n-x1"))[:3] == ["The plan as a whole", "three words, 4 Jan 2027", "N. Khan"]


def test_an_empty_comment_and_a_withdrawal_without_its_comment_are_there_too() -> None:
    made = report(with_round(said("e1"), said("e2", CommentKind.WITHDRAWN, revises="lost", fate=None)))
    assert set(ids(made)) == {"e1", "e2"}
    assert all("It says nothing." in lines(entry) for entry in entries(made))


WHERE = [("s1", "achievement", "result"), ("s2", "achievement", ""), ("gone", "achievement", "title"), (None, "", "")]


@st.composite
def conversations(draw: st.DrawFn) -> tuple[Comment, ...]:
    """Comments of any kind by two authors that revise each other in any way, and answers to any of them."""
    made: list[Comment] = []
    for number in range(draw(st.integers(0, 12))):
        record, table, field = draw(st.sampled_from(WHERE))
        known = [None, "lost", *(comment.id for comment in made)]
        kind = draw(st.sampled_from([kind for kind in CommentKind if kind is not CommentKind.ANSWER or made]))
        about = {"parent": draw(st.sampled_from([comment.id for comment in made if comment.kind is not kind] or known))}
        if kind is not CommentKind.ANSWER:
            about = {"revises": draw(st.sampled_from(known))}
        made.append(
            said(
                f"c{number}",
                kind,
                record=record,
                of_table=table,
                field=field,
                text=draw(st.sampled_from(["", "Why?"])),
                author=draw(st.sampled_from(["Nadia Khan", "Karl Weiss"])),
                fate=draw(st.sampled_from([None, *Fate])),
                **about,
            )
        )  # fmt: skip
    return tuple(made)


@settings(max_examples=60)
@given(conversations())
def test_every_comment_and_every_version_of_it_is_in_the_report_once(found: tuple[Comment, ...]) -> None:
    plan = with_round(*found)
    there = sorted(
        comment.id
        for thread in threads(plan, ROUND)
        for comment in (*thread.versions, *thread.answers)
    )  # fmt: skip
    assert sorted(ids(report(plan, SENT))) == there
    assert {comment.id for comment in found if comment.kind is not CommentKind.ANSWER} <= set(there)
    assert NADIA in plan
