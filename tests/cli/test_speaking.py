from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaderplan.cli.speaking import visible
from tests.commandline import done, leaderplan, objects

WELSH = "Tŷ Gŵyr, Ελληνικά, 中文"


def test_a_terminal_is_never_told_what_to_do_by_a_record() -> None:
    assert visible("red \x1b[31m and \x07bell\r\n\tend\x9b") == "red �[31m and �bell�\n\tend�"


def test_what_is_captured_with_a_control_character_is_shown_without_it(plan: Path) -> None:
    said = done("add", "Cut waiting\x1b[2J to 4 days")
    assert "\x1b" not in said.out
    assert "\x1b" not in done("list", "achievement").out


def test_an_encoding_that_lacks_a_letter_loses_none(plan: Path) -> None:
    done("put", "person", "-", stdin=objects({"name": WELSH}))
    said = leaderplan("list", "person", "--json", encoding="cp1252")
    assert [person["name"] for person in json.loads(said.out)] == [WELSH]
    assert "T\\u0177 G\\u0175yr, \\u0395" in leaderplan("list", "person", encoding="cp1252").out
    assert WELSH in leaderplan("list", "person", encoding="utf-8").out


@pytest.mark.parametrize("words", [("bin", "--json"), ("frameworks", "--json")], ids=" ".join)
def test_json_is_an_array_also_of_nothing(plan: Path, words: tuple[str, ...]) -> None:
    assert isinstance(done(*words).json, list)


def test_json_may_be_asked_for_before_the_second_word_too(plan: Path) -> None:
    name = "uk-success-profiles-behaviours"
    assert done("frameworks", "--json", "add", name).json["records"]
