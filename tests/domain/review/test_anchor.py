from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leaderplan.domain.review.anchor import AROUND, Hold, Span, anchor, around, find, text_of
from leaderplan.domain.review.seen import seen_hash
from tests.domain.review.plans import ACTION, OTHER, PLAN, STORY, plan, said

WORDS = st.text("ab \n.é", max_size=60)


@given(WORDS, st.integers(0, 60), st.integers(1, 60))
def test_words_are_found_where_they_were_quoted(text: str, start: int, length: int) -> None:
    quote, prefix, suffix = around(text, start, start + length)
    assume(quote.strip())
    found = find(text, quote, prefix, suffix)
    assert found
    assert text[found.start : found.end].split() == quote.split()
    if found.sure:
        head = len(quote) - len(quote.lstrip())
        assert found.start == start + head or text[start:].split()[:1] != quote.split()[:1]


@given(WORDS, st.text("xyz", min_size=1), WORDS, WORDS)
def test_words_that_stand_once_are_found_whatever_came_around_them(text: str, quote: str, one: str, two: str) -> None:
    assert find(f"{one}{quote}{two}", quote, text[-AROUND:], text[:AROUND]) == Span(len(one), len(one) + len(quote))


def test_of_several_places_the_one_with_the_same_words_around_it_is_meant() -> None:
    text = "First we tried. Then we failed. Then we learned."
    assert find(text, "we", "Then ", " learned") == Span(37, 39)
    assert find(text, "we", "First ", "") == Span(6, 8)


def test_where_two_places_fit_alike_it_is_not_sure() -> None:
    found = find("we and we", "we")
    assert found
    assert not found.sure


def test_other_white_space_is_the_same_words() -> None:
    assert find("one\n  two", "one two") == Span(0, 9)


@pytest.mark.parametrize("quote", ["", "  \n", "nowhere"])
def test_no_words_and_words_that_are_gone_stand_nowhere(quote: str) -> None:
    assert find(ACTION, quote) is None


def test_words_hold_a_comment_then_its_field_then_its_record_then_nothing() -> None:
    comment = said("1", quote="eleven of sixteen")
    there = anchor(PLAN, comment)
    assert (there.hold, there.record, there.field) == (Hold.PASSAGE, STORY, "action")
    assert there.span
    assert there.text[there.span.start : there.span.end] == "eleven of sixteen"
    anew = plan(replace(STORY, action="I argued for it."))
    assert anchor(anew, comment).hold is Hold.FIELD
    assert anchor(anew, replace(comment, field="gone_in_a_later_format")).hold is Hold.RECORD
    without = plan(OTHER)
    gone = type(PLAN).of(record for record in without if record.id != "story")
    assert anchor(gone, comment).hold is Hold.UNPLACED
    assert anchor(gone, replace(comment, placed="other")).record == OTHER
    assert anchor(gone, replace(comment, placed="other")).hold is Hold.RECORD


def test_a_comment_without_a_record_is_about_the_plan() -> None:
    assert anchor(PLAN, said("1", record=None, field="")).hold is Hold.PLAN


def test_it_is_known_whether_the_text_is_the_one_that_was_read() -> None:
    comment = said("1", seen_hash=seen_hash(STORY, "action"))
    assert anchor(PLAN, comment).unchanged
    assert not anchor(plan(replace(STORY, action=ACTION + " I did.")), comment).unchanged
    assert anchor(plan(replace(STORY, result="Three days.")), comment).unchanged
    whole = replace(comment, field="", seen_hash=seen_hash(STORY, ""))
    assert anchor(PLAN, whole).unchanged
    assert not anchor(plan(replace(STORY, result="Three days.")), whole).unchanged
    assert anchor(plan(replace(STORY, tags=("y",))), whole).unchanged
    assert not anchor(PLAN, said("1")).unchanged


def test_only_words_are_text() -> None:
    assert text_of(STORY, "action") == ACTION
    assert text_of(STORY, "tags") == text_of(STORY, "nothing") == text_of(None, "action") == ""
    assert seen_hash(None, "action") == ""


def test_a_word_that_stands_everywhere_tells_no_place() -> None:
    found = find("a" * 10_000, "a", "b", "a" * AROUND)
    assert found
    assert not found.sure
