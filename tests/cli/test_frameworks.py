from __future__ import annotations

import json
from pathlib import Path

from leaderplan import assets
from tests.commandline import done, refused

BEHAVIOURS = "uk-success-profiles-behaviours"


def test_frameworks_of_the_plan_and_shipped_ones_are_told_apart(plan: Path) -> None:
    rows = {row["key"]: row for row in done("frameworks", "--json").json}
    assert len(rows) == len(assets.names("frameworks"))
    assert rows["leaderplan-digital-leadership"]["in_plan"] is True
    assert rows[BEHAVIOURS]["in_plan"] is False
    said = done("frameworks").out
    assert "shipped" in said and "in the plan" in said


def test_a_shipped_framework_is_added_once(plan: Path) -> None:
    said = done("frameworks", "add", BEHAVIOURS, "--json").json
    assert {row["table"] for row in said["records"]} == {"framework", "level", "competency", "descriptor"}
    assert all(row["in_plan"] for row in done("frameworks", "--json").json)
    again = done("frameworks", "add", BEHAVIOURS, "--json").json
    assert again == {"step": None, "records": [], "notes": ["The plan has this framework already."]}
    assert done("undo").out


def test_a_framework_comes_from_a_file_too(plan: Path, tmp_path: Path) -> None:
    shipped = json.loads(assets.read_bytes(f"frameworks/{BEHAVIOURS}.json"))
    shipped["framework"] |= {"key": "ours", "title": "Ours"}
    (tmp_path / "ours.json").write_text(json.dumps(shipped))
    done("frameworks", "add", tmp_path / "ours.json")
    assert "Ours" in {row["title"] for row in done("frameworks", "--json").json}


def test_a_name_that_is_neither_shipped_nor_a_file_is_answered_with_the_names(plan: Path) -> None:
    assert BEHAVIOURS in refused("frameworks", "add", "behaviours")


def test_a_file_that_is_no_framework_is_said(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "ours.json").write_text('{"name": "Ann"}')
    assert "ours.json" in refused("frameworks", "add", tmp_path / "ours.json")
