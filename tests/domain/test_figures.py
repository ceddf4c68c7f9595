"""Figures say in words what they show, and stay within their size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.figures import (
    NOTE,
    RADAR_AXES,
    Area,
    Axis,
    Figure,
    Goal,
    Line,
    Mark,
    Period,
    Series,
    Value,
    Words,
    bars,
    columns,
    level_strip,
    line,
    radar,
    spark,
)
from leaderplan.domain.language import ENGLISH

labels = st.text(st.characters(codec="utf-8"), max_size=60)
axes = st.lists(
    st.builds(Axis, labels, st.integers(0, 5), st.integers(0, 5)),
    min_size=RADAR_AXES.start,
    max_size=RADAR_AXES.stop - 1,
)
numbers = st.floats(-1e9, 1e9, allow_nan=False)
readings = st.lists(st.builds(Value, labels, numbers, numbers, labels), min_size=2, max_size=30)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    transform = draw(st.integers(0, 100))
    change = draw(st.integers(0, 100 - transform))
    return Period(draw(labels), 100 - transform - change, change, transform)


def within(figure: Figure, slack: float = 8.0) -> bool:
    """Every point of every shape lies in the figure; labels may be anchored anywhere within it."""
    points = [
        point
        for shape in figure.shapes
        for point in (shape.points if isinstance(shape, Line | Area) else ((shape.x, shape.y),))
    ]
    return all(-slack <= x <= figure.width + slack and -slack <= y <= figure.height + slack for x, y in points)


@given(axes)
def test_a_radar_stays_in_its_frame_and_its_table_names_every_competency(some: list[Axis]) -> None:
    figure = radar(some, 5, (482, 340), ENGLISH)
    assert within(figure)
    assert [row[0] for row in figure.table[1:]] == [axis.label for axis in some]
    assert all(axis.label in figure.alternative for axis in some)


def test_a_radar_names_what_falls_short_in_bold() -> None:
    some = [Axis("Vision", 4, 4), Axis("Telling", 4, 3), Axis("Growing", 3, 4)]
    bold = {
        shape.text for shape in radar(some, 5, (482, 340), ENGLISH).shapes if isinstance(shape, Words) and shape.bold
    }
    assert bold == {"Telling"}


def test_a_radar_without_expectations_draws_no_dashed_line() -> None:
    some = [Axis(name, 0, 2) for name in "abc"]
    figure = radar(some, 5, (482, 340), ENGLISH, key=None)
    assert not [shape for shape in figure.shapes if isinstance(shape, Line) and shape.dash]


@pytest.mark.parametrize("count", [0, 2, 17])
def test_a_radar_of_too_few_or_too_many_axes_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="3 to 16"):
        radar([Axis("a", 1, 1)] * count, 5, (482, 340), ENGLISH)


@given(st.lists(periods(), max_size=12), st.one_of(st.none(), st.integers(0, 100)))
def test_bars_fill_their_width_and_tell_every_share(some: list[Period], target: int | None) -> None:
    for figure in (bars(some, target, 482, 136, ENGLISH), columns(some, target, 480, 150, ENGLISH)):
        assert within(figure)
        assert len(figure.table) == len(some) + 1
    areas = [shape for shape in bars(some, target, 482, 136, ENGLISH).shapes if isinstance(shape, Area)]
    assert len(areas) == sum(bool(each.share(mode)) for each in some for mode in ("run", "change", "transform"))


def test_a_bar_writes_its_number_only_where_there_is_room() -> None:
    words = [
        shape.text
        for shape in bars([Period("2026", 91, 7, 2)], 40, 482, 136, ENGLISH).shapes
        if isinstance(shape, Words)
    ]
    assert "91 %" in words
    assert "7" in words
    assert not {"2", "2 %", "7 %"} & set(words)
    assert "upright line: my target, 40 % transform" in words


@given(readings, st.one_of(st.none(), st.builds(Goal, numbers, labels)))
def test_lines_stay_in_their_frame_whatever_the_values(some: list[Value], target: Goal | None) -> None:
    some = sorted(some, key=lambda each: each.at)
    assert within(line(Series("Days", "median", some, target), (150, 120), ENGLISH))
    assert within(spark(Series("", "", some, target), (88, 30), ENGLISH))


def test_a_line_says_its_values_and_its_target() -> None:
    some = [Value("May 2022", 1, 31, "31"), Value("Sep 2024", 9, 4, "4")]
    figure = line(Series("Days to a decision", "median", some, Goal(5, "5")), (150, 120), ENGLISH)
    assert figure.alternative == "Days to a decision, median: May 2022 31, Sep 2024 4; target 5."
    assert figure.table == (("When", "Value"), ("May 2022", "31"), ("Sep 2024", "4"))


def test_a_line_that_begins_at_nothing_keeps_its_first_value_off_the_dates() -> None:
    some = [Value("Dec 2024", 1, 0, "0 %"), Value("Feb 2026", 2, 48, "48 %")]
    figure = line(Series("Decided during the call", "%", some), (300, 130), ENGLISH)
    words = {shape.text: shape.y for shape in figure.shapes if isinstance(shape, Words)}
    assert words["Dec 2024"] - words["0 %"] >= NOTE


def test_one_value_is_no_line() -> None:
    with pytest.raises(ValueError, match="two values"):
        Series("Days", "", [Value("2026", 1, 1, "1")])


@given(st.integers(0, 7), st.integers(0, 7))
def test_a_level_strip_fills_up_to_the_level_shown_and_frames_the_one_expected(expected: int, shown: int) -> None:
    figure = level_strip(expected, shown, 7, ENGLISH)
    marks = [shape for shape in figure.shapes if isinstance(shape, Mark)]
    assert sum(mark.role == "accent" for mark in marks) == shown
    assert sum(mark.shape == "square" for mark in marks) == bool(expected)
    assert within(figure)


def test_a_level_strip_says_what_it_shows() -> None:
    assert level_strip(5, 4, 5, ENGLISH).alternative == "Level 4 of 5 shown, 5 expected"
    assert level_strip(5, 0, 5, ENGLISH).alternative == "No level shown, 5 of 5 expected"
    assert level_strip(0, 4, 5, ENGLISH).alternative == "Level 4 of 5 shown"
    assert level_strip(0, 0, 5, ENGLISH).alternative == "No level of 5 shown or expected"
