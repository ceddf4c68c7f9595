"""Dates as people type them, and the field that takes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.ui.widgets.dates import DateField, read_date
from tests.ui.finding import the

PARTIAL = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(1, 3),
)


@given(PARTIAL)
def test_what_is_shown_can_be_read_again(value: PartialDate) -> None:
    for text in (str(value), ENGLISH.day(value), ENGLISH.day(value, long=True)):
        assert read_date(text, ENGLISH) == value


@pytest.mark.parametrize(
    ("text", "iso"),
    [("12/3/2025", "2025-03-12"), ("12.03.2025", "2025-03-12"), ("3 sept 2024", "2024-09-03"), ("2025-3", "2025-03")],
)
def test_usual_ways_to_write_a_date_are_read(text: str, iso: str) -> None:
    assert read_date(text, ENGLISH) == PartialDate.parse(iso)


@pytest.mark.parametrize(
    "text", ["32 Mar", "30 Feb 2025", "soon", "12 3", "2025 Mar 12 x", "ma 2025", "13/13/2025", "²⁰²⁵", "-", "0000"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whatever the reason, it is no date)
        read_date(text, ENGLISH)


@given(st.text(max_size=30))
def test_nothing_that_is_typed_breaks_the_reading(text: str) -> None:
    try:
        found = read_date(text, ENGLISH)
    except ValueError:
        return
    assert found is None or isinstance(found, PartialDate)


@pytest.fixture
def field(qtbot, dressed: QApplication) -> DateField:
    """A field that shows a month."""
    made = DateField(ENGLISH, "Started", PartialDate(2026, 3))
    qtbot.addWidget(made)
    made.show()
    return made


def type_in(field: DateField, text: str) -> None:
    """Type another date and press Enter."""
    line = the(QLineEdit, field)
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_date_is_told_and_written_out(field: DateField) -> None:
    told: list[object] = []
    field.edited.connect(told.append)
    type_in(field, "12/3/2025")
    assert told == [PartialDate(2025, 3, 12)]
    assert field.text() == "12 Mar 2025"


def test_the_same_date_in_other_words_is_no_edit(field: DateField) -> None:
    told: list[object] = []
    field.edited.connect(told.append)
    type_in(field, "2026-03")
    assert told == []
    assert field.text() == "Mar 2026"


def test_an_emptied_field_is_no_date(field: DateField) -> None:
    told: list[object] = []
    field.edited.connect(told.append)
    the(QLineEdit, field).clear()
    field.settle()
    assert told == [None]


def test_what_is_no_date_stays_as_typed_with_a_sentence(field: DateField) -> None:
    told: list[object] = []
    drafts: list[str] = []
    field.edited.connect(told.append)
    field.drafted.connect(drafts.append)
    type_in(field, "32 Mar")
    assert (told, drafts) == ([], ["32 Mar"])
    assert field.text() == "32 Mar"
    assert field.wrong
    assert field.value == PartialDate(2026, 3)
    assert "a day, a month or a year" in the(QLineEdit, field).accessibleDescription()
    type_in(field, "31 Mar 2026")
    assert not field.wrong
    assert told == [PartialDate(2026, 3, 31)]
