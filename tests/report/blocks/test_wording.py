"""Numbers and sentences as a person would write them."""

from __future__ import annotations

import pytest

from leaderplan.report.blocks.wording import capital, in_words, listed, paragraphs
from leaderplan.report.tree import Run, rich


@pytest.mark.parametrize(("number", "word"), [(0, "none"), (1, "one"), (9, "nine"), (12, "twelve"), (13, "13")])
def test_numbers_up_to_twelve_are_words(number: int, word: str) -> None:
    assert str(in_words(number)) == word


def test_a_sentence_begins_with_a_capital_and_keeps_the_others() -> None:
    assert [capital(text) for text in ("nine steps by IT", "IT", "", "ŵyl")] == ["Nine steps by IT", "IT", "", "Ŵyl"]


def test_empty_lines_part_paragraphs() -> None:
    assert paragraphs(" One\nline.\n\n\n \n\nTwo. ") == (rich("One\nline."), rich("Two."))
    assert paragraphs(" \n\n ") == ()


def test_a_list_has_commas_between_and_none_at_the_end() -> None:
    assert listed([(Run("E1"), " Letter"), (Run("E2"),)]) == rich(Run("E1"), " Letter", ", ", Run("E2"))
    assert listed([]) == ()
