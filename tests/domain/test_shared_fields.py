"""What may leave the plan is declared field by field, and docs/security.md names each such field."""

from __future__ import annotations

from pathlib import Path

from leaderplan.domain.fields import Record, specs
from leaderplan.domain.records import RECORDS, Person

DOCUMENT = Path(__file__).parents[2] / "docs" / "security.md"


def _row(record_type: type[Record]) -> str:
    shared = [f"`{name}`" for name, spec in specs(record_type).items() if spec.shared]
    return f"| `{record_type.table}` | {', '.join(shared) or 'nothing'} |"


def test_every_shared_field_is_named_in_the_document() -> None:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| `")]
    assert rows == [_row(record_type) for record_type in RECORDS]


def test_a_person_leaves_as_name_and_role() -> None:
    assert [name for name, spec in specs(Person).items() if spec.shared] == ["name", "role"]
