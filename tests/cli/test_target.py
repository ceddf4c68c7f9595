from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.cli.target import find, only
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Person
from leaderplan.errors import UserError
from tests.commandline import done, objects, refused

ANN = Person(id="019d0000-0000-7000-8000-0000aaaaaaaa", name="Ann")
BEN = Person(id="019d0000-0000-7000-8000-0000bbaaaaaa", name="Ben")
PLAN = Plan.of((ANN, BEN))


@pytest.mark.parametrize("characters", [8, 12, 20, 36])
def test_any_unique_end_of_an_id_names_the_record(characters: int) -> None:
    assert find(PLAN, ANN.id[-characters:]) == ANN


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("aaaaaa", "more than one"),
        ("aaaaa", "too short"),
        ("", "too short"),
        ("cccccc", "No record"),
        ("019d0000", "No record"),
    ],
)
def test_what_names_no_single_record_is_said(end: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        find(PLAN, end)
    with pytest.raises(UserError, match=words):
        only(PLAN.ending(end), end)


def test_every_command_takes_the_end_of_an_id(plan: Path) -> None:
    ann, ben = done("put", "person", "-", "--json", stdin=objects({"name": "Ann"}, {"name": "Ben"})).json["records"]
    end = ann["id"][-6:]
    assert done("show", end, "--json").json["name"] == "Ann"
    done("put", "person", "-", stdin=objects({"id": end, "role": "Head of Housing"}))
    done("put", "achievement", "-", stdin=objects({"title": "Moved in", "people": [end, ben["id"][-7:]]}))
    assert len(done("list", "achievement", "--where", f"people={end}", "--json").json) == 1
    done("remove", end)
    assert "“leaderplan bin”" in refused("show", end)
    done("bin", "restore", end)
    assert done("show", end, "--json").json["role"] == "Head of Housing"


def test_a_table_that_there_is_not_is_answered_with_those_there_are(plan: Path) -> None:
    for command in (("list", "cats"), ("put", "cats", "-"), ("import", "-", "--into", "cats")):
        said = refused(*command, stdin=b"[{}]")
        assert "cats" in said
        assert all(table in said for table in BY_TABLE)
