"""Comments in the order in which the plan is read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Comment,
    CommentKind,
    Competency,
    Fate,
    Framework,
    Measure,
    Profile,
    Record,
    Round,
)
from leaderplan.domain.review.anchor import anchor, is_unplaced
from leaderplan.domain.review.inorder import in_order
from leaderplan.domain.review.threads import threads

AT = datetime(2026, 3, 1, tzinfo=UTC)
ROUND = Round(id="round", title="Nadia Khan, round 1")
RECORDS: tuple[Record, ...] = (
    Profile(id="me", name="Rhian"),
    Framework(id="frame", title="Leadership"),
    Competency(id="telling", framework="frame", title="Telling"),
    Achievement(id="old", title="Parking", ended=PartialDate(2023), result="Fewer letters."),
    Achievement(id="new", title="Claims", ended=PartialDate(2025), action="I asked. I stayed.", result="Four days."),
    Measure(id="days", of="new", name="Days"),
)


def comment(id: str, record: str | None = None, field: str = "", quote: str = "", **more: object) -> Comment:
    late = timedelta(minutes=-int(id)) if id.isdigit() else timedelta()
    return Comment(id=id, round="round", record=record, field=field, quote=quote, kind=CommentKind.COMMENT,
                   written_at=AT + late, **more)  # type: ignore[arg-type]  # fmt: skip


def order(*comments: Comment) -> list[str]:
    plan = Plan.of([*RECORDS, ROUND, *comments])
    return [thread.latest.id for thread in in_order(plan, threads(plan, ROUND))]


def test_the_whole_plan_comes_first_and_what_is_gone_last() -> None:
    assert order(comment("1", "gone"), comment("2", "new"), comment("3")) == ["3", "2", "1"]


def test_chapters_records_fields_and_places_in_the_text_follow() -> None:
    asked = [
        comment("1", "telling"), comment("2", "old", "result"), comment("3", "days"),
        comment("4", "new", "result"), comment("5", "new", "action", "I stayed."),
        comment("6", "new", "action", "I asked."), comment("7", "new"), comment("8", "me"),
    ]  # fmt: skip
    assert order(*asked) == ["8", "7", "6", "5", "4", "3", "2", "1"]


def test_what_is_dealt_with_keeps_its_place() -> None:
    first, second = comment("a", "new", "action"), comment("b", "new", "result")
    assert order(first, second) == order(comment("a", "new", "action", fate=Fate.DONE), second) == ["a", "b"]


@given(st.lists(st.sampled_from([None, "me", "new", "old", "days", "telling", "gone"]), max_size=12))
def test_no_comment_is_lost_or_doubled(about: list[str | None]) -> None:
    made = [comment(str(number), record) for number, record in enumerate(about, 1)]
    assert sorted(order(*made)) == sorted(each.id for each in made)


@given(st.sampled_from(["new", "gone"]), st.sampled_from([None, "old", "gone"]))
def test_the_quick_question_whether_something_is_gone_agrees_with_the_slow_one(record, placed) -> None:
    plan = Plan.of([*RECORDS, ROUND])
    asked = comment("1", record, placed=placed)
    assert is_unplaced(plan, asked) == (anchor(plan, asked).hold.name == "UNPLACED")
