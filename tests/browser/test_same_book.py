"""The form keeps the same book as LeaderPlan's own window: whatever a mentor does, both hold the same versions."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any

from hypothesis import strategies as st

from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review.book import Book, all_sent, change, say, take_back
from tests.browser.conftest import OpenForm
from tests.browser.manytexts import many

NOW = datetime(2026, 3, 12, tzinfo=UTC)
TEXTS = st.sampled_from(["", " ", "a", "b", "c"])
DEEDS = st.lists(
    st.tuples(st.just("say"), st.sampled_from(["comment", "suggestion", "testimonial"]), TEXTS)
    | st.tuples(st.just("change"), st.integers(0, 9), TEXTS)
    | st.tuples(st.just("take"), st.integers(0, 9), st.just(""))
    | st.just(("send", "", "")),
    max_size=14,
)
IN_THE_PAGE = """(all) => all.map((deeds) => {
    let book = NOTHING;
    const state = [];
    for (const [deed, what, text] of deeds) {
        const standing = current(book);
        const id = standing.length ? standing[what % standing.length]?.id : "";
        if (deed === "say") book = say(book, { id: newId(), kind: what, text, written_at: "" });
        if (deed === "change" && id) [book] = change(book, id, { text }, "");
        if (deed === "take" && id) book = takeBack(book, id, "");
        if (deed === "send") book = allSent(book);
    }
    const ids = book.comments.map((comment) => comment.id);
    const of = (comment) => [ids.indexOf(comment.id), comment.revises ? ids.indexOf(comment.revises) : null,
        comment.kind, comment.text || "", book.sent.has(comment.id)];
    return [book.comments.map(of), current(book).map(of), unsent(book).map(of), toSend(book).map(of)];
})"""


def done(deeds: list[tuple[str, Any, str]]) -> list[Any]:
    """What the book of the window holds after these deeds."""
    numbers = count()

    def new_id() -> str:
        return f"c{next(numbers)}"

    book = Book()
    for deed, what, text in deeds:
        standing = book.current
        id = standing[what % len(standing)].id if standing and deed in ("change", "take") else ""
        if deed == "say":
            book = say(book, Comment(id=new_id(), kind=CommentKind(what), text=text, written_at=NOW))
        elif deed == "change" and id:
            book, _id = change(book, id, NOW, new_id, text=text)
        elif deed == "take" and id:
            book = take_back(book, id, NOW, new_id)
        elif deed == "send":
            book = all_sent(book)
    ids = [comment.id for comment in book.comments]

    def of(comment: Comment) -> list[Any]:
        revises = (ids.index(comment.revises) if comment.revises in ids else -1) if comment.revises else None
        assert comment.kind
        return [ids.index(comment.id), revises, comment.kind.value, comment.text, comment.id in book.sent]

    parts: tuple[Callable[[], tuple[Comment, ...]], ...] = (
        lambda: book.comments, lambda: book.current, lambda: book.unsent, lambda: book.to_send,
    )  # fmt: skip
    return [[of(comment) for comment in part()] for part in parts]


def test_both_books_hold_the_same_after_whatever_is_done(open_form: OpenForm) -> None:
    tab = open_form()
    cases = many(DEEDS, 400)
    made = tab.run(f"({IN_THE_PAGE})({json.dumps(cases)})")
    for deeds, in_page in zip(cases, made, strict=True):
        assert in_page == done(deeds), deeds
    assert sum(any(version[1] is not None for version in book[0]) for book in made) > 30
