from __future__ import annotations

from dataclasses import replace

import pytest

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Action,
    Assessment,
    Comment,
    CommentKind,
    Evidence,
    EvidenceKind,
    Fate,
    Round,
)
from leaderplan.domain.review import working
from leaderplan.domain.review.seen import record_hash, seen_hash
from leaderplan.domain.selection import Reason, select
from leaderplan.errors import UserError
from tests.domain.review.plans import ACTION, NOW, OTHER, ROUND, STORY, TODAY, ids, later, plan, said

SUGGESTION = said(
    "s", "Say who.", kind=CommentKind.SUGGESTION, quote="We brought", suffix=" the four", proposed="I brought",
    seen_hash=seen_hash(STORY, "action"),
)  # fmt: skip
RATING = said("r", kind=CommentKind.RATING, record="c", of_table="competency", field="", level="l1")
PRAISE = said("p", "She dared.", kind=CommentKind.TESTIMONIAL, field="")


def done(held: Plan, edit: ChangeSet) -> Plan:
    """The plan with the edit, which inverted leads back."""
    then = held.after(edit)
    assert then.after(edit.inverse()) == held
    return then


def accepted(held: Plan, comment: Comment) -> Plan:
    then = done(held, working.accept(held, comment, TODAY, ids().__next__))
    now = then.get(Comment, comment.id)
    assert now
    assert now.fate is Fate.ACCEPTED
    return then


def refused(held: Plan, comment: Comment) -> str:
    with pytest.raises(UserError) as error:
        working.accept(held, comment, TODAY, ids().__next__)
    return str(error.value.happened)


def story(held: Plan) -> Achievement:
    found = held.get(Achievement, "story")
    assert found
    return found


# --------------------------------------------------------------------------------------------------------- suggestions


def test_new_words_take_the_place_of_the_old_and_nothing_else_changes() -> None:
    held = plan(SUGGESTION)
    then = accepted(held, SUGGESTION)
    assert story(then).action == "I" + ACTION[2:]
    assert replace(story(then), action=ACTION) == STORY


def test_old_words_that_still_stand_are_replaced_though_the_text_was_changed_elsewhere() -> None:
    held = plan(SUGGESTION, replace(STORY, action="Last year. " + ACTION + " It held."))
    assert story(accepted(held, SUGGESTION)).action == "Last year. I brought" + ACTION[10:] + " It held."


@pytest.mark.parametrize(
    ("action", "why"),
    [("I argued for it.", "old words do not stand"), ("We brought this. We brought that.", "more than once")],
)
def test_old_words_that_are_gone_or_there_twice_are_left_to_the_planner(action: str, why: str) -> None:
    twice = replace(SUGGESTION, suffix="")
    held = plan(twice, replace(STORY, action=action))
    assert why in refused(held, twice)
    assert working.suggested(held, twice) is None
    assert working.hindrance(held, twice)


def test_a_whole_text_is_replaced_only_while_it_is_the_one_that_was_read() -> None:
    whole = replace(SUGGESTION, quote="", suffix="", proposed="I argued.")
    assert story(accepted(plan(whole), whole)).action == "I argued."
    assert "changed this text since" in refused(plan(whole, replace(STORY, action="Anew.")), whole)


def test_a_title_stays_one_line() -> None:
    title = replace(SUGGESTION, field="title", quote="in four days", suffix="", proposed="within\na week ")
    assert story(accepted(plan(title), title)).title == "Claims decided within a week"


def test_what_is_no_text_or_is_gone_takes_no_words() -> None:
    assert "Only words" in refused(plan(SUGGESTION), replace(SUGGESTION, field="ended"))
    assert "is gone" in refused(plan(SUGGESTION), replace(SUGGESTION, record="gone"))
    assert "is gone" in refused(plan(SUGGESTION), replace(SUGGESTION, record=None, field=""))


def test_only_suggestions_are_hindered() -> None:
    assert working.hindrance(plan(RATING), RATING) is None
    assert working.suggested(plan(RATING), RATING) is None
    remark = said("1")
    assert story(accepted(plan(remark), remark)) == STORY


# ----------------------------------------------------------------------------------------------- ratings, testimonials


def test_a_rating_stands_beside_ones_own() -> None:
    then = accepted(plan(RATING), RATING)
    made = then.get(Assessment, "new1")
    assert made == Assessment(
        id="new1", competency="c", level="l1", by="nadia", on=PartialDate(2026, 3, 12), note="Who is we?", comment="r"
    )
    assert then.find("mine") == plan().find("mine")


def test_a_rating_is_never_from_a_day_to_come() -> None:
    ahead = replace(RATING, written_at=later(60 * 24 * 400))
    made = accepted(plan(ahead), ahead).get(Assessment, "new1")
    assert made
    assert made.on == PartialDate.of(TODAY)
    undated = replace(RATING, written_at=None)
    made = accepted(plan(undated), undated).get(Assessment, "new1")
    assert made
    assert made.on == PartialDate.of(TODAY)


def test_a_rating_without_its_competency_level_or_mentor_is_refused() -> None:
    assert "is gone" in refused(plan(RATING), replace(RATING, record="gone"))
    assert "is gone" in refused(plan(RATING), replace(RATING, level="gone"))
    assert "who the mentor" in refused(plan(RATING, replace(ROUND, mentor=None)), RATING)


def test_a_testimonial_becomes_evidence_bound_to_the_text_of_this_moment() -> None:
    held = plan(PRAISE)
    then = accepted(held, PRAISE)
    words = then.get(Evidence, "new1")
    assert words == Evidence(
        id="new1", title="Nadia Khan", kind=EvidenceKind.QUOTE, quote="She dared.", said_by="nadia",
        on=PartialDate(2026, 3, 12), supports=("story",), comment="p", given_on=record_hash(STORY),
    )  # fmt: skip
    assert not working.is_out_of_date(then, words)
    assert select(then).plan.find("new1")
    changed = then.after(edits.alter(then, STORY, result="Three days."))
    assert working.is_out_of_date(changed, words)
    assert not select(changed).plan.find("new1")
    again = done(changed, working.confirm_again(changed, words))
    assert select(again).plan.find("new1")


def test_a_testimonial_on_nothing_that_is_there_is_refused() -> None:
    assert "is gone" in refused(plan(PRAISE), replace(PRAISE, record="gone"))
    moved = replace(PRAISE, record="gone", placed="other")
    words = accepted(plan(moved), moved).get(Evidence, "new1")
    assert words
    assert words.supports == (OTHER.id,)
    with pytest.raises(UserError):
        working.confirm_again(plan(), replace(words, supports=("gone",)))


def test_words_that_are_bound_to_nothing_are_never_out_of_date() -> None:
    assert not working.is_out_of_date(plan(), Evidence(id="e", title="Card", supports=("story",)))


def test_a_testimonial_of_a_round_that_is_gone_names_nobody() -> None:
    loose = replace(PRAISE, round="gone")
    edit = working.accept(plan(loose), loose, TODAY, ids().__next__)
    [words] = [change.after for change in edit if isinstance(change.after, Evidence)]
    assert words.said_by is None


def test_what_is_opened_again_and_accepted_again_is_renewed_and_not_doubled() -> None:
    for comment, kind in ((PRAISE, Evidence), (RATING, Assessment)):
        then = accepted(plan(comment), comment)
        opened = then.after(working.reopen(then, comment))
        again = opened.after(working.accept(opened, comment, TODAY, ids("more").__next__))
        assert again.all(kind) == then.all(kind)


def test_an_edited_testimonial_takes_the_place_of_the_earlier_words() -> None:
    then = accepted(plan(PRAISE), PRAISE)
    better = replace(PRAISE, id="better", revises="p", text="She dared twice.", written_at=later(5))
    held = then.after(edits.add(better))
    [words] = accepted(held, better).all(Evidence)
    assert (words.id, words.quote, words.comment) == ("new1", "She dared twice.", "better")


def test_words_that_were_taken_back_leave_no_more() -> None:
    then = accepted(plan(PRAISE), PRAISE)
    back = replace(PRAISE, id="back", revises="p", text="", kind=CommentKind.WITHDRAWN, written_at=later(5))
    selection = select(then.after(edits.add(back)))
    assert not selection.plan.find("new1")
    assert selection.count(Reason.WITHDRAWN, Evidence) == 1


# ------------------------------------------------------------------------------------------------------- other fates


def test_a_comment_is_declined_with_a_reason_only() -> None:
    remark = said("1")
    with pytest.raises(UserError):
        working.decline(plan(remark), remark, "  ")
    now = done(plan(remark), working.decline(plan(remark), remark, " It is the reason. ")).find("1")
    assert now == replace(remark, fate=Fate.DECLINED, reason="It is the reason.")


def test_a_comment_is_done_with_and_opened_again() -> None:
    remark = said("1")
    held = done(plan(remark), working.mark_done(plan(remark), remark, "Added."))
    assert held.find("1") == replace(remark, fate=Fate.DONE, reason="Added.")
    assert done(held, working.reopen(held, remark)).find("1") == remark


def test_an_answer_is_the_planners_and_stands_below_the_comment() -> None:
    remark = said("1")
    with pytest.raises(UserError):
        working.answer(plan(remark), remark, " ", NOW, ids().__next__)
    made = done(plan(remark), working.answer(plan(remark), remark, "The managers. ", NOW, ids().__next__)).find("new1")
    assert made == said("new1", "The managers.", parent="1", kind=CommentKind.ANSWER, author="Rhian Holt", fate=None)
    nobody = Plan.of([remark, ROUND])
    [change] = working.answer(nobody, remark, "Yes.", NOW, ids().__next__)
    assert isinstance(change.after, Comment)
    assert change.after.author == ""


def test_a_comment_becomes_something_to_do() -> None:
    remark = said("1", fate=Fate.OPEN)
    due = PartialDate(2026, 4, 1)
    then = done(plan(remark), working.act(plan(remark), remark, " Name them ", due, ids().__next__))
    assert then.find("new1") == Action(id="new1", title="Name them", of="1", due=due)
    assert then.find("1") == replace(remark, fate=Fate.ACCEPTED)


def test_a_comment_is_placed_and_a_round_closed_and_opened() -> None:
    lost = said("1", record="gone")
    assert done(plan(lost), working.place(plan(lost), lost, OTHER)).find("1") == replace(lost, placed="other")
    closed = done(plan(), working.close(plan(), ROUND, TODAY))
    assert closed.get(Round, "round") == replace(ROUND, closed_on=PartialDate.of(TODAY))
    assert done(closed, working.open_again(closed, ROUND)) == plan()
