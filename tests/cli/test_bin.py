from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import done, objects, refused


@pytest.fixture
def removed(plan: Path) -> str:
    """The id of an achievement that lies in the bin together with its measure."""
    (story,) = done("put", "achievement", "-", "--json", stdin=objects({"title": "Moved in"})).json["records"]
    done("put", "measure", "-", stdin=objects({"of": story["id"], "name": "days"}))
    done("remove", story["id"])
    return str(story["id"])


def test_the_bin_shows_what_was_removed(removed: str) -> None:
    rows = done("bin", "--json").json
    assert {row["table"] for row in rows} == {"achievement", "measure"}
    (story,) = [row for row in rows if row["id"] == removed]
    assert story["title"] == "Moved in"
    assert story["removed_at"].endswith("Z")
    assert removed[-8:] in done("bin").out


def test_what_is_restored_comes_back_with_what_hung_on_it(removed: str) -> None:
    said = done("bin", "restore", removed[-8:], "--json").json
    assert isinstance(said["step"], int)
    assert {(row["table"], row["change"]) for row in said["records"]} == {
        ("achievement", "added"),
        ("measure", "added"),
    }
    assert done("bin", "--json").json == []
    assert done("bin").out == "The bin is empty.\n"
    assert done("list", "achievement", "--json").json[0]["id"] == removed


@pytest.mark.parametrize("end", ["", "abc", "000000000000"])
def test_what_names_nothing_in_the_bin_is_said(removed: str, end: str) -> None:
    assert f"“{end}”" in refused("bin", "restore", end)


def test_what_is_still_there_cannot_be_restored(removed: str) -> None:
    done("bin", "restore", removed)
    assert removed in refused("bin", "restore", removed)
