from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review import book
from leaderplan.domain.review.book import Book
from tests.domain.review.plans import NOW, ids, later, said

NADIA = Book("Nadia Khan")


def test_what_was_not_sent_is_changed_in_its_place() -> None:
    held = book.say(NADIA, said("1", author=""))
    held, id = book.change(held, "1", later(1), ids().__next__, text="Who?")
    assert id == "1"
    assert held.comments == (said("1", "Who?", written_at=later(1)),)
    assert held.unsent == held.to_send == held.current == held.comments


def test_what_was_sent_gets_a_version() -> None:
    held = book.all_sent(book.say(NADIA, said("1")))
    assert held.unsent == ()
    held, id = book.change(held, "1", later(1), ids().__next__, text="Who?")
    version = said("new1", "Who?", revises="1", written_at=later(1))
    assert (id, held.comments, held.current, held.unsent) == ("new1", (said("1"), version), (version,), (version,))


def test_what_is_the_same_or_unknown_is_no_change() -> None:
    held = book.say(NADIA, said("1"))
    assert book.change(held, "1", later(1), ids().__next__, text="Who is we?") == (held, "1")
    assert book.change(held, "9", later(1), ids().__next__, text="Who?") == (held, "9")
    assert book.take_back(held, "9", later(1), ids().__next__) == held


def test_what_was_not_sent_is_taken_back_as_if_it_had_never_been() -> None:
    assert book.take_back(book.say(NADIA, said("1")), "1", later(1), ids().__next__).comments == ()


@pytest.mark.parametrize("edited", [False, True])
def test_what_was_sent_is_withdrawn_also_after_an_edit(edited: bool) -> None:
    new_id = ids().__next__
    held, id = book.all_sent(book.say(NADIA, said("1"))), "1"
    if edited:
        held, id = book.change(held, "1", later(1), new_id, text="Who?")
    held = book.take_back(held, id, later(2), new_id)
    assert held.current == ()
    last = held.comments[-1]
    assert (last.kind, last.revises, last.text) == (CommentKind.WITHDRAWN, "1", "")
    assert last in held.to_send


def test_the_name_stays_once_something_was_sent() -> None:
    held = book.named(book.say(NADIA, said("1")), "N. Khan")
    assert {held.author, *(comment.author for comment in held.comments)} == {"N. Khan"}
    assert book.named(book.all_sent(held), "Nobody").author == "N. Khan"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": " "}, False),
        ({"text": "a"}, True),
        ({"text": "", "kind": CommentKind.WITHDRAWN}, True),
        ({"text": "", "kind": CommentKind.RATING}, False),
        ({"text": "", "kind": CommentKind.RATING, "level": "l1"}, True),
        ({"text": "", "kind": CommentKind.SUGGESTION}, False),
        ({"text": "", "kind": CommentKind.SUGGESTION, "quote": "We"}, True),  # to take these words out
        ({"text": "", "kind": CommentKind.TESTIMONIAL}, False),
    ],
)
def test_a_comment_without_a_word_is_not_sent(fields: dict[str, Any], says: bool) -> None:
    empty = said("1", **fields)
    assert book.says_something(empty) is says
    assert bool(book.say(NADIA, empty).to_send) is says


class Mentor(RuleBasedStateMachine):
    """Somebody who writes, edits, withdraws and sends in any order: what was ever sent stays as it was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.book = NADIA
        self.numbers = count(1)
        self.sent: dict[str, Comment] = {}

    def new_id(self) -> str:
        return f"id{next(self.numbers)}"

    @rule(text=st.text("ab ", max_size=3))
    def say(self, text: str) -> None:
        self.book = book.say(self.book, said(self.new_id(), text))

    @precondition(lambda self: self.book.comments)
    @rule(data=st.data(), text=st.text("ab ", max_size=3))
    def change(self, data: st.DataObject, text: str) -> None:
        id = data.draw(
            st.sampled_from([c.id for c in self.book.comments if c.kind is not CommentKind.WITHDRAWN] or [""])
        )
        self.book, _id = book.change(self.book, id, NOW, self.new_id, text=text)

    @precondition(lambda self: self.book.current)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from([comment.id for comment in self.book.current]))
        self.book = book.take_back(self.book, id, NOW, self.new_id)
        assert id not in {comment.id for comment in self.book.current}

    @rule()
    def send(self) -> None:
        self.sent |= {comment.id: comment for comment in self.book.to_send}
        self.book = book.all_sent(self.book)
        assert self.book.unsent == ()

    @invariant()
    def what_was_sent_is_sent_again_as_it_was(self) -> None:
        again = {comment.id: comment for comment in self.book.to_send}
        assert all(again.get(id) == comment for id, comment in self.sent.items())

    @invariant()
    def ids_are_their_own(self) -> None:
        assert len({comment.id for comment in self.book.comments}) == len(self.book.comments)


TestMentor = Mentor.TestCase
TestMentor.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
