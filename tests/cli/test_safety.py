"""Backups, the way back to them, and what goes for good, from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.store import backups
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from tests.commandline import done, objects, refused


def titles() -> set[str]:
    return {row["title"] for row in done("list", "achievement", "--json").json}


@pytest.fixture
def story(plan: Path) -> str:
    """The id of an achievement."""
    return str(done("put", "achievement", "-", "--json", stdin=objects({"title": "Moved in"})).json["records"][0]["id"])


def test_a_backup_is_taken_listed_and_put_back(story: str, plan: Path) -> None:
    made = done("backup", "--json").json
    assert made["reason"] == "asked" and made["records"]["achievement"] == 1
    done("remove", story)
    done("add", "Moved out of the cellar")
    listed = done("backups", "--json").json
    assert made["snapshot"] in {one["snapshot"] for one in listed}
    assert made["snapshot"] in done("backups").out
    said = done("restore", made["snapshot"], "--json").json
    assert said["step"] is None and "set aside" in " ".join(said["notes"])
    assert titles() == {"Moved in"}
    assert done("backups", "--json").json[0]["reason"] == "restore"
    assert len(list((plan / "set-aside").iterdir())) == 1


def test_the_newest_is_found_by_that_word_and_others_by_a_part_of_their_name(story: str, plan: Path) -> None:
    backups.take(plan, Reason.IMPORT, now())
    done("remove", story)
    done("restore", "Z-import")
    assert titles() == {"Moved in"}
    done("restore", "newest")
    assert titles() == set()


def test_a_name_that_fits_none_or_several_changes_nothing(story: str, plan: Path) -> None:
    backups.take(plan, Reason.ASKED, now())
    backups.take(plan, Reason.ASKED, now())
    assert "There is no backup" in refused("restore", "yesterday")
    assert "more than one" in refused("restore", "plan-")
    assert titles() == {"Moved in"}


def test_a_backup_that_was_changed_is_not_put_back(story: str, plan: Path) -> None:
    made = backups.take(plan, Reason.ASKED, now())
    data = bytearray(made.file.read_bytes())
    data[-2000] ^= 1
    made.file.write_bytes(data)
    refused("restore", made.file.name)
    assert titles() == {"Moved in"}


def test_work_is_backed_up_as_it_goes_but_not_at_every_command(plan: Path) -> None:
    for number in range(3):
        done("add", f"Closed office number {number} for good")
    assert [one["reason"] for one in done("backups", "--json").json] == ["regular"]
    done("import", "-", "--as", "csv", stdin=b"title\nAn imported one\n")
    assert sorted(one["reason"] for one in done("backups", "--json").json) == ["import", "regular"]


def test_without_backups_it_says_how_to_take_one(plan: Path) -> None:
    assert "takes one" in done("backups").out
    assert done("backups", "--json").json == []


def test_what_is_erased_is_in_no_list_no_history_and_no_file(story: str, plan: Path) -> None:
    done("backup")
    assert "cannot be undone" in refused("erase", story)
    said = done("erase", story[-8:], "--yes", "--json").json
    assert said["erased"] == {"achievement": 1}
    assert said["cleaned"] and said["unreachable"]
    assert titles() == set()
    assert done("bin", "--json").json == []
    assert not [path for path in plan.rglob("*") if path.is_file() and b"Moved in" in path.read_bytes()]
    assert done("check", "--json").json["ok"]


def test_what_lies_in_the_bin_can_be_erased_too(story: str) -> None:
    done("remove", story)
    assert "1  achievement" in done("erase", story, "--yes").out
    assert done("bin", "--json").json == []


def test_an_unknown_record_erases_nothing(story: str) -> None:
    refused("erase", "000000000000", "--yes")
    assert titles() == {"Moved in"}
