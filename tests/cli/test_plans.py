from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import done, leaderplan, refused


def test_a_new_plan_is_made_where_there_is_none(own_home: Path) -> None:
    said = done("new").out
    assert str(own_home / "plan") in said
    assert done("check", "--json").json == {"ok": True, "problems": []}
    assert done("list", "achievement", "--json").json == []


def test_the_sample_is_the_same_for_the_same_day(tmp_path: Path) -> None:
    printed = []
    for name in ("one", "two"):
        done("new", "--sample", "--plan", tmp_path / name)
        tables = ("achievement", "reading", "collaboration", "person")
        printed.append([done("list", table, "--json", "--plan", tmp_path / name).json for table in tables])
    assert printed[0] == printed[1]
    assert len(printed[0][0]) >= 24


def test_an_existing_plan_is_kept_unless_it_may_be_set_aside(plan: Path) -> None:
    done("add", "Moved in")
    assert "--force" in refused("new")
    assert "--force" in refused("new", "--sample")
    done("new", "--force")
    assert done("list", "achievement", "--json").json == []
    (aside,) = (plan / "set-aside").iterdir()
    assert len(done("list", "achievement", "--json", "--plan", aside).json) == 1


def test_a_sound_plan_is_said_to_be_sound(sample: Path) -> None:
    assert done("check").out == "Everything is as it was written.\n"


def test_a_file_that_is_missing_is_named_with_what_to_do(sample: Path) -> None:
    gone = next(path for path in (sample / "attachments").rglob("*") if path.is_file())
    gone.unlink()
    said = leaderplan("check", "--json")
    assert said.status == 1
    assert said.json["ok"] is False
    (problem,) = said.json["problems"]
    assert problem["where"] == gone.name and problem["what"] and problem["do"]
    assert said.err == "leaderplan: 1 thing in the plan is wrong. What to do stands beside each.\n"
    assert gone.name in leaderplan("check").out


@pytest.mark.parametrize("words", [["check"], ["check", "--json"]], ids=" ".join)
def test_a_plan_too_damaged_to_be_opened_is_a_problem_and_no_fault(sample: Path, words: list[str]) -> None:
    file = sample / "plan.db"
    data = file.read_bytes()
    file.write_bytes(data[:8192] + bytes(4096) + data[12288:])
    said = leaderplan(*words)
    assert said.status == 1
    assert "damaged" in said.out
    assert "What to do stands beside" in said.err
    assert file.read_bytes()[8192:12288] == bytes(4096)
