from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import done, leaderplan


def titles() -> list[str]:
    """The achievements of the plan."""
    return sorted(row["title"] for row in done("list", "achievement", "--json").json)


def test_steps_of_earlier_runs_are_taken_back_and_done_again(plan: Path) -> None:
    for title in ("One", "Two", "Three"):
        done("add", title)
    said = done("undo", "2", "--json").json
    assert said["notes"] == ["Undo: Add Three", "Undo: Add Two"]
    assert {row["change"] for row in said["records"]} == {"removed"} and len(said["records"]) == 2
    assert titles() == ["One"]
    assert done("redo", "--json").json["notes"] == ["Redo: Add Two"]
    assert titles() == ["One", "Two"]
    assert "Add Three" in done("redo", "5").out
    assert titles() == ["One", "Three", "Two"]


def test_more_steps_than_there_are_take_back_all(plan: Path) -> None:
    done("add", "One")
    assert done("undo", "9", "--json").json["notes"] == ["Undo: Add One"]
    assert titles() == []


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_nothing_to_walk_through_is_said(plan: Path, command: str) -> None:
    said = done(command, "--json").json
    assert said == {"step": None, "records": [], "notes": [f"There is nothing to {command}."]}
    assert done(command).out == f"There is nothing to {command}.\n"


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5"])
def test_a_number_of_steps_that_is_none_is_wrong_usage(plan: Path, number: str) -> None:
    assert leaderplan("undo", "--", number).status == 2


def test_the_history_tells_every_step_newest_first(plan: Path) -> None:
    story = done("add", "One", "--json").json
    done("undo")
    rows = done("history", "--json").json
    assert [row["label"] for row in rows] == ["Undo: Add One", "Add One", "New plan"]
    assert [row["undone"] for row in rows] == [False, True, False]
    assert rows[1]["step"] == story["step"]
    assert rows[1]["records"] == story["records"]
    assert rows[0]["records"] == [story["records"][0] | {"change": "removed"}]
    assert all(row["at"].endswith("Z") for row in rows)
    assert len(done("history", "--limit", 1, "--json").json) == 1
    assert "(undone)" in done("history").out
