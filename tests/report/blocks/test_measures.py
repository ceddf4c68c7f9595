"""Measures: the value before, the value after, what changed, and whether that is good."""

from __future__ import annotations

from typing import Any

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.figures import Words
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Better, Measure, Reading, SeenBy
from leaderplan.report.blocks.measures import charts, measures
from leaderplan.report.tree import MeasureRow
from leaderplan.report.tree import Reading as Shown
from tests.report.person import ME, source

STORY = Achievement(id="s", title="Story", result="It held.")


def made(*values: float, on: tuple[PartialDate | None, ...] = (), **fields: Any) -> tuple[Any, Any]:
    """The source and the trends of one measure with these readings."""
    held: dict[str, Any] = {"name": "Days to decide", "unit": "days", "better": Better.LOWER} | fields
    days = on or tuple(PartialDate(2025, place) for place in range(1, len(values) + 1))
    readings = [Reading(id=f"r{n}", measure="m", on=days[n], value=value) for n, value in enumerate(values)]
    plan = Plan.of([ME, STORY, Measure(id="m", of="s", **held), *readings])
    found = source(plan, ["s"], ())
    return found, found.trends(STORY)


def row(*values: float, **fields: Any) -> MeasureRow:
    some, trends = made(*values, **fields)
    table = measures(some, trends)
    assert table is not None
    return table.rows[0]


def words(*values: float, **fields: Any) -> list[str]:
    some, trends = made(*values, **fields)
    (figure,) = charts(some, trends)
    return [shape.text for shape in figure.shapes if isinstance(shape, Words)]


def test_before_after_change_and_verdict_stand_in_one_row() -> None:
    found = row(4, baseline=21, baseline_on=PartialDate(2024, 12), target=5, seen_by=SeenBy.CITIZEN)
    assert (found.name, found.seen_by) == ("Days to decide", "citizens")
    assert (found.before, found.after) == (Shown("21 days", "Dec 2024"), Shown("4 days", "Jan 2025"))
    assert (found.change, found.verdict, found.worse) == ("17 days less", "better, target of 5 met", False)
    assert found.over_time is not None
    assert "Dec 2024 21, Jan 2025 4; target 5" in found.over_time.alternative


def test_what_got_worse_is_marked_as_such() -> None:
    found = row(58, baseline=41)
    assert (found.verdict, found.worse) == ("worse", True)


def test_a_long_unit_stands_behind_the_name_and_money_keeps_its_scale() -> None:
    found = row(14, baseline=61, unit="a year")
    assert (found.name, found.before and found.before.value, found.change) == (
        "Days to decide, a year",
        "61",
        "47 less",
    )
    money = row(1.32, baseline=1.94, unit="£ million a year", target=1.2)
    assert money.name == "Days to decide, a year"
    assert (money.before and money.before.value, money.after and money.after.value) == ("£1.94m", "£1.32m")
    assert (money.change, money.verdict) == ("£0.62m less", "better, target of £1.2m missed")


def test_before_anything_is_counted_again_there_is_the_target_to_name() -> None:
    found = row(baseline=42, target=10)
    assert (found.after, found.change, found.verdict, found.over_time) == (None, "", "target 10 days", None)
    assert found.before == Shown("42 days", "")
    assert row(baseline=42).verdict == ""


def test_a_single_reading_is_an_after_without_a_before() -> None:
    found = row(42)
    assert (found.before, found.after) == (None, Shown("42 days", "Jan 2025"))


def test_a_measure_that_was_never_counted_is_left_out() -> None:
    some, trends = made(target=3)
    assert trends == ()
    assert measures(some, trends) is None


def test_a_chart_says_beside_it_what_was_missed_or_got_worse() -> None:
    assert "days; target 5; missed" in words(9, baseline=42, target=5)
    assert "days; worse" in words(50, baseline=42)
    assert "days; target 5; worse, missed" in words(50, baseline=42, target=5)
    assert "days; target 10" in words(9, baseline=42, target=10)


def test_long_titles_of_charts_take_two_lines_and_all_plots_of_a_row_stand_level() -> None:
    some, trends = made(4, baseline=21, name="Applications that were sent back for missing papers")
    _same, others = made(4, baseline=21)
    long, short = charts(some, [*trends, *others])
    assert [shape.text for shape in long.shapes if isinstance(shape, Words) and shape.bold][:2] == [
        "Applications that were sent back", "for missing papers",
    ]  # fmt: skip
    assert long.height == short.height > charts(some, others)[0].height
    dates = [max(shape.y for shape in figure.shapes if isinstance(shape, Words)) for figure in (long, short)]
    assert dates[0] == dates[1]


def test_values_without_a_date_stand_evenly() -> None:
    found = row(9, 4, baseline=21, on=(PartialDate(2025, 1), PartialDate(2025, 12)))
    assert found.over_time is not None
    assert found.over_time.alternative.startswith("Days to decide, days:  21, Jan 2025 9")
    assert charts(source(), []) == ()
