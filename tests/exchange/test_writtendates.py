from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.dates import PartialDate
from leaderplan.exchange.writtendates import Span, is_open, lies_month_first, read_date, read_span


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025", "2025"),
        ("2025-03", "2025-03"),
        ("2025-03-11", "2025-03-11"),
        ("2025/3/1", "2025-03-01"),
        ("2016-12-31T00:00:00.000Z", "2016-12-31"),
        ("2025-03-11 09:30", "2025-03-11"),
        ("3/11/2025", "2025-11-03"),
        ("03.11.25", "2025-11-03"),
        ("31-12-2024 17:05:00", "2024-12-31"),
        ("03/2025", "2025-03"),
        ("Mar 2025", "2025-03"),
        ("March 2025", "2025-03"),
        ("Sept 2025", "2025-09"),
        ("Mar-25", "2025-03"),
        ("Mar '25", "2025-03"),
        ("Dec. 2024", "2024-12"),
        ("11 March 2025", "2025-03-11"),
        ("11th of March 2025", "2025-03-11"),
        ("1-Apr-24", "2024-04-01"),
        ("March 11, 2025", "2025-03-11"),
        ("  march 2025 ", "2025-03"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, iso: str) -> None:
    assert str(read_date(text)) == iso


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2025-13", "2025-02-30", "3/31/2025", "12/25", "0000-00-00", "9999-01-01", "45727", "Foo 2025",
     "Ma 2025", "11", "2025-3-4-5", "１２/３/2025"],
)  # fmt: skip
def test_what_is_no_date_is_refused_and_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r"no |month|day|range"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "started", "ended"),
    [
        ("2025-03", None, "2025-03"),
        ("Q2 2024", "2024-04", "2024-06"),
        ("2024-Q4", "2024-10", "2024-12"),
        ("Mar 2024 – May 2025", "2024-03", "2025-05"),
        ("2019 - 2021", "2019", "2021"),
        ("2019-2021", "2019", "2021"),
        ("Jan 2020 to Present", "2020-01", None),
        ("since 2021", "2021", None),
        ("2019–2021", "2019", "2021"),
    ],
)
def test_a_stretch_of_time_has_two_ends(text: str, started: str | None, ended: str | None) -> None:
    wanted = Span(started and PartialDate.parse(started), ended and PartialDate.parse(ended))  # type: ignore[arg-type]
    assert read_span(text) == wanted


@pytest.mark.parametrize("text", ["present", "now – 2020", "a to b to c", "2024 – soon", "Q5 2024", ""])
def test_half_a_stretch_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no |since when"):
        read_span(text)


def test_what_still_goes_on_is_known_by_its_words() -> None:
    assert is_open("Present") and is_open(" (current) ") and not is_open("2024") and not is_open("")


def test_a_date_with_its_month_first_is_recognised_as_one() -> None:
    assert lies_month_first("3/31/2025") and not lies_month_first("2025-03-31") and not lies_month_first("99/99/2025")


@given(st.dates(min_value=PartialDate(1900).first, max_value=PartialDate(2100).last))
def test_every_day_is_read_from_each_usual_form(day: object) -> None:
    for form in ("{d:%Y-%m-%d}", "{d.day}/{d.month}/{d.year}", "{d.day} {d:%B} {d.year}", "{d:%B} {d.day}, {d.year}"):
        assert read_date(form.format(d=day)).first == day


@given(st.text())
def test_any_other_text_is_a_value_error_and_nothing_else(text: str) -> None:
    for read in (read_date, read_span):
        with contextlib.suppress(ValueError):
            read(text)
    assert is_open(text) in (True, False) and lies_month_first(text) in (True, False)
