from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.fields import Kind, specs
from leaderplan.domain.records import RECORDS, Achievement, Collaboration, Evidence, Measure, Person
from leaderplan.exchange.csvtable.cells import WrongCell, parts_of, value_of

FIELDS = {f"{t.table}.{name}": spec for t in (Achievement, Collaboration, Evidence, Measure, Person)
          for name, spec in specs(t).items()}  # fmt: skip


def cell(field: str, text: str) -> Any:
    return value_of(FIELDS[field], text)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("achievement.title", " Cut \n claims ", "Cut claims"),
        ("achievement.result", "two\r\nlines ", "two\nlines"),
        ("achievement.mode", "TRANSFORM", "transform"),
        ("achievement.told_from", "The citizen’s side", "citizen"),
        ("achievement.told_from", "the citizen's side", "citizen"),
        ("achievement.track_record", "Radical change; efficiency;efficiency", ("radical_change", "efficiency")),
        ("achievement.tags", "#digital #claims", ("digital", "claims")),
        ("achievement.tags", "digital leadership; claims", ("digital leadership", "claims")),
        ("achievement.private", "Yes", True),
        ("achievement.private", "FALSE", False),
        ("measure.baseline", "1,234.5", 1234.5),
        ("measure.baseline", "12,5", 12.5),
        ("measure.baseline", "£ 2 000", 2000.0),
        ("measure.baseline", "45 %", 45.0),
        ("measure.baseline", "−3", -3.0),
        ("person.influence", "4", 4),
        ("person.keep_in_touch_days", "30.0", 30),
        ("collaboration.split", "skills 40, process 30, thinking 20, technology 10", (40, 30, 20, 10)),
        ("evidence.url", "www.example.org/a", "https://www.example.org/a"),
    ],
)
def test_a_cell_is_read_as_its_field_holds_it(field: str, text: str, value: object) -> None:
    assert cell(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("achievement.mode", "fly", "fly is not one of run, change, transform"),
        ("achievement.private", "perhaps", "perhaps is not yes or no"),
        ("achievement.ended", "soon", "soon is not a day, month or year"),
        ("achievement.ended", "3/31/2025", "days come first"),
        ("measure.baseline", "about 5", "about 5 is not a number"),
        ("measure.baseline", "1e5", "not a number"),
        ("person.influence", "3.5", "whole number from 1 to 5"),
        ("collaboration.split", "40, 60", "whole percentages for skills"),
        ("evidence.attachment", "a.pdf", "cannot come from a cell"),
    ],
)
def test_a_cell_that_its_field_cannot_take_says_what_it_wants(field: str, text: str, said: str) -> None:
    with pytest.raises(WrongCell, match=said) as caught:
        cell(field, text)
    assert said in str(caught.value.message)


def test_a_list_in_a_cell_is_parted_at_the_strongest_sign() -> None:
    assert parts_of("Smith, Ann; Bevan, Tom") == ["Smith, Ann", "Bevan, Tom"]
    assert parts_of("a, b,,c ") == ["a", "b", "c"]
    assert parts_of(" ") == []


@given(st.sampled_from([spec for t in RECORDS for spec in specs(t).values()]), st.text(min_size=1))
def test_any_text_is_a_value_or_a_sentence(spec: Any, text: str) -> None:
    try:
        value = value_of(spec, text)
    except WrongCell:
        value = None
    assert value is None or isinstance(value, (str, bool, int, float, tuple)) or spec.kind is Kind.DATE
