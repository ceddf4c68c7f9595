from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaderplan.exchange.importers import IMPORTERS
from tests.commandline import done, held, objects, refused

TABLE = "What,When,Where\nMoved in,2025-03-12,Westmarch\nMoved out,2025-04,Eastmarch\n"
RESUME = {"basics": {"name": "Ann"}, "work": [{"name": "Westmarch", "position": "Head", "startDate": "2020-01"}]}


def test_objects_are_added_and_altered_field_by_field(plan: Path) -> None:
    said = done("put", "person", "-", "--json", stdin=objects({"name": "Ann", "role": "Head"}, {"name": "Ben"})).json
    assert [row["change"] for row in said["records"]] == ["added", "added"]
    ann = said["records"][0]["id"]
    changed = done("put", "person", "-", "--json", stdin=objects({"id": ann, "role": None, "influence": 4})).json
    assert changed["records"] == [{"id": ann, "table": "person", "change": "altered"}]
    shown = done("show", ann, "--json").json
    assert (shown["name"], shown["role"], shown["influence"]) == ("Ann", None, 4)


@pytest.mark.parametrize(
    "text",
    ['[{"name": "Ann"}, {"name": "Ben"}]', '{"name": "Ann"}\n{"name": "Ben"}\n', '{"name": "Ann"}\n\n{"name": "Ben"}'],
)
def test_an_array_and_one_object_a_line_are_the_same_from_a_file_and_from_standard_input(
    plan: Path, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "people.json"
    file.write_text(text)
    for words in (["put", "person", file], ["put", "person", "-"]):
        done(*words, stdin=text.encode())
        names = {row["name"] for row in done("list", "person", "--json").json}
        assert names == {"Ann", "Ben"}
        done("undo")


def test_what_changes_nothing_is_no_step(plan: Path) -> None:
    (ann,) = done("put", "person", "-", "--json", stdin=objects({"name": "Ann"})).json["records"]
    again = done("put", "person", "-", "--json", stdin=objects({"id": ann["id"], "name": "Ann"})).json
    assert again == {"step": None, "records": [], "notes": ["1 object changes nothing."]}


def test_what_a_list_prints_another_plan_takes(sample: Path, tmp_path: Path) -> None:
    people = done("list", "person", "--json")
    other = tmp_path / "other"
    done("new", "--plan", other)
    done("--plan", other, "put", "person", "-", stdin=people.out.encode())
    assert done("--plan", other, "list", "person", "--json").json == people.json


def test_every_problem_is_listed_with_its_path_and_nothing_is_stored(plan: Path) -> None:
    rows = ({"title": "Right"}, {"title": "Wrong", "ended": "soon", "colour": "red"}, {"mode": "runs"})
    said = refused("put", "achievement", "-", stdin=objects(*rows))
    for path in ("[1].ended", "[1].colour", "[2].mode", "[2].title"):
        assert path in said
    assert done("list", "achievement", "--json").json == []
    lines = b'{"title": "Right"}\n{"title": "Wrong", "ended": "soon"}\n'
    assert "line 2, ended" in refused("put", "achievement", "-", stdin=lines)


def test_an_import_says_what_it_would_change_and_then_is_one_step(plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "deeds.csv"
    file.write_text(TABLE)
    words = ["import", file, "--map", "Where="]
    before = held()
    said = done(*words, "--dry-run").out
    assert "New: Achievement: Moved in, 12 Mar 2025" in said
    assert said.endswith("Nothing was stored.\n")
    shape = done(*words, "--dry-run", "--json").json
    assert shape["step"] is None and [row["change"] for row in shape["records"]] == ["added", "added"]
    assert held() == before
    stored = done(*words, "--json").json
    assert isinstance(stored["step"], int)
    assert [row["id"] for row in done("list", "achievement", "--json").json] == [row["id"] for row in stored["records"]]
    assert done(*words, "--json").json["records"] == []
    done("undo")
    assert done("list", "achievement", "--json").json == []


def test_a_column_is_told_its_field(plan: Path) -> None:
    done("import", "-", "--map", "Where=situation", "--map", "When=ended", stdin=TABLE.encode())
    rows = done("list", "achievement", "--json").json
    assert [(row["situation"], row["ended"]) for row in rows] == [("Westmarch", "2025-03-12"), ("Eastmarch", "2025-04")]


@pytest.mark.parametrize("text", ["Where", "=title", ""])
def test_a_mapping_without_a_column_is_said(plan: Path, text: str) -> None:
    assert "--map COLUMN=FIELD" in refused("import", "-", "--map", text, stdin=TABLE.encode())


def test_rows_go_into_the_table_that_is_named(plan: Path) -> None:
    done("import", "-", "--into", "person", stdin=b"Name;Role\nAnn;Head\n")
    assert done("list", "person", "--json").json[0]["role"] == "Head"


def test_a_format_is_known_by_its_content_or_by_name(plan: Path) -> None:
    resume = json.dumps(RESUME).encode()
    done("import", "-", stdin=resume)
    assert done("list", "post", "--json").json[0]["organisation"] == "Westmarch"
    assert "json-resume" in refused("import", "-", "--as", "docx", stdin=resume)
    done("import", "-", "--as", "json", "--into", "person", stdin=b'[{"name": "Ann"}]')


def test_the_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    rows = done("formats", "--json").json
    assert [row["format"] for row in rows] == [*(importer.name for importer in IMPORTERS), "archive"]
    assert all(row["import"] is True and row["title"] for row in rows)
    assert all(importer.name in done("formats").out for importer in IMPORTERS)


@pytest.mark.parametrize("command", [("put", "person"), ("import",), ("frameworks", "add")], ids=" ".join)
def test_a_file_that_is_not_there_or_no_file_is_said(plan: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert "missing.json" in refused(*command, tmp_path / "missing.json")
    assert tmp_path.name in refused(*command, tmp_path)
    (tmp_path / "empty.json").touch()
    assert "empty" in refused(*command, tmp_path / "empty.json")
