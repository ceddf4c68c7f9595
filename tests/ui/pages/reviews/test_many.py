"""A round of a thousand comments opens at once and scrolls."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import perf_counter

import pytest

from leaderplan.domain.records import CommentKind
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.acts import Act
from leaderplan.ui.place import Place
from tests.ui.pages.reviews.conftest import ACTION, OpenPage, window_of
from tests.ui.pages.reviews.mentoring import Mentor

MANY = 1000


@pytest.fixture
def full(desk: Desk, tmp_path, open_page: OpenPage) -> Reviews:
    """A thousand comments have come; the page was not opened on them yet."""
    mentor = Mentor(desk, tmp_path, sent=date(2026, 3, 3))
    words = ACTION.split()
    for number in range(MANY):
        quote = words[number % 12]
        mentor.says(
            CommentKind.COMMENT, "claims", "action", quote, text=f"Number {number}. " + "Say more. " * (number % 9)
        )
    page = open_page()
    window_of(page).navigator.go(Place("achievements"))
    mentor.comes()
    return page


def test_it_opens_within_half_a_second_and_makes_only_what_is_in_view(full: Reviews) -> None:
    window = window_of(full)
    began = perf_counter()
    window.navigator.go(Place("reviews"))
    window.grab()
    took = perf_counter() - began
    rows = full.side.round.rows
    assert len(rows.keys) == MANY
    assert len(rows.made) < 30
    assert took < 2.5, "half a second on a machine that does nothing else"


def test_every_one_of_them_can_be_scrolled_to(full: Reviews) -> None:
    window = window_of(full)
    window.navigator.go(Place("reviews"))
    rows = full.side.round.rows
    bar = rows.verticalScrollBar()
    slowest, seen = 0.0, set()
    while bar.value() < bar.maximum():
        before, began = bar.value(), perf_counter()
        bar.setValue(bar.value() + 600)
        rows.viewport().grab()
        slowest = max(slowest, perf_counter() - began)
        seen |= set(rows.made)
        assert bar.value() > before
    assert slowest < 2, "a screen at a time"
    assert len(seen) == MANY
    assert len(rows.made) < 120, "what is far away is let go"


def test_rows_neither_lie_on_each_other_nor_leave_gaps(full: Reviews) -> None:
    window_of(full).navigator.go(Place("reviews"))
    rows = full.side.round.rows
    for at in (0, 500, 999, 250, 3):
        row = rows.row(rows.keys[at])
        assert row is not None
        places = sorted((each.y(), each.y() + each.height()) for each in rows.made.values() if each.isVisible())
        near = [place for place in places if abs(place[0] - row.y()) < 2000]
        assert all(above[1] == below[0] for above, below in pairwise(near))
        top = rows.verticalScrollBar().value()
        assert top <= row.y() and row.y() + row.height() <= top + rows.viewport().height() + 1


def test_the_end_is_reached_at_once_and_a_decision_there_is_quick(full: Reviews, desk: Desk) -> None:
    window_of(full).navigator.go(Place("reviews"))
    rows = full.side.round.rows
    row = rows.row(rows.keys[-1])
    assert row is not None
    began = perf_counter()
    row.right.buttons[Act.DONE].click()
    took = perf_counter() - began
    assert took < 3
