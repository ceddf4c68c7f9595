from __future__ import annotations

import pytest

from leaderplan.domain.language import ENGLISH
from leaderplan.ui.size import size_words


@pytest.mark.parametrize(("size", "words"), [
    (0, "0 B"), (999, "999 B"), (1000, "1 KB"), (120_400, "120 KB"), (1_240_000, "1.2 MB"), (3_400_000_000, "3.4 GB"),
])  # fmt: skip
def test_a_size_is_said_in_the_unit_that_fits(size: int, words: str) -> None:
    assert size_words(size, ENGLISH) == words
