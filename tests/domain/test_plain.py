from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain import plain
from leaderplan.domain.fields import Kind, Record, Spec, empty, specs
from leaderplan.domain.messages import _
from leaderplan.domain.records import BY_TABLE, RECORDS, Achievement, Mode, Profile
from tests.domain.strategies import records

every_type = pytest.mark.parametrize("record_type", RECORDS, ids=lambda record_type: record_type.table)


@every_type
@given(data=st.data())
def test_a_record_is_the_same_after_json_and_after_a_row(record_type: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(record_type))
    spoken = json.loads(json.dumps(plain.to_plain(record), allow_nan=False))
    row = plain.to_row(record)
    assert plain.from_plain(record_type, spoken) == record
    assert plain.from_row(record_type, row) == record
    assert plain.plain_of(record_type, row) == spoken
    assert all(cell is None or isinstance(cell, (str, int, float)) for cell in row.values())


@every_type
def test_a_record_of_nothing_but_an_id_is_null_everywhere(record_type: type[Record]) -> None:
    spoken = plain.to_plain(record_type(id="x"))
    assert spoken.pop("id") == "x"
    assert set(spoken.values()) <= {None, False}


@every_type
def test_a_type_is_declared_whole(record_type: type[Record]) -> None:
    fields = specs(record_type)
    assert BY_TABLE[record_type.table] is record_type
    assert not record_type.title_field or record_type.title_field in fields
    for name, spec in fields.items():
        assert (spec.choices is not None) == (spec.kind in (Kind.CHOICE, Kind.CHOICES, Kind.SHARE)), name
        assert set(spec.refers_to) <= set(BY_TABLE), name
        assert spec.label.id and name.strip("_").islower()
        for choice in spec.choices or ():
            assert choice.name.lower() == choice.value and choice.label.id


_WRONG: dict[Kind, list[object]] = {
    Kind.TEXT: [3, ["a"], True],
    Kind.DATE: ["32 March", 2025, "2025-02-30", "2025-1"],
    Kind.MOMENT: ["yesterday", "2025-01-01T00:00:00", 3],
    Kind.LEVEL: ["3", 2.5, True, float("nan")],
    Kind.NUMBER: ["3", True, float("nan"), 1e15, [3]],
    Kind.SHARE: [[1, 2, 3], {"run": "a"}, {"walk": 3}, "run"],
    Kind.CHOICE: ["sprint", 3],
    Kind.CHOICES: ["run", ["sprint"], [3]],
    Kind.TAGS: ["a", [3], {"a": 1}],
    Kind.REFERENCES: ["a", [None]],
    Kind.FLAG: [1, "yes"],
    Kind.ATTACHMENT: ["a", {"sha256": "x"}, {"sha256": "0" * 63, "name": "a", "size": 1},
                      {"sha256": "0" * 64, "name": "a", "size": "1"}, {"sha256": "z" * 64, "name": "a", "size": 1}],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "wrong"), [(kind, wrong) for kind, all_ in _WRONG.items() for wrong in all_])
def test_a_wrong_value_is_refused_with_what_is_wanted(kind: Kind, wrong: object) -> None:
    spec = Spec(_("Field"), kind, choices=Mode if kind in (Kind.CHOICE, Kind.CHOICES, Kind.SHARE) else None)
    with pytest.raises(plain.WrongValue, match=r"\w"):
        plain.value_from_plain(spec, wrong)


@pytest.mark.parametrize("kind", list(Kind))
def test_null_is_an_empty_field(kind: Kind) -> None:
    assert plain.value_from_plain(Spec(_("Field"), kind), None) == empty(kind)


def test_a_share_names_its_parts_and_fills_in_none() -> None:
    spec = specs(Profile)["target_share"]
    assert plain.value_from_plain(spec, {"transform": 40, "run": 30}) == (30, 0, 40)
    assert plain.value_to_plain(spec, (30, 30, 40)) == {"run": 30, "change": 30, "transform": 40}


def test_unknown_keys_are_left_out_and_unknown_columns_kept() -> None:
    assert plain.from_plain(Achievement, {"id": "a", "title": "T", "later": 1}) == Achievement(id="a", title="T")
    assert plain.plain_of(Achievement, {"later": 1, "private": 1}) == {"later": 1, "private": True}


def test_the_same_value_is_always_the_same_text() -> None:
    assert plain.dumps({"b": 1, "a": "é"}) == '{"a":"é","b":1}'
