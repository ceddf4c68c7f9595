"""Comments from a script: whatever is taken here, the planner's side takes as well; whatever is not, is said."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.ids import new_id
from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review.anchor import find
from leaderplan.errors import UserError
from leaderplan.exchange.problems import WrongFile
from leaderplan.exchange.review import comments
from leaderplan.exchange.review.package import Review
from leaderplan.store import Workspace
from leaderplan.upkeep import reviews
from tests.mentoring import NOW, OTHER, STORY, TODAY, answered, number, planner, sent

IDS = tuple(number(700_000 + n) for n in range(4))
GOOD: tuple[dict[str, Any], ...] = (
    {"kind": "comment", "record": STORY.id, "text": "How many?"},
    {"kind": "comment", "record": STORY.id, "quote": "We", "field": "action", "text": "Who?", "id": IDS[0]},
    {"kind": "suggestion", "record": STORY.id, "quote": "desk  decide", "proposed": "desk decide at once"},
    {"kind": "rating", "record": "comp-00001", "level": 2},
    {"kind": "testimonial", "record": "births-001", "text": "She dared."},
    {"kind": "three_words", "text": "Plain, impatient, kind"},
    {"kind": "comment", "text": "Better.", "revises": IDS[0]},
    {"kind": "withdrawn", "revises": IDS[1]},
)
WORDS = st.sampled_from(("We asked", "We", "days", "\n", "x" * 10_001, "=1+1", "\u202e", "", " ")) | st.text(max_size=9)
CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from((*IDS, "x", 1)),
    "record": st.sampled_from((STORY.id, OTHER.id, "me-0000001", "desc-00001", "ann-000001", "hush-00001", "", None)),
    "kind": st.sampled_from([*(kind.value for kind in CommentKind), "x", None]),
    "text": WORDS,
    "field": st.sampled_from(("action", "result", "title", "private", "private_notes", "x", "")),
    "quote": WORDS,
    "proposed": WORDS,
    "level": st.sampled_from((1, 2, 3, "level-0001", "2", True, None, [])),
    "revises": st.sampled_from((*IDS, STORY.id)),
    "parent": st.sampled_from((number(9), STORY.id)),
    "written_at": st.sampled_from(("2026-03-12T10:00:00Z", "2026-03-12T10:00:00", "9999-12-31T23:59:59-14:00", 1)),
    "fate": st.just("accepted"),
}


@st.composite
def rows_of(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Good comments, of which sometimes one says something else in one or two fields."""
    rows = [dict(row) for row in draw(st.lists(st.sampled_from(GOOD), max_size=4))]
    for row in rows[:1]:
        for name in draw(st.lists(st.sampled_from(sorted(CHANGES)), max_size=2)):
            row[name] = draw(CHANGES[name])
    return rows


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A plan and its review, in which nothing is stored."""
    place = tmp_path_factory.mktemp("shared")
    with planner(place / "plan") as found:
        yield found, sent(found, place / "r").review


@pytest.fixture
def review(shared: tuple[Workspace, Review]) -> Review:
    """The review alone."""
    return shared[1]


def read(review: Review, *rows: Any) -> tuple[Comment, ...]:
    """The comments of Nadia."""
    return comments.read(json.dumps(rows).encode(), "x", review, "Nadia Khan", NOW, new_id)


@given(rows_of())
def test_what_is_taken_here_is_taken_by_the_planner(
    shared: tuple[Workspace, Review], rows: list[dict[str, Any]]
) -> None:
    workspace, review = shared
    try:
        written = read(review, *rows)
    except WrongFile:
        return
    merge = reviews.offered(workspace, answered(review, *written), "x", TODAY).merge
    assert (merge.in_file, len(merge.new), merge.rejected) == (len(rows), len(rows), ())
    for comment in merge.new:
        record = workspace.plan.find(comment.record)
        if comment.quote and record is not None:
            span = find(getattr(record, comment.field), comment.quote, comment.prefix, comment.suffix)
            assert span and span.sure


@given(rows_of())
def test_what_was_read_is_read_again_as_it_was(shared: tuple[Workspace, Review], rows: list[dict[str, Any]]) -> None:
    _workspace, review = shared
    try:
        written = read(review, *rows)
    except WrongFile:
        return
    assert read(review, *map(comments.plain, written)) == written


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_comments_or_refused(shared: tuple[Workspace, Review], data: bytes) -> None:
    with suppress(UserError):
        assert comments.read(data, "x", shared[1], "N", NOW, new_id) == ()


def test_good_ones_are_good(review: Review) -> None:
    assert len(read(review, *GOOD)) == len(GOOD)


def test_each_is_written_after_the_one_before_it(review: Review) -> None:
    first, second, third = read(review, *({"kind": "comment", "text": text} for text in "abc"))
    assert first.written_at == NOW and second.written_at == NOW + timedelta(microseconds=1)
    assert third.written_at and second.written_at and third.written_at > second.written_at
    assert len({first.id, second.id, third.id}) == 3


def test_words_that_stand_in_two_places_are_those_of_the_first(review: Review) -> None:
    [found] = read(review, {"record": STORY.id, "field": "action", "quote": "We", "kind": "comment", "text": "Who?"})
    assert (found.prefix, found.suffix[:6]) == ("", " asked")


def test_there_is_a_limit_to_how_many_there_may_be(review: Review, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="more than 20000 comments"):
        read(review, *([{}] * 20_001))
    with pytest.raises(WrongFile) as caught:
        read(review, *([{"x": 1}] * 200))
    assert len(caught.value.wrong) == 200 and str(caught.value.happened).count("\n") == 51
