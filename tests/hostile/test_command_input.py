"""What a person types wrongly is one sentence, and not a byte of the plan changes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commandline import done, held, refused

MISTAKES = [
    ("put achievement -", '[{"title": "A", "ended": "31.12.2025"}]', "[0].ended: 31.12.2025 is not"),
    ("put achievement -", '[{"title": "A", "ended": "2025-02-30"}]', "[0].ended: 2025-02-30 is not"),
    ("put achievement -", '[{"title": "A", "ended": 2025}]', "[0].ended: 2025 is not"),
    ("put achievement -", '[{"title": "A", "colour": "red"}]', "[0].colour"),
    ("put achievement -", '[{"title": "A", "people": ["abcdef"]}]', "[0].people"),
    ("put achievement -", '[{"title": "A", "post": "019d0000-0000-7000-8000-000000000000"}]', "[0].post"),
    ("put claim -", '[{"achievement": "abcdef", "competency": "abcdef"}]', "[0].competency"),
    ("put achievement -", '[{"title": "A", "mode": "runs"}]', "[0].mode: runs is not"),
    ("put achievement -", '[{"title": "A", "private": "yes"}]', "[0].private"),
    ("put achievement -", '[{"ended": "2025"}]', "[0].title"),
    ("put achievement -", '[{"title": "A\\nB"}]', "[0].title"),
    ("put achievement -", json.dumps([{"title": "x" * 10_001}]), "[0].title"),
    ("put person -", '[{"name": "A", "influence": 6}]', "[0].influence"),
    ("put person -", '[{"name": "A"}, 7]', "[1]: an object belongs here"),
    ("put person -", '[{"name": "A", "name": "B"}]', "name"),
    ("put person -", '[{"name": "A"}', "standard input"),
    ("put person -", "name,role", "standard input"),
    ("put person -", "", "standard input is empty"),
    ("put person -", "[" * 40 + "]" * 40, "standard input"),
    ("put person -", '[{"name": NaN}]', "standard input"),
    ("put profile -", '[{"name": "A"}, {"name": "B"}]', "[1].id: the same record stands at [0]"),
    ("put persons -", "[]", "There is no table “persons”"),
    ("import -", "What,Colour\nA,red\n", "column Colour"),
    ("import -", "What,When\nA,soon\n", "soon"),
    ("import - --as csv --map Colour=title", "What\nA\n", "Colour"),
    ("import - --as csv --map What=colour", "What\nA\n", "colour"),
    ("import - --as csv --into profile", "Name\nA\n", "one profile"),
    ("import - --as docx", "What\nA\n", "docx"),
    ("import -", "\0\1\2\3", "standard input"),
    ("import -", "", "standard input is empty"),
    ("show abcdef", "", "“abcdef”"),
    ("remove abcdef", "", "“abcdef”"),
    ("list achievement --where colour=red", "", "“colour=red”"),
    ("list achievements", "", "There is no table “achievements”"),
    ("advise --rule luck", "", "“luck”"),
    ("frameworks add luck", "", "“luck”"),
    ("document luck -o p.pdf", "", "“luck”"),
]


@pytest.mark.parametrize(("words", "typed", "said"), MISTAKES, ids=lambda value: value[:50] if value else "nothing")
def test_a_mistake_is_answered_with_one_line_that_names_it(plan: Path, words: str, typed: str, said: str) -> None:
    assert said in refused(*words.split(), stdin=typed.encode())


def test_a_thousand_mistakes_are_still_one_line(plan: Path) -> None:
    said = refused("put", "achievement", "-", stdin=json.dumps([{"title": "A", "ended": "soon"}] * 3_000).encode())
    assert "[49].ended" in said
    assert len(said) < 10_000


def program(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The program as a shell starts it, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "leaderplan", *words],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | more,
    )


@pytest.mark.parametrize(
    "words", [["put", "person", "-"], ["add", "yesterday"], ["show", "abcdef"], ["list", "achievement", "--where", "x"]]
)
def test_a_shell_sees_status_one_and_one_line_without_a_traceback(plan: Path, words: list[str]) -> None:
    before = held()
    ended = program(*words)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)
    assert ended.stderr.startswith("leaderplan: ")
    assert held() == before


def test_output_that_finds_no_room_or_no_reader_is_no_fault_of_ours(sample: Path) -> None:
    words = [sys.executable, "-m", "leaderplan", "list", "descriptor", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as reading:
        assert reading.stdout and reading.stderr
        reading.stdout.readline()
        reading.stdout.close()
        assert reading.stderr.read() == ""
    if Path("/dev/full").exists():
        with Path("/dev/full").open("w") as full:
            ended = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True)
        assert (ended.returncode, ended.stderr) == (
            1,
            "leaderplan: The disk is full. Free some space, then try again.\n",
        )


def test_a_terminal_that_knows_only_ascii_stops_nothing(plan: Path) -> None:
    done("add", "Tŷ Gŵyr 中文 reopened")
    ended = program("list", "achievement", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert ended.returncode == 0, ended.stderr
    assert "reopened" in ended.stdout
