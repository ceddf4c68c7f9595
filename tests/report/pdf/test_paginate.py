"""Boxes reach the pages in order, together where they belong together, and within the frame."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.errors import Cancelled
from leaderplan.report.pdf.boxes import Box
from leaderplan.report.pdf.paginate import Break, Group, Item, Pages, Placed, Unit
from leaderplan.report.pdf.sheet import Sheet

TEXT = 100.0


class Block(Box):
    """So many units tall; it may be cut anywhere if it is ``soft``."""

    def __init__(self, name: str, tall: float, before: float = 0, after: float = 0, *, soft: bool = False) -> None:
        self.name = name
        self.tall = tall
        self.before = before
        self.after = after
        self.soft = soft

    def height(self, width: float) -> float:
        return self.tall

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        if not self.soft or room < 1 or room >= self.tall:
            return None
        return Block(self.name, room, soft=True), Block(self.name, self.tall - room, soft=True)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        raise AssertionError("nothing is painted while pages are laid out")


def fill(*units: Unit) -> list[list[str]]:
    return [[name(placed) for placed in page] for page in placed_on(*units)]


def placed_on(*units: Unit) -> list[list[Placed]]:
    return Pages(TEXT, lambda: False).fill(units)


def name(placed: Placed) -> str:
    assert isinstance(placed.box, Block)
    return placed.box.name


def test_space_between_two_boxes_is_the_larger_wish_and_none_stands_at_the_top() -> None:
    page = placed_on(Item(Block("a", 10, before=9, after=3)), Item(Block("b", 10, before=7)))[0]
    assert [placed.top for placed in page] == [0, 17]


def test_a_heading_goes_with_the_beginning_of_what_follows() -> None:
    assert fill(Item(Block("a", 90)), Item(Block("h", 5), chained=True), Item(Block("b", 50, soft=True))) == [
        ["a", "h", "b"],
        ["b"],
    ]
    assert fill(Item(Block("a", 90)), Item(Block("h", 5), chained=True), Item(Block("b", 50))) == [["a"], ["h", "b"]]


def test_a_group_that_fits_a_page_is_never_parted() -> None:
    group = Group([Item(Block("b", 40)), Item(Block("c", 50))])
    assert fill(Item(Block("a", 20)), group) == [["a"], ["b", "c"]]
    assert fill(Item(Block("a", 5)), group) == [["a", "b", "c"]]


def test_a_group_longer_than_a_page_flows() -> None:
    group = Group([Item(Block("b", 60)), Item(Block("c", 70, soft=True))])
    assert fill(Item(Block("a", 20)), group) == [["a", "b", "c"], ["c"]]


def test_a_chain_before_a_group_is_kept_with_it() -> None:
    assert fill(Item(Block("a", 60)), Item(Block("h", 5), chained=True), Group([Item(Block("b", 40))])) == [
        ["a"],
        ["h", "b"],
    ]


def test_a_break_begins_a_new_page_but_never_an_empty_one() -> None:
    assert fill(Break(), Item(Block("a", 10)), Break(), Break(), Item(Block("b", 10))) == [["a"], ["b"]]


def test_what_is_taller_than_a_page_and_cannot_be_cut_gets_a_page_of_its_own() -> None:
    assert fill(Item(Block("a", 10)), Item(Block("huge", 300)), Item(Block("b", 10))) == [["a"], ["huge"], ["b"]]


def test_a_stop_is_heard() -> None:
    with pytest.raises(Cancelled):
        Pages(TEXT, lambda: True).fill([Item(Block("a", 10))])


blocks = st.builds(
    Block, st.uuids().map(str), st.floats(1, 250), st.floats(0, 30), st.floats(0, 30), soft=st.booleans()
)
items = st.builds(Item, blocks, st.booleans())
units = st.lists(
    st.one_of(items, st.builds(Group, st.lists(items, min_size=1, max_size=4)), st.just(Break())), max_size=12
)


@given(units)
def test_nothing_is_lost_doubled_or_out_of_order_and_no_box_overlaps(some: list[Unit]) -> None:
    pages = placed_on(*some)
    order = [
        item.box.name
        for unit in some
        for item in (unit.items if isinstance(unit, Group) else [unit] if isinstance(unit, Item) else [])
        if isinstance(item.box, Block)
    ]
    met = [name(placed) for page in pages for placed in page]
    assert list(dict.fromkeys(met)) == order
    total = sum(placed.box.height(0) for page in pages for placed in page)
    wanted = sum(
        item.box.height(0)
        for unit in some
        for item in (unit.items if isinstance(unit, Group) else [unit] if isinstance(unit, Item) else [])
    )
    assert total == pytest.approx(wanted)
    for page in pages:
        for upper, lower in itertools.pairwise(page):
            assert lower.top >= upper.top + upper.box.height(0) - 0.1
        if len(page) > 1:
            assert page[-1].top + page[-1].box.height(0) <= TEXT + 0.1
