"""What is no whole plan gets its own sentence from every command, and stays as it is."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from leaderplan.store.folder import PLAN
from tests.commandline import done, held, leaderplan, refused

resource = pytest.importorskip("resource", reason="limits on files are set in another way on this system")

COMMANDS = [
    "add Moved-in",
    "list achievement",
    "show abcdef",
    "put person people.json",
    "remove abcdef",
    "bin",
    "bin restore abcdef",
    "undo",
    "redo",
    "history",
    "search words",
    "advise",
    "frameworks",
    "frameworks add uk-success-profiles-behaviours",
    "import people.json --into person",
    "document portfolio -o p.pdf",
    "pictures -o pictures",
]


def newer(file: Path) -> None:
    """The plan of a later version, which writes a format that is not known yet."""
    data = bytearray(file.read_bytes())
    data[60:64] = (99).to_bytes(4)
    file.write_bytes(data)


def foreign(file: Path) -> None:
    """A database of another program."""
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE achievement (id)")


def folder(file: Path) -> None:
    """A folder of that name."""
    file.unlink()
    file.mkdir()


NO_PLANS: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (newer, "was written by a newer LeaderPlan"),
    "empty": (lambda file: file.write_bytes(b""), "is empty"),
    "text": (lambda file: file.write_text("my plan is to think about it"), "is not a LeaderPlan plan"),
    "picture": (lambda file: file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500)), "is not a LeaderPlan plan"),
    "foreign": (foreign, "is not a LeaderPlan plan"),
    "folder": (folder, "is not a LeaderPlan plan"),
    "missing": (lambda file: file.unlink(), "There is no plan in"),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a file to read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.json").write_text('[{"name": "Ann"}]')
    return tmp_path


@pytest.mark.parametrize("state", NO_PLANS)
@pytest.mark.parametrize("words", [*COMMANDS, "check"])
def test_what_is_no_plan_is_said_by_every_command(plan: Path, here: Path, state: str, words: str) -> None:
    spoil, said = NO_PLANS[state]
    spoil(plan / PLAN)
    assert said in refused(*words.split())
    assert sorted(path.name for path in here.iterdir()) == ["home", "people.json"]


@pytest.mark.parametrize("words", COMMANDS)
def test_a_plan_that_was_cut_off_is_said_to_be_damaged(plan: Path, here: Path, words: str) -> None:
    data = (plan / PLAN).read_bytes()
    (plan / PLAN).write_bytes(data[: len(data) // 2])
    assert "is damaged" in refused(*words.split())


@pytest.mark.parametrize("state", [state for state in NO_PLANS if state not in ("missing", "folder")])
def test_a_new_plan_never_takes_the_place_of_a_file_that_is_there(plan: Path, state: str) -> None:
    NO_PLANS[state][0](plan / PLAN)
    assert "There is a plan in" in refused("new")


@pytest.mark.parametrize("words", [*COMMANDS, "check", "new", "new --sample"])
def test_a_file_where_the_folder_should_be_is_said(own_home: Path, here: Path, words: str) -> None:
    (own_home / "plan").write_text("a note")
    refused(*words.split())
    assert (own_home / "plan").read_text() == "a note"


UNWRITABLE = Path("/sys/kernel")
"""A folder in which not even root makes a file."""


@pytest.mark.skipif(not UNWRITABLE.is_dir(), reason="no such folder on this system")
@pytest.mark.parametrize("words", ["new", "new --sample"])
def test_a_folder_that_cannot_be_written_is_said(words: str) -> None:
    assert str(UNWRITABLE) in refused(*words.split(), "--plan", UNWRITABLE / "plan")


@pytest.mark.skipif(not UNWRITABLE.is_dir(), reason="no such folder on this system")
def test_a_document_for_a_folder_that_cannot_be_written_is_said(plan: Path) -> None:
    assert f"{UNWRITABLE / 'p.pdf'} cannot be written" in refused("document", "portfolio", "-o", UNWRITABLE / "p.pdf")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("words", COMMANDS)
def test_a_plan_that_may_only_be_read_is_said(plan: Path, here: Path, words: str) -> None:
    plan.chmod(0o500)
    try:
        assert "cannot be written" in refused(*words.split())
    finally:
        plan.chmod(0o700)


def program(largest: int, *words: object) -> subprocess.CompletedProcess[str]:
    """The program where no file may grow beyond ``largest`` bytes, as on a disk that is full."""
    return subprocess.run(
        [sys.executable, "-m", "leaderplan", *map(str, words)],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)),  # one thread
    )


@pytest.mark.parametrize("room", ["none", "for the journal only"])
@pytest.mark.parametrize("words", ["put person people.json", "import people.json --into person"])
def test_a_disk_without_room_keeps_the_plan_as_it_is(plan: Path, here: Path, room: str, words: str) -> None:
    (here / "people.json").write_text('[{"name": "Ann", "private_notes": "' + "x" * 10_000 + '"}]')
    before = held()
    ended = program(0 if room == "none" else len(before[PLAN]), *words.split())
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1), ended
    assert "disk" in ended.stderr and "free space" in ended.stderr
    left = held()
    assert left[PLAN] == before[PLAN]
    assert not left.get(f"{PLAN}-journal")
    assert done("check", "--json").json["ok"]


def test_a_disk_without_room_takes_no_half_document(plan: Path, here: Path) -> None:
    ended = program(2_000, "document", "portfolio", "-o", "p.pdf")
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1), ended
    assert "p.pdf cannot be written" in ended.stderr
    assert sorted(path.name for path in here.iterdir()) == ["home", "people.json"]


@pytest.mark.parametrize("words", ["new", "new --sample"])
def test_a_disk_without_room_takes_no_half_plan(own_home: Path, words: str) -> None:
    ended = program(20_000, *words.split())
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1), ended
    assert not (own_home / "plan" / PLAN).exists()
    assert leaderplan("new").status == 0
