from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from leaderplan.errors import UserError
from leaderplan.exchange.archive import rows
from leaderplan.exchange.archive.layout import ENTRY_OF
from leaderplan.store.schema import DRAFTS, HISTORY, TABLES
from leaderplan.store.steps import StepKind

STEP: dict[str, Any] = {
    "id": 2, "at": "2026-03-12T09:30:00.000000Z", "label": '{"id":"Add {name}","args":{"name":"\\udcff"}}',
    "by": "", "format": 2, "kind": "edit", "of": None, "undone": 0,
}  # fmt: skip
CHANGE = {"step": 2, "n": 0, "table": "person", "record": "ann", "before": None, "after": '{"name":"Ann"}'}
DRAFT = {"record": "ann", "field": "name", "at": "2026-03-12T09:30:00Z", "text": '"half \\ud83d"'}
SOUND: dict[str, dict[str, Any]] = {
    "step": STEP,
    "change": CHANGE,
    "draft": DRAFT,
    "person": {"id": "ann", "name": "Ann", "tags": ["a"]},
}


def read(table: str, row: Any) -> dict[str, Any]:
    return rows.row_of(json.dumps(row).encode(), table, ENTRY_OF[table], 1)


@pytest.mark.parametrize("table", SOUND)
def test_a_sound_row_is_read(table: str) -> None:
    assert read(table, SOUND[table]) == SOUND[table]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("step", "id", "2"), ("step", "id", -1), ("step", "id", True), ("step", "id", 2**31), ("step", "id", 1.5),
        ("step", "at", "yesterday"), ("step", "at", "2026-03-12T09:30:00"), ("step", "at", None),
        ("step", "label", None), ("step", "label", ""), ("step", "label", "[]"), ("step", "label", "{}"),
        ("step", "label", "[" * 100_000), ("step", "label", '{"id":"{a:99999999}","args":{"a":1}}'),
        ("step", "label", '{"id":"{a.__class__}","args":{"a":1}}'), ("step", "label", '{"id":"{b}","args":{"a":1}}'),
        ("step", "label", '{"id":"{a!r}","args":{"a":1}}'), ("step", "label", '{"id":"{","args":{"a":1}}'),
        ("step", "label", '{"id":"{a}","args":{"a":[]}}'), ("step", "label", '{"id":"x","count":"1"}'),
        ("step", "by", None), ("step", "by", "a\x00"), ("step", "format", 0), ("step", "format", 99),
        ("step", "kind", "rewrite"), ("step", "kind", []), ("step", "of", "1"), ("step", "undone", 3),
        ("change", "step", None), ("change", "n", -1), ("change", "table", "a; DROP TABLE x"), ("change", "record", ""),
        ("change", "before", "no JSON"), ("change", "after", "[1]"), ("change", "after", '{"a":NaN}'),
        ("change", "after", '{"a":1,"a":2}'), ("change", "after", '{"a":"\\ud800"}'), ("change", "after", {}),
        ("draft", "record", 1), ("draft", "field", None), ("draft", "at", 5), ("draft", "text", "half"),
        ("draft", "text", "[]"),
        ("person", "id", None), ("person", "id", ""), ("person", "id", "x" * 2_000), ("person", "name", "a\x00b"),
        ("person", "name", 2**63),
    ],
)  # fmt: skip
def test_a_row_that_a_plan_could_not_hold_is_refused(table: str, column: str, value: Any) -> None:
    with pytest.raises(UserError, match=re.escape(f"line 1 of {ENTRY_OF[table]} is not what it should be")):
        read(table, SOUND[table] | {column: value})


@pytest.mark.parametrize("row", [[], None, "a", 1, {}, CHANGE | {"more": 1}, {"step": 1}])
def test_a_row_of_other_columns_is_refused(row: Any) -> None:
    with pytest.raises(UserError, match="not what it should be"):
        read("change", row)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": "\xff"}', "not text in UTF-8"),
        (b'{"id": "\xed\xa0\x80"}', "not text in UTF-8"),
        (b'{"id": "a", "id": "b"}', "says id twice"),
        (b'{"id": "\\ud800"}', "half a character"),
        (b'{"id": "a", "n": 1e999}', "number that JSON does not know"),
        (b"[" * 10_000, "deeper than"),
        (b"", "not JSON"),
        (b'{"id": "a"} {"id": "b"}', "not JSON"),
    ],
)
def test_a_line_that_is_no_sound_json_is_refused(line: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said) as caught:
        rows.row_of(line, "person", "records/person.jsonl", 7)
    assert "older copy" in str(caught.value.todo)


def test_the_columns_are_those_that_the_store_writes() -> None:
    for table, columns in {**HISTORY, **DRAFTS}.items():
        assert SOUND[table].keys() == columns.keys()
    assert ENTRY_OF.keys() == TABLES.keys()
    assert {kind.value for kind in StepKind} == rows.KINDS


def test_every_table_that_was_ever_released_has_its_entry() -> None:
    dumps = list(Path(__file__).parents[2].glob("old_files/format_*.sql"))
    assert dumps
    for dump in dumps:
        made = re.findall(r'CREATE TABLE "([a-z_]+)"', dump.read_text("utf-8"))
        tables = {name for name in made if not name.startswith("search")} - {"meta"}
        assert len(tables) > 5 and tables <= ENTRY_OF.keys()
