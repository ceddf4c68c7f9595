"""The command line as tests use it: the real program in this process, and plans for it to work on."""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from leaderplan.cli import program
from leaderplan.cli.running import run
from leaderplan.newplan import new_plan
from leaderplan.places import plan_folder
from leaderplan.store.folder import PLAN

TODAY = date(2026, 3, 12)


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed as JSON."""
        return json.loads(self.out)


class Stream(TextIOWrapper):
    """A stream in memory that may be a terminal."""

    def __init__(self, held: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(BytesIO(held), encoding, newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        held = self.buffer
        assert isinstance(held, BytesIO)
        return held.getvalue().decode(self.encoding)


def leaderplan(*arguments: object, stdin: bytes = b"", terminal: bool = False, encoding: str = "utf-8") -> Said:
    """Run a command; whatever it does wrong is in what it said."""
    out, err = (Stream(terminal=terminal, encoding=encoding) for _each in range(2))
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", Stream(stdin, terminal=terminal)):
        status = run(program, [str(each) for each in arguments])
    return Said(status, out.text(), err.text())


def done(*arguments: object, stdin: bytes = b"") -> Said:
    """Run a command that has nothing to complain about."""
    said = leaderplan(*arguments, stdin=stdin)
    assert (said.status, said.err) == (0, ""), said
    return said


def refused(*arguments: object, stdin: bytes = b"") -> str:
    """Run a command that the person has to mend: one line, which is returned, and no byte of the plan is changed."""
    before = held()
    said = leaderplan(*arguments, stdin=stdin)
    assert (said.status, said.out) == (1, ""), said
    assert said.err.startswith("leaderplan: ")
    assert said.err.count("\n") == 1 and said.err.endswith(".\n"), said.err
    assert held() == before
    return said.err.removeprefix("leaderplan: ").rstrip()


def held() -> dict[str, bytes]:
    """Every file in the folder of the plan, with what is in it; an empty journal or lock says nothing."""
    folder = plan_folder()
    if not folder.is_dir():
        return {"": folder.read_bytes()} if folder.exists() else {}
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if data or not name.endswith(("-journal", ".lock"))}


def objects(*rows: dict[str, Any]) -> bytes:
    """JSON objects as ``put`` takes them."""
    return json.dumps(rows).encode()


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADERPLAN_TODAY", TODAY.isoformat())


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """An empty plan and the sample, made once and copied for each test."""
    folders = {sample: tmp_path_factory.mktemp("templates") / "plan" for sample in (False, True)}
    for sample, folder in folders.items():
        new_plan(folder, sample=sample, today=TODAY).close()
    return folders


@pytest.fixture
def plan(own_home: Path, templates: dict[bool, Path]) -> Path:
    """The folder of an empty plan, which commands without ``--plan`` work on."""
    shutil.copytree(templates[False], plan_folder())
    assert (plan_folder() / PLAN).is_file()
    return plan_folder()


@pytest.fixture
def sample(own_home: Path, templates: dict[bool, Path]) -> Path:
    """The folder of the sample, which commands without ``--plan`` work on."""
    shutil.copytree(templates[True], plan_folder())
    return plan_folder()
