"""What a mentor takes back can be brought again, and what says nothing is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review.book import (
    Book,
    all_sent,
    change,
    forgotten,
    put_back,
    say,
    take_back,
    without_empty,
)

AT = datetime(2026, 3, 12, 9, tzinfo=UTC)
STEPS = st.lists(
    st.tuples(st.sampled_from(["say", "empty", "change", "clear", "send"]), st.integers(0, 5)), max_size=12
)


def remark(id: str, text: str = "Words.") -> Comment:
    return Comment(id=id, round="r", kind=CommentKind.COMMENT, text=text, written_at=AT)


def lived(steps: list[tuple[str, int]]) -> Book:
    """A book after some days of writing."""
    numbers = count()
    book = Book("Nadia")
    for what, at in steps:
        current = book.current
        picked = current[at % len(current)].id if current else ""
        if what in ("say", "empty"):
            book = say(book, remark(f"said-{next(numbers)}", "" if what == "empty" else "Words."))
        elif what in ("change", "clear") and picked:
            text = "" if what == "clear" else f"Other words {at}."
            book = change(book, picked, AT, lambda: f"next-{next(numbers)}", text=text)[0]
        elif what == "send":
            book = all_sent(book)
    return book


@given(STEPS, st.integers(0, 5))
def test_taking_back_and_bringing_again_leaves_the_book_as_it_was(steps: list[tuple[str, int]], at: int) -> None:
    before = lived(steps)
    current = before.current
    if not current:
        return
    after = take_back(before, current[at % len(current)].id, AT, lambda: "withdrawn")
    assert put_back(after, before, after) == before


@given(STEPS, st.integers(0, 5))
def test_what_was_written_meanwhile_stays(steps: list[tuple[str, int]], at: int) -> None:
    before = lived(steps)
    current = before.current
    if not current:
        return
    after = take_back(before, current[at % len(current)].id, AT, lambda: "withdrawn")
    later = say(after, remark("later"))
    again = put_back(later, before, after)
    assert set(again.comments) == {*before.comments, *(c for c in later.comments if c.id == "later")}


@given(STEPS)
def test_forgetting_what_says_nothing_loses_no_word_and_nothing_that_was_sent(steps: list[tuple[str, int]]) -> None:
    book = lived(steps)
    left = without_empty(book)
    assert left.to_send == book.to_send
    assert left.unsent == book.unsent
    assert without_empty(left) is left


def test_a_returned_comment_that_was_emptied_stands_again_as_it_was_returned() -> None:
    book = all_sent(say(Book("Nadia"), remark("one")))
    book, emptied = change(book, "one", AT, lambda: "two", text="")
    assert [comment.id for comment in book.current] == ["two"]
    assert [comment.id for comment in forgotten(book, emptied).current] == ["one"]
    assert [comment.id for comment in forgotten(book, "one").current] == ["two"]  # what was sent is not forgotten
