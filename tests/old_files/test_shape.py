from __future__ import annotations

import json

from leaderplan.domain.upgrades import FORMAT, UPGRADES
from tests.old_files.shape import FILE, shape

RULE = (
    "What is stored has another shape than shape.json says. After a release: raise FORMAT, add the step that leads to"
    " it to UPGRADES and a file of the older format to tests/old_files. Then: python -m tests.old_files.shape"
)


def test_no_shape_changes_without_a_new_format_number():
    assert shape() == json.loads(FILE.read_text(encoding="utf-8")), RULE


def test_every_older_format_has_its_step_and_its_file():
    assert set(UPGRADES) == set(range(1, FORMAT))
    assert {file.name for file in FILE.parent.glob("format_*.sql")} == {f"format_{number}.sql" for number in UPGRADES}
