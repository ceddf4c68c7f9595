from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from leaderplan.domain.review import book
from leaderplan.domain.review.book import Book
from leaderplan.errors import UserError
from leaderplan.exchange.review import draft
from tests.exchange.review.sent import HEAD, WITHDRAWN, remark

SENT = book.all_sent(book.say(Book("Nadia Khan"), remark(1, "Tŷ 😀")))
BOOK = book.say(book.say(SENT, WITHDRAWN), remark(4, ""))


def test_what_was_written_is_there_again() -> None:
    assert draft.read(draft.write(HEAD, BOOK), HEAD) == BOOK
    assert draft.read(draft.write(HEAD, Book()), HEAD) == Book()


@pytest.mark.parametrize(
    "change",
    [
        {"format": "leaderplan-answer"},
        {"share": "another"},
        {"plan": "another"},
        {"round": "another"},
        {"version": 2},
        {"sent": "x"},
        {"sent": [5]},
        {"comments": [{"id": "x"}]},
        {"comments": None},
        {"author": 5},
    ],
)
def test_what_is_no_draft_on_this_share_is_refused(change: dict[str, Any]) -> None:
    data = json.dumps(json.loads(draft.write(HEAD, BOOK)) | change).encode()
    with pytest.raises(UserError):
        draft.read(data, HEAD)


@pytest.mark.parametrize("other", [{"share": "another"}, {"round": "another"}, {"plan": "another"}])
def test_the_draft_on_another_review_is_none_of_this(other: dict[str, Any]) -> None:
    with pytest.raises(UserError):
        draft.read(draft.write(HEAD, BOOK), replace(HEAD, **other))
