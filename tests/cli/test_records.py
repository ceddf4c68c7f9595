from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.domain.fields import specs
from leaderplan.domain.records import BY_TABLE, Achievement
from tests.commandline import done, objects, refused


@pytest.mark.parametrize("table", BY_TABLE)
def test_every_table_is_listed_as_objects_of_its_fields(sample: Path, table: str) -> None:
    rows = done("list", table, "--json").json
    for row in rows:
        assert list(row) == ["id", *specs(BY_TABLE[table])]
    assert done("list", table).out.count("\n") == max(1, len(rows))


def test_a_record_is_printed_as_it_is_stored_and_empty_fields_as_null(plan: Path) -> None:
    written = {
        "title": "Permits in an hour",
        "started": "2025",
        "ended": "2025-09",
        "mode": "transform",
        "track_record": ["radical_change"],
        "tags": ["permits", "front desk"],
        "private": True,
    }
    (made,) = done("put", "achievement", "-", "--json", stdin=objects(written)).json["records"]
    (row,) = done("list", "achievement", "--json").json
    assert row == dict.fromkeys(specs(Achievement)) | written | {"id": made["id"]}


@pytest.mark.parametrize(
    ("condition", "titles"),
    [
        ("mode=run", {"One"}),
        ("mode=", {"Three"}),
        ("tags=desk", {"One", "Two"}),
        ("ended=2025", {"Two"}),
        ("private=true", {"Three"}),
        ("title=One", {"One"}),
        ("track_record=efficiency", {"Two"}),
    ],
)
def test_a_list_holds_what_was_asked_for(plan: Path, condition: str, titles: set[str]) -> None:
    rows = (
        {"title": "One", "mode": "run", "tags": ["desk"]},
        {"title": "Two", "mode": "change", "tags": ["phone", "desk"], "ended": "2025", "track_record": ["efficiency"]},
        {"title": "Three", "private": True, "ended": "2025-01"},
    )
    done("put", "achievement", "-", stdin=objects(*rows))
    found = done("list", "achievement", "--where", condition, "--json").json
    assert {row["title"] for row in found} == titles


def test_a_search_within_a_table_gives_the_best_first_and_fits_the_conditions(sample: Path) -> None:
    everywhere = done("search", "claims", "--limit", 1000, "--json").json
    stories = done("list", "achievement", "--search", "claims", "--json").json
    assert [row["id"] for row in stories] == [row["id"] for row in everywhere if row["table"] == "achievement"]
    assert stories
    modes = {row["mode"] for row in stories}
    kept = done("list", "achievement", "--search", "claims", "--where", f"mode={max(modes)}", "--json").json
    assert kept == [row for row in stories if row["mode"] == max(modes)]


def test_a_list_without_a_record_says_so_and_prints_an_empty_array(plan: Path) -> None:
    assert done("list", "risk").out == "Risks: none.\n"
    assert done("list", "risk", "--json").json == []


def test_a_record_is_shown_with_what_refers_to_it_and_its_versions(plan: Path) -> None:
    (ann,) = done("put", "person", "-", "--json", stdin=objects({"name": "Ann"})).json["records"]
    story = {"title": "Moved in", "people": [ann["id"]]}
    (made,) = done("put", "achievement", "-", "--json", stdin=objects(story)).json["records"]
    done("put", "person", "-", stdin=objects({"id": ann["id"], "name": "Ann Price", "role": "Head of Housing"}))
    shown = done("show", ann["id"], "--history", "--json").json
    assert shown["table"] == "person"
    assert shown["referred_by"] == [{"id": made["id"], "table": "achievement", "field": "people"}]
    assert [version["record"]["name"] for version in shown["history"]] == ["Ann Price", "Ann"]
    assert [version["label"] for version in shown["history"]] == ["Change Ann Price", "Add Ann"]
    assert all(version["at"].endswith("Z") for version in shown["history"])
    lines = done("show", ann["id"], "--history").out
    assert "Ann Price" in lines and "Moved in" in lines and "Change Ann Price" in lines
    assert "history" not in done("show", ann["id"], "--json").json


def test_removing_takes_what_hangs_on_a_record_and_says_each(plan: Path) -> None:
    (made,) = done("put", "achievement", "-", "--json", stdin=objects({"title": "Moved in"})).json["records"]
    measure = {"of": made["id"], "name": "days"}
    (counted,) = done("put", "measure", "-", "--json", stdin=objects(measure)).json["records"]
    said = done("remove", made["id"], made["id"], "--json").json
    assert {(row["id"], row["change"]) for row in said["records"]} == {
        (made["id"], "removed"),
        (counted["id"], "removed"),
    }
    assert isinstance(said["step"], int) and said["notes"] == []
    assert "removed" in done("remove", done("add", "Moved out", "--json").json["records"][0]["id"]).out


def test_the_one_profile_cannot_be_removed(plan: Path) -> None:
    (profile,) = done("list", "profile", "--json").json
    assert "exactly one profile" in refused("remove", profile["id"])
