from __future__ import annotations

from datetime import date

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.ui.pages.collaborations.canvas.oneline import NotAReading, read_reading

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("text", "value", "on"),
    [
        ("28", 28, None),
        ("28 days", 28, None),
        ("28 on 9 Mar", 28, PartialDate(2026, 3, 9)),
        ("28 days on 9 Mar 2025", 28, PartialDate(2025, 3, 9)),
        ("28, 30 Nov", 28, PartialDate(2025, 11, 30)),
        ("£1,200.50 in March 2026", 1200.5, PartialDate(2026, 3)),
        ("-3.5 % 2025", -3.5, PartialDate(2025)),
        ("61% 2026-03-01", 61, PartialDate(2026, 3, 1)),
    ],
)
def test_a_figure_and_its_day_are_understood(text, value, on) -> None:
    assert read_reading(text, ENGLISH, TODAY) == (value, on)


@pytest.mark.parametrize("text", ["many", "", "on 9 Mar", "28 on 31 Feb", "28 on 99 99", "1e400"])
def test_what_is_no_reading_is_refused(text) -> None:
    with pytest.raises(NotAReading):
        read_reading(text, ENGLISH, TODAY)
