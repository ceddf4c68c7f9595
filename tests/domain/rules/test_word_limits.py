from __future__ import annotations

import pytest
from hypothesis import given

from leaderplan.domain.rules.word_limits import Counts, count
from tests.domain.strategies import proses


@pytest.mark.parametrize(
    ("text", "word_style", "strict"),
    [
        ("", 0, 0),
        (" \n\t\u00a0 ", 0, 0),
        ("Claims decided in four days", 5, 5),
        ("a well-known and/or so", 4, 6),
        ("from 21 to 4 days, i.e. 81% less", 8, 8),
        ("1,000 £31 3.5", 3, 3),
        ("2024/25", 1, 2),
        ("before – after", 3, 3),
        ("before—after", 1, 2),
        ("don’t and don't", 3, 3),
        ("pages 4\u201312, −17", 3, 4),
        ("- one\n- two", 4, 4),
        ("one\u00a0two", 2, 2),
        ("mother-in-law", 1, 3),
        ("服务改革 in 四天", 7, 7),
        ("Ελλάδα и мир", 3, 3),
        ("\U0001f600", 1, 1),
    ],
)
def test_words_are_counted_by_two_stated_rules(text: str, word_style: int, strict: int) -> None:
    counted = count(text)
    assert (counted.word_style, counted.strict) == (word_style, strict)


def test_characters_are_counted_with_spaces_and_a_line_break_once() -> None:
    assert count("ab c\r\nd\ne").characters == 8


@pytest.mark.parametrize(("words", "seconds"), [(0, 0), (1, 5), (13, 5), (130, 60), (141, 65), (650, 300)])
def test_a_text_is_spoken_at_130_words_a_minute_to_five_seconds(words: int, seconds: int) -> None:
    assert count("word " * words).spoken_seconds == seconds


@given(proses, proses)
def test_the_strict_count_is_never_below_words_and_both_add_up_over_lines(one: str, two: str) -> None:
    first, second, both = count(one), count(two), count(f"{one}\n{two}")
    assert first.strict >= first.word_style
    assert (both.word_style, both.strict) == (first.word_style + second.word_style, first.strict + second.strict)


def test_counts_are_plain_values() -> None:
    assert count("two words") == Counts(2, 2, 9, 5)
