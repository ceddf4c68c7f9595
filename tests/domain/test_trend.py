from __future__ import annotations

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Better, Measure, Reading
from leaderplan.domain.trend import Trend, change_in_words, parted, trend, verdict, written

LOWER, HIGHER = Better.LOWER, Better.HIGHER


def made(readings: list[float], **fields: object) -> Trend:
    measure = Measure(id="m", of="a", name="Days", **{"unit": "days", "better": LOWER} | fields)  # type: ignore[arg-type]
    return trend(
        Plan.of([measure, *(Reading(id=f"r{n}", measure="m", on=PartialDate(2024, n + 1), value=value)
                            for n, value in reversed(list(enumerate(readings))))]),
        measure,
    )  # fmt: skip


def test_the_baseline_comes_first_and_the_newest_reading_is_the_value_after() -> None:
    found = made([12.0, 4.0], baseline=21.0, baseline_on=PartialDate(2025))
    assert [count.value for count in found.counts] == [21.0, 12.0, 4.0]
    assert (found.before.value, found.after.value, found.change, found.percent) == (21.0, 4.0, -17.0, 81)  # type: ignore[union-attr]


def test_without_a_baseline_the_first_of_several_readings_stands_for_it() -> None:
    found = made([61.0, 97.0], unit="%", better=HIGHER)
    assert found.change == 36.0
    assert change_in_words(found, ENGLISH) == "36 points more"


def test_one_value_is_no_change() -> None:
    assert made([]).before is made([]).after is made([3.0]).before is None
    assert made([3.0]).after is not None
    only_before = made([], baseline=3.0)
    assert only_before.before is not None
    assert only_before.after is None
    assert only_before.change is only_before.percent is only_before.improved is None
    assert change_in_words(only_before, ENGLISH) == ""
    assert verdict(only_before, ENGLISH) is None


@pytest.mark.parametrize(
    ("before", "after", "fields", "said", "judged"),
    [
        (31.0, 4.0, {"target": 5.0}, "27 days less", "better, target of 5 met"),
        (3.1, 1.2, {"target": 1.0}, "1.9 days less", "better, target of 1 missed"),
        (41.0, 58.0, {}, "17 days more", "worse"),
        (41.0, 41.0, {"target": 40.0}, "no change", "target of 40 missed"),
        (41.0, 58.0, {"better": None, "target": 40.0}, "17 days more", None),
        (1_380_000.0, 210_000.0, {"unit": "£"}, "£1.17m less", "better"),
        (1.94, 1.32, {"unit": "£ million", "target": 1.4}, "£0.62m less", "better, target of £1.4m met"),
        (31.0, 12.0, {"unit": "£ a case", "target": 10.0}, "£19 a case less", "better, target of £10 missed"),
        (0.0, 3.0, {"unit": "", "better": HIGHER, "target": 3.0}, "3 more", "better, target of 3 met"),
    ],
)
def test_a_change_is_said_in_words(before: float, after: float, fields: dict, said: str, judged: str | None) -> None:
    found = made([after], baseline=before, **fields)
    assert change_in_words(found, ENGLISH) == said
    message = verdict(found, ENGLISH)
    assert (ENGLISH.say(message) if message else None) == judged


def test_from_nothing_there_is_no_per_cent() -> None:
    assert made([3.0], baseline=0.0).percent is None


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (31.0, "£", "£31"), (1_170_000.0, "£ a year", "£1.17m a year"), (-80_000.0, "£", "−£80,000"),
        (61.0, "%", "61 %"), (4.0, "days", "4 days"), (1.5, "", "1.5"),
        (1.94, "£ million", "£1.94m"), (1.94, "£m a year", "£1.94m a year"), (250.0, "€k", "€250k"),
        (2_500_000.0, "£ thousand", "£2,500,000k"), (0.0, "£", "£0"), (3.0, "£ maintenance", "£3 maintenance"),
    ],
)  # fmt: skip
def test_a_value_is_written_with_its_unit(value: float, unit: str, text: str) -> None:
    assert written(value, unit, ENGLISH) == text


@pytest.mark.parametrize(
    ("unit", "beside", "after_the_name"),
    [
        ("days", "days", ""), ("%", "%", ""), ("", "", ""), ("a week", "", "a week"), ("of 19", "", "of 19"),
        ("residents", "", "residents"), ("£", "£", ""), ("£ a year", "£", "a year"),
        ("£ million", "£ million", ""), ("£ million a year", "£ million", "a year"), ("£m", "£ m", ""),
    ],
)  # fmt: skip
def test_a_long_unit_is_said_once_after_the_name(unit: str, beside: str, after_the_name: str) -> None:
    assert parted(unit) == (beside, after_the_name)
