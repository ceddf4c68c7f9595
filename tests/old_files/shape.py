"""The shape of what is stored today; ``python -m tests.old_files.shape`` writes it down in ``shape.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from leaderplan.domain.fields import Spec, specs
from leaderplan.domain.records import RECORDS
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store.schema import DRAFTS, HISTORY

FILE = Path(__file__).with_name("shape.json")


def shape() -> dict[str, Any]:
    """Every table with its columns, and of each field what decides how its values are written."""
    tables = {
        record_type.table: {name: field(spec) for name, spec in specs(record_type).items()} for record_type in RECORDS
    }
    own = {
        table: {name: column.__name__ for name, column in columns.items()}
        for table, columns in {**HISTORY, **DRAFTS}.items()
    }
    return {"format": FORMAT, "tables": tables | own}


def field(spec: Spec) -> str:
    """Kind, and the values a choice may have."""
    values = [member.value for member in spec.choices or ()]
    return " ".join([spec.kind.name.lower(), *(["whole"] if spec.whole else []), *values])


if __name__ == "__main__":
    FILE.write_text(json.dumps(shape(), indent=1) + "\n", encoding="utf-8")
