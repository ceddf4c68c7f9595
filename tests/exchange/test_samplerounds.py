"""The rounds of the sample are such as sending and taking in would have left them."""

from __future__ import annotations

import io
from datetime import date

import pytest

from leaderplan import assets
from leaderplan.domain.checks import dangling
from leaderplan.domain.ids import new_id
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Action,
    Assessment,
    Comment,
    CommentKind,
    Evidence,
    Fate,
    Person,
    Round,
)
from leaderplan.domain.review import working
from leaderplan.domain.review.anchor import Hold, anchor, find, text_of
from leaderplan.domain.review.rounds import Standing, State, rounds, standing, unplaced
from leaderplan.domain.review.seen import record_hash, seen_hash
from leaderplan.domain.selection import select
from leaderplan.exchange.review import package
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.sample import sample
from tests.exchange.test_sample import DAYS, TODAY, KeptInMemory


def made(day: date) -> tuple[Plan, KeptInMemory]:
    blobs = KeptInMemory()
    return Plan.of(()).after(sample(assets.read_bytes, day, blobs).edit), blobs


@pytest.fixture(scope="module")
def sampled() -> tuple[Plan, KeptInMemory]:
    return made(TODAY)


@pytest.fixture(scope="module")
def plan(sampled: tuple[Plan, KeptInMemory]) -> Plan:
    return sampled[0]


def as_sent(sampled: tuple[Plan, KeptInMemory], round: Round) -> Review:
    assert round.snapshot
    return package.read(io.BytesIO(sampled[1].kept[round.snapshot.sha256]))


def standings(plan: Plan) -> dict[State, Standing]:
    return {found.state: found for each in rounds(plan) if (found := standing(plan, each))}


def test_one_round_is_out_one_came_back_and_one_is_closed(plan: Plan) -> None:
    found = standings(plan)
    assert len(rounds(plan)) == len(found) == len(State)
    assert found[State.OUT].threads == ()
    assert (found[State.BACK].total, found[State.BACK].open, found[State.BACK].withdrawn) == (7, 4, 0)
    closed = found[State.CLOSED]
    assert (closed.total, closed.open, closed.withdrawn) == (10, 0, 1)
    assert all(closed.fates[fate] for fate in Fate if fate is not Fate.OPEN)
    assert sum(len(thread.versions) == 2 for thread in closed.threads) == 2
    assert closed.round.mentor == found[State.BACK].round.mentor != found[State.OUT].round.mentor


def test_every_kind_of_comment_was_made_and_each_declined_one_has_a_reason(plan: Plan) -> None:
    comments = plan.all(Comment)
    assert {comment.kind for comment in comments} == set(CommentKind)
    assert all(comment.reason for comment in comments if comment.fate is Fate.DECLINED)
    assert all(comment.author and comment.written_at for comment in comments)
    for comment in comments:
        assert (comment.came_on is None) == (comment.kind is CommentKind.ANSWER), comment.text
    assert {action.of for action in plan.all(Action)} <= {comment.id for comment in comments}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_was_sent_reads_back_and_holds_every_word_that_is_quoted(day: date) -> None:
    sampled = made(day)
    plan, _blobs = sampled
    for round in plan.all(Round):
        review = as_sent(sampled, round)
        assert (review.head.round, review.head.share, review.head.key) == (round.id, round.share, round.key)
        assert review.head.mentor == plan.table(Person)[round.mentor or ""].name
        assert tuple(sorted(record.id for record in review.plan)) == round.scope
        assert dangling(review.plan) == ()
        for comment in plan.referring(Comment, "round", round):
            about = review.plan.find(comment.record)
            assert (about.table if about else "") == comment.of_table
            if comment.kind is not CommentKind.ANSWER:
                assert comment.seen_hash == seen_hash(about, comment.field)
                assert round.sent_on
                assert comment.written_at
                assert comment.came_on
                assert round.sent_on.first < comment.written_at.date() < comment.came_on.first <= day
            text = text_of(about, comment.field)
            assert not comment.quote or find(text, comment.quote, comment.prefix, comment.suffix)


def test_the_same_file_is_sent_for_the_same_day(sampled: tuple[Plan, KeptInMemory]) -> None:
    assert made(TODAY)[1].kept == sampled[1].kept


def test_the_second_round_takes_the_first_back_with_what_became_of_it(sampled: tuple[Plan, KeptInMemory]) -> None:
    plan = sampled[0]
    found = standings(plan)
    [earlier] = as_sent(sampled, found[State.BACK].round).plan.all(Round)
    assert earlier.id == found[State.CLOSED].round.id
    assert standing(as_sent(sampled, found[State.BACK].round).plan, earlier).fates == found[State.CLOSED].fates
    assert as_sent(sampled, found[State.CLOSED].round).plan.all(Round) == ()


def test_a_comment_is_held_in_each_way_and_one_of_the_open_ones_in_none(plan: Plan) -> None:
    said = [comment for comment in plan.all(Comment) if comment.kind is not CommentKind.ANSWER]
    assert {anchor(plan, comment).hold for comment in said} == set(Hold)
    back = standings(plan)[State.BACK]
    lost = unplaced(plan, back.round)
    assert [thread.latest.of_table for thread in lost] == [Achievement.table]
    waiting = [thread.latest for thread in back.threads if thread.waits]
    holds = [(comment.kind, anchor(plan, comment).hold, anchor(plan, comment).unchanged) for comment in waiting]
    assert sorted(holds, key=str) == sorted([
        (CommentKind.SUGGESTION, Hold.PASSAGE, True),
        (CommentKind.COMMENT, Hold.FIELD, False),
        (CommentKind.RATING, Hold.RECORD, True),
        (CommentKind.COMMENT, Hold.UNPLACED, False),
    ], key=str)  # fmt: skip
    [better] = [comment for comment in waiting if comment.kind is CommentKind.SUGGESTION]
    assert "decide in four days, and nine families in ten hear" in (working.suggested(plan, better) or "")


def test_what_waits_can_be_accepted(plan: Plan) -> None:
    for thread in standings(plan)[State.BACK].threads:
        if thread.waits:
            plan = plan.after(working.accept(plan, thread.latest, TODAY, new_id))
    assert standings(plan)[State.BACK].open == 0


def test_what_was_accepted_stands_in_the_plan(plan: Plan) -> None:
    accepted = [comment for comment in plan.all(Comment) if comment.fate is Fate.ACCEPTED]
    for comment in accepted:
        match comment.kind:
            case CommentKind.SUGGESTION:
                assert comment.proposed in text_of(plan.find(comment.record), comment.field)
            case CommentKind.RATING:
                [rating] = [each for each in plan.all(Assessment) if each.note == comment.text]
                assert (rating.competency, rating.level) == (comment.record, comment.level)
                assert rating.by == plan.table(Round)[comment.round or ""].mentor
    assert {comment.kind for comment in accepted} >= {CommentKind.SUGGESTION, CommentKind.RATING}


def test_the_confirmed_testimonial_leaves_with_its_story_and_only_while_the_text_stands(plan: Plan) -> None:
    [words] = [words for words in plan.all(Evidence) if words.comment]
    comment = plan.table(Comment)[words.comment or ""]
    assert (comment.kind, comment.text) == (CommentKind.TESTIMONIAL, words.quote)
    story = plan.table(Achievement)[words.supports[0]]
    assert words.given_on == record_hash(story)
    assert select(plan, [story.id]).plan.find(words.id)
    assert not working.is_out_of_date(plan, words)
