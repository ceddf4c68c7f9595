from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import done, objects, refused


def test_one_line_is_written_down_with_its_figures_people_and_day(plan: Path) -> None:
    done("put", "person", "-", stdin=objects({"name": "Ann Price"}))
    said = done("add", "Cut waiting from 9 days to 4 with Ann Price yesterday #claims", "--json").json
    assert [row["table"] for row in said["records"]] == ["achievement", "measure", "reading"]
    assert {row["change"] for row in said["records"]} == {"added"}
    (story,) = done("list", "achievement", "--json").json
    (ann,) = done("list", "person", "--json").json
    assert story["ended"] == "2026-03-11"
    assert story["people"] == [ann["id"]]
    assert story["tags"] == ["claims"]
    assert story["id"] == said["records"][0]["id"]


def test_a_line_is_answered_with_the_ids_of_what_it_made(plan: Path) -> None:
    said = done("add", "Moved the car park fines online").out
    (story,) = done("list", "achievement", "--json").json
    assert said == f"added    achievement    {story['id']}  Moved the car park fines online\n"


@pytest.mark.parametrize("text", ["", "   ", "yesterday", "#claims"])
def test_a_line_that_does_not_say_what_was_done_is_not_stored(plan: Path, text: str) -> None:
    assert "does not say what you did" in refused("add", text)


@pytest.mark.parametrize("day", ["soon", "2026-02-30"])
def test_a_day_that_is_none_is_said(plan: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("LEADERPLAN_TODAY", day)
    assert f"LEADERPLAN_TODAY is “{day}”" in refused("add", "Moved in yesterday")


def test_half_a_character_is_not_stored(plan: Path) -> None:
    assert "cannot be stored" in refused("add", "Moved in \udcff")
