"""What is shown of a long text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.review.anchor import Span
from leaderplan.ui.pages.reviews.excerpt import MOST, excerpt, is_cut
from leaderplan.ui.widgets.markedtext import Mark

WORDS = st.lists(st.text("abcdefg🙂\n", min_size=1, max_size=12), min_size=1, max_size=300).map(" ".join)


@given(WORDS, st.integers(0, 3000), st.integers(0, 900), st.integers(50, 600))
def test_the_words_that_are_meant_are_always_there_and_nothing_is_made_up(text, start, length, most) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    parts = excerpt(text, Span(start, end), most)
    meant = "".join(words for mark, words in parts if mark is Mark.MEANT)
    assert meant == text[start:end]
    whole = "".join(words for _mark, words in parts)
    assert whole.removeprefix("…").removesuffix("…") in text
    if not is_cut(text, most):
        assert whole == text


@given(WORDS)
def test_a_text_without_marked_words_is_shown_from_its_start(text) -> None:
    shown = "".join(words for _mark, words in excerpt(text, None))
    assert text.startswith(shown.removesuffix("…"))
    assert len(shown) <= MOST * 4 // 3 + 1
