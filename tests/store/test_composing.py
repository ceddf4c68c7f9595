from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.records import Achievement
from leaderplan.store.composing import composed
from leaderplan.store.partial import _state as read
from leaderplan.store.partial import applied, texts

STORIES = st.none() | st.builds(
    Achievement,
    id=st.just("queue-0001"),
    title=st.sampled_from(["A", "B"]),
    result=st.sampled_from(["", "C"]),
    private=st.booleans(),
    people=st.sampled_from([(), ("bob",), ("ann", "bob")]),
)


def ends(before, after):
    """A change as the history keeps it."""
    old, new = texts(before, after)
    return read(old), read(new)


@given(st.lists(STORIES, min_size=2, max_size=8))
def test_the_sum_of_changes_leads_from_the_first_state_to_the_last_and_back(states):
    pairs = [(one, two) for one, two in pairwise(states) if one != two]
    if not pairs:
        return
    whole = ends(*pairs[0])
    for pair in pairs[1:]:
        whole = composed(whole, ends(*pair))
    assert whole == ends(states[0], states[-1])
    if states[0] != states[-1]:
        assert applied("achievement", "queue-0001", states[0], whole[1]) == states[-1]
        assert applied("achievement", "queue-0001", states[-1], whole[0]) == states[0]
    else:
        assert whole[0] == whole[1]


@pytest.mark.parametrize("first", [({"result": None}, {"result": "C"}), (None, {"title": "A", "result": "C"})])
def test_what_was_there_in_between_leaves_nothing(first):
    gone = composed(first, ({"title": "A", "result": "C"}, None))
    assert "C" not in str(gone)
    assert replace(Achievement(id="x", title="A")) == applied("achievement", "x", None, {"title": "A"})
