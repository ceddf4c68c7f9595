from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind, Fate, Record, StrayAnswer
from leaderplan.domain.review.merging import Answer, Merge, Said, kept_aside, merge, reasons, same_words
from leaderplan.domain.review.seen import seen_hash
from leaderplan.domain.review.threads import threads
from tests.domain.review.plans import NOW, PLAN, ROUND, STORY, TODAY, later, plan, said

FILE = Attachment("a" * 64, "answer.leaderplan-answer", 10)


def answer(*comments: Comment | None, **fields: Any) -> Answer:
    entries = tuple(
        Said(number, comment, None if comment else _("it has no id.")) for number, comment in enumerate(comments, 1)
    )
    given: dict[str, Any] = {"plan": "me", "round": "round", "share": "share", "proven": True}
    return Answer(author="Nadia Khan", written_at=NOW, said=entries, **(given | fields))


def taken(held: Plan, *comments: Comment | None, sent: Plan | None = PLAN, **fields: Any) -> Merge:
    made = merge(held, answer(*comments, **fields), sent, TODAY)
    assert made.in_file == len(comments) == len(made.new) + made.known + len(made.rejected)
    return made


def why(held: Plan, comment: Comment, sent: Plan | None = PLAN) -> str:
    made = taken(held, comment, sent=sent)
    assert not made.edit
    return str(made.rejected[0].reason)


def test_what_is_new_is_added_open_with_the_day_and_the_hash_of_what_was_read() -> None:
    changed = plan(replace(STORY, action="Anew."))
    made = taken(changed, said("1", fate=None))
    assert made.new == (said("1", fate=Fate.OPEN, came_on=PartialDate.of(TODAY), seen_hash=seen_hash(STORY, "action")),)
    assert changed.after(made.edit).find("1") == made.new[0]
    assert str(made.edit.label) == "Take in what Nadia Khan says"


def test_without_the_file_as_it_was_sent_the_text_of_today_is_taken() -> None:
    assert taken(PLAN, said("1"), sent=None).new[0].seen_hash == seen_hash(STORY, "action")


def test_twice_is_once_whatever_the_planner_made_of_it() -> None:
    dealt = replace(taken(PLAN, said("1")).new[0], fate=Fate.DECLINED, reason="No.", placed="other")
    made = taken(plan(dealt), said("1"), said("1"))
    assert (made.known, bool(made.edit)) == (2, False)


def test_the_same_twice_in_one_file_is_new_once() -> None:
    made = taken(PLAN, said("1"), said("1"))
    assert (len(made.new), made.known) == (1, 1)


@pytest.mark.parametrize("first", [said("1"), STORY], ids=["a comment", "a story"])
def test_other_content_under_a_known_id_is_rejected_and_the_first_stays(first: Record) -> None:
    held = plan(first)
    assert "came first stays" in why(held, said(first.id, "Forged."))
    twice = taken(PLAN, said("1"), said("1", "Other."))
    assert (len(twice.new), len(twice.rejected)) == (1, 1)


def test_nobody_speaks_for_the_planner() -> None:
    assert "only the planner" in why(PLAN, said("1", kind=CommentKind.ANSWER))
    made = taken(PLAN, said("1", fate=Fate.ACCEPTED, reason="Yes.", placed="other", came_on=PartialDate(2001)))
    assert made.new[0].fate is Fate.OPEN
    assert (made.new[0].reason, made.new[0].placed) == ("", None)


def test_nobody_revises_what_somebody_else_said() -> None:
    other = said("1", author="Karl Weiss")
    held = plan(other)
    then = held.after(taken(held, said("2", revises="1")).edit)
    assert [thread.said.id for thread in threads(then, ROUND)] == ["1", "2"]
    made = taken(PLAN, said("2", revises="1"), said("1"))  # the later version first, as lists may have it
    assert len(made.new) == 2
    assert len(taken(PLAN, said("2", revises="never came", parent="neither")).new) == 1


def test_only_comments_are_revised_and_answered() -> None:
    assert "cannot refer to" in why(PLAN, said("2", revises="story"))
    assert "cannot refer to" in why(PLAN, said("2", parent="story"))


def test_it_is_about_what_was_sent() -> None:
    assert "not sent" in why(PLAN, said("1", record="secret"))
    assert "part that was not sent" in why(PLAN, said("1", field="tags"))
    assert "part that was not sent" in why(PLAN, said("1", field="no_such_field"))
    assert len(taken(PLAN, said("1", record=None, field="", of_table="")).new) == 1


def test_a_file_about_what_was_erased_is_not_kept() -> None:
    held = plan(replace(ROUND, snapshot=None, scope=("other",)))
    made = taken(held, said("1"), said("2", record="other", field="title"), sent=None)
    assert "erased for good" in str(made.rejected[0].reason)
    assert kept_aside(held, made, FILE, TODAY, iter([]).__next__, ENGLISH.say) == made.edit


def test_what_was_sent_and_is_gone_now_is_taken_in_unplaced() -> None:
    held = Plan.of(record for record in PLAN if record.id != "story")
    made = taken(held, said("1"), said("2", record="other", field="title"))
    assert (len(made.new), made.unplaced) == (2, 1)
    assert len(taken(held, said("1"), sent=None).new) == 1  # its kind cannot be looked at any more


def rated(id: str = "1", **fields: Any) -> Comment:
    given = {"record": "c", "of_table": "competency", "field": "", "kind": CommentKind.RATING, "level": "l1"}
    return said(id, **(given | fields))


def test_a_rating_is_of_a_competency_at_one_of_its_levels() -> None:
    assert len(taken(PLAN, rated()).new) == 1
    assert "rates no competency" in why(PLAN, rated(level="no"))
    assert "rates no competency" in why(PLAN, rated(level=None))
    assert "rates no competency" in why(PLAN, rated(record="story", of_table="achievement"))
    without = Plan.of(record for record in PLAN if record.id not in ("l1", "d", "theirs"))
    assert len(taken(without, rated()).new) == 1  # as it was sent, the framework had this level
    assert "rates no competency" in why(without, rated(), sent=None)


def test_a_testimonial_is_given_on_a_piece_of_work() -> None:
    praise = said("1", kind=CommentKind.TESTIMONIAL, field="")
    assert len(taken(PLAN, praise).new) == 1
    assert len(taken(PLAN, replace(praise, record="joint")).new) == 1
    assert "testimonial is given on" in why(PLAN, replace(praise, record="c"))
    assert "testimonial is given on" in why(PLAN, replace(praise, record=None))


def test_a_withdrawal_asks_for_nothing() -> None:
    made = taken(plan(said("1")), said("2", "", kind=CommentKind.WITHDRAWN, revises="1"))
    assert made.new[0].fate is None


def test_what_the_plan_cannot_hold_is_rejected() -> None:
    assert "shorten it" in why(PLAN, said("1", "x" * 10_001))


def test_an_entry_that_is_no_comment_is_counted_and_said() -> None:
    made = taken(PLAN, None, said("1"))
    assert [(each.number, each.id, str(each.reason)) for each in made.rejected] == [(1, "", "it has no id.")]
    unsaid = merge(PLAN, replace(answer(), said=(Said(1, None),)), PLAN, TODAY)
    assert str(unsaid.rejected[0].reason) == "it cannot be read."


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"round": "unknown"}, "no round"),
        ({"share": "another"}, "no round"),
        ({"proven": False}, "not made from the file"),
        ({"proven": None}, "not made from the file"),
    ],
)
def test_an_answer_that_is_not_of_this_share_brings_nothing(fields: dict[str, Any], reason: str) -> None:
    made = taken(PLAN, said("1"), said("2"), **fields)
    assert not made.edit
    assert all(reason in str(each.reason) for each in made.rejected)
    assert made.round == (None if reason == "no round" else ROUND)


def test_a_file_of_which_something_was_rejected_is_kept_aside_once() -> None:
    made = taken(PLAN, said("1"), said("2", record="secret"), said("3", record="secret"))
    edit = kept_aside(PLAN, made, FILE, TODAY, iter(["stray"]).__next__, ENGLISH.say)
    then = PLAN.after(edit)
    stray = then.get(StrayAnswer, "stray")
    assert stray
    assert (stray.title, stray.round, stray.author, stray.attachment) == (FILE.name, "round", "Nadia Khan", FILE)
    assert stray.reason == "2 comments: it is about something that was not sent."
    assert then.find("1")
    again = taken(then, said("1"), said("2", record="secret"))
    assert not kept_aside(then, again, FILE, TODAY, iter([]).__next__, ENGLISH.say)


def test_a_file_of_which_all_was_taken_is_not_kept() -> None:
    made = taken(PLAN, said("1"))
    assert kept_aside(PLAN, made, FILE, TODAY, iter([]).__next__, ENGLISH.say) == made.edit


def test_a_file_without_a_name_and_a_round_is_kept_aside_too() -> None:
    made = taken(PLAN, said("1"), share="another")
    edit = kept_aside(PLAN, made, replace(FILE, name=""), TODAY, iter(["stray"]).__next__, ENGLISH.say)
    stray = PLAN.after(edit).get(StrayAnswer, "stray")
    assert stray
    assert (stray.title, stray.round) == ("Answer", None)


def test_reasons_are_told_once_each_and_not_without_end() -> None:
    made = taken(PLAN, *(said(str(n), record="secret") for n in range(3)), said("9", kind=CommentKind.ANSWER))
    assert [str(each) for each in reasons(made.rejected)] == [
        "3 comments: it is about something that was not sent.",
        "1 comment: only the planner answers.",
    ]
    many = [replace(made.rejected[0], reason=_("reason {n}", n=number)) for number in range(30)]
    assert len(reasons(many)) == 20


def test_what_the_planner_made_of_it_is_no_difference() -> None:
    assert same_words(said("1"), replace(said("1"), fate=Fate.DONE, reason="x", placed="other", seen_hash="y"))
    assert not same_words(said("1"), replace(said("1"), written_at=later(1)))
