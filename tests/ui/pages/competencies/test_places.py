from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.ui.pages.competencies.places import DISC, DOT, MANY, RING, places


def test_a_roomy_cell_has_its_places_where_they_were_designed() -> None:
    found = places(124, 1, 2)
    assert (found.own, found.rings, found.dots) == (30, (56,), (91, 102))
    assert not found.mentors_counted
    assert not found.claims_counted


def test_more_than_two_mentors_become_a_count() -> None:
    assert places(200, 2, 0).rings == (56, 76)
    assert places(200, 3, 0).rings == (56,)
    assert places(200, 3, 0).mentors_counted


@given(st.integers(70, 300), st.integers(0, 9), st.integers(0, 99), st.sampled_from([1.0, 1.5, 2.0]))
def test_marks_never_lie_upon_each_other_and_stay_in_their_cell(
    width: int, mentors: int, claims: int, scale: float
) -> None:
    width = round(width * scale)
    found = places(width, mentors, claims, scale)
    dot = (MANY if found.claims_counted else DOT) / 2 * scale
    assert bool(found.rings) == bool(mentors)
    assert bool(found.dots) == bool(claims)
    assert found.own - DISC / 2 * scale >= 0
    if found.rings:
        assert found.own + DISC / 2 * scale <= found.rings[0] - RING / 2 * scale
    if found.dots:
        before = found.rings[-1] + RING / 2 * scale if found.rings else found.own + DISC / 2 * scale
        assert before <= found.dots[0] - dot + 0.01
        assert found.dots[-1] + dot <= width


@given(st.integers(70, 300), st.integers(1, 9))
def test_the_places_of_a_column_are_fixed(width: int, claims: int) -> None:
    assert places(width, 0, claims).own == places(width, 2, 0).own
    assert places(width, 0, claims).dots[-1] == places(width, 1, 1).dots[-1]


@pytest.mark.parametrize("width", [72, 98, 124])
def test_a_click_finds_the_mark_that_it_hits(width: int) -> None:
    found = places(width, 1, 1)
    assert found.on_own(found.own)
    assert not found.on_own(found.dots[0])
    assert found.dot_at(found.dots[0]) == 0
    assert found.dot_at(found.own) is None
