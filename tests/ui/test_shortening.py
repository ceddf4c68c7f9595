from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.ui.shortening import short


def test_a_short_text_stays_on_one_line() -> None:
    assert short(" Nine of\n\nten  families ", 20) == "Nine of ten families"


def test_of_a_long_text_the_end_is_left_out() -> None:
    assert short("Nine of ten families", 9) == "Nine of…"


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_it_is_one_line_and_never_longer_than_there_is_room(text: str, most: int) -> None:
    found = short(text, most)
    assert len(found) <= most
    assert len(found.splitlines()) <= 1
