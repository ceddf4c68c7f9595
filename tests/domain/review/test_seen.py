from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.review.seen import record_hash, seen_hash, text_hash
from tests.domain.review.plans import STORY, TELLING
from tests.exchange.review.sent import GOES, HELD, packed, read_back


@given(st.text(max_size=40), st.text(max_size=40))
def test_texts_that_look_different_have_different_hashes(one: str, other: str) -> None:
    if one.split() != other.split() and one.isprintable() and other.isprintable():
        assert text_hash(one) != text_hash(other)


def test_what_cannot_be_seen_is_no_difference() -> None:
    assert text_hash("a b") == text_hash("a\u202e\r\n \x07b\u2028") != text_hash("ab")
    assert record_hash(STORY) == record_hash(replace(STORY, action=STORY.action.replace(" ", " \u2066")))


def test_what_was_sent_is_the_same_text_as_what_stayed() -> None:
    read = read_back(packed()).plan
    for record in GOES:
        assert seen_hash(read.find(record.id), "title") == seen_hash(HELD.find(record.id), "title")


def test_of_a_framework_only_names_count() -> None:
    assert record_hash(TELLING) == record_hash(replace(TELLING, description="A sentence that stays."))
    assert record_hash(TELLING) != record_hash(replace(TELLING, title="Another"))
