from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from leaderplan.domain.dates import PartialDate
from tests.domain.strategies import days, partial_dates


@given(partial_dates())
def test_a_date_is_read_back_from_its_iso_form(value: PartialDate) -> None:
    assert PartialDate.parse(str(value)) == value
    assert value.first <= value.last


@given(days)
def test_a_whole_day_covers_itself(day: date) -> None:
    assert PartialDate.of(day).first == PartialDate.of(day).last == day


@pytest.mark.parametrize("text", ["", "25", "2025-13", "2025-02-30", "2025-2", "2025-02-03T00:00", "２０２５", "0000"])
def test_what_never_was_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_a_day_without_its_month_is_refused() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2025, None, 3)


def test_dates_sort_by_when_they_ended() -> None:
    year, month, day = PartialDate(2025), PartialDate(2025, 3), PartialDate(2025, 3, 31)
    assert sorted([year, day, month]) == [month, day, year]
    assert PartialDate(2024, 2).last == date(2024, 2, 29)
