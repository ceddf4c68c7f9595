from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import CommentKind, Fate
from leaderplan.domain.review.rounds import (
    State,
    last_answered,
    next_title,
    rounds,
    rounds_with,
    standing,
    unplaced,
)
from leaderplan.domain.review.threads import threads
from tests.domain.review.plans import KARL, NADIA, PLAN, ROUND, later, plan, said

FIRST = said("1", fate=Fate.DONE)
SECOND = said("2", "Who are they?", revises="1", written_at=later(5))
BACK = said("3", "", revises="2", kind=CommentKind.WITHDRAWN, written_at=later(9), fate=None)
REPLY = said("4", "The four managers.", parent="1", kind=CommentKind.ANSWER, author="Rhian Holt", written_at=later(7))


def test_an_edited_comment_is_one_with_its_versions_in_whatever_order_they_came() -> None:
    for order in permutations((FIRST, SECOND, REPLY)):
        (thread,) = threads(plan(*order), ROUND)
        assert thread.versions == (FIRST, SECOND)
        assert thread.answers == (REPLY,)
        assert thread.latest == thread.said == SECOND
        assert thread.waits  # it was done with, but the new words were not read yet


def test_a_withdrawn_comment_says_what_it_said_and_waits_for_nobody() -> None:
    (thread,) = threads(plan(FIRST, SECOND, BACK), ROUND)
    assert thread.withdrawn
    assert thread.said == SECOND
    assert not thread.waits
    assert threads(plan(BACK), ROUND)[0].said == BACK


def test_a_version_whose_first_never_came_stands_alone() -> None:
    (thread,) = threads(plan(SECOND), ROUND)
    assert thread.versions == (SECOND,)


def test_nobody_revises_what_somebody_else_said() -> None:
    found = threads(plan(FIRST, replace(SECOND, author="Karl Weiss")), ROUND)
    assert [thread.versions for thread in found] == [(FIRST,), (replace(SECOND, author="Karl Weiss"),)]
    assert len(threads(plan(REPLY, replace(SECOND, revises="4")), ROUND)) == 1


def test_comments_that_revise_each_other_are_one() -> None:
    one, other = replace(FIRST, revises="2"), SECOND
    (thread,) = threads(plan(one, other), ROUND)
    assert set(thread.versions) == {one, other}
    third = said("0", revises="2")
    (thread,) = threads(plan(one, other, third), ROUND)
    assert len(thread.versions) == 3


def test_where_a_round_stands() -> None:
    assert standing(PLAN, ROUND).state is State.OUT
    held = plan(FIRST, said("5", came_on=PartialDate(2026, 3, 11)), said("6", kind=CommentKind.WITHDRAWN, fate=None))
    found = standing(held, ROUND)
    assert found.state is State.BACK
    assert (found.total, found.open, found.withdrawn, found.fates[Fate.DONE]) == (2, 1, 1, 1)
    assert found.came_on == PartialDate(2026, 3, 11)
    assert standing(held, replace(ROUND, closed_on=PartialDate(2026))).state is State.CLOSED


def test_rounds_are_counted_for_each_mentor() -> None:
    second = replace(ROUND, id="second", sent_on=PartialDate(2026, 3, 9))
    undated = replace(ROUND, id="undated", mentor="karl", sent_on=None)
    held = plan(second, undated)
    assert [round.id for round in rounds(held)] == ["second", "round", "undated"]
    assert [round.id for round in rounds_with(held, "nadia")] == ["round", "second"]
    assert rounds_with(held, None) == ()
    assert str(next_title(held, NADIA)) == "Nadia Khan, round 3"
    assert str(next_title(held, KARL)) == "Karl Weiss, round 2"


def test_the_round_that_was_answered_last_is_found() -> None:
    second = replace(ROUND, id="second", sent_on=PartialDate(2026, 3, 9))
    assert last_answered(plan(second)) == second
    assert last_answered(plan(second, FIRST)) == ROUND
    assert last_answered(type(PLAN).of([NADIA])) is None


def test_what_lost_its_text_is_unplaced_until_it_has_a_place_or_a_fate() -> None:
    lost = said("7", record="gone")
    assert [thread.latest for thread in unplaced(plan(lost, FIRST))] == [lost]
    assert [thread.latest for thread in unplaced(plan(lost), ROUND)] == [lost]
    assert not unplaced(PLAN)
    for settled in (replace(lost, placed="other"), replace(lost, fate=Fate.DECLINED)):
        assert not unplaced(plan(settled))
