"""Examples of Hypothesis to hand over to a page at once: a call into it costs a millisecond."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


def many(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """So many examples of a strategy, always the same ones."""
    made: list[Any] = []

    @settings(max_examples=count, database=None, derandomize=True, deadline=None)
    @given(strategy)
    def collect(value: Any) -> None:
        made.append(value)

    collect()
    return made
