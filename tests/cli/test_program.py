from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from leaderplan.cli import COMMANDS, main, program
from tests.commandline import done, leaderplan

HEAVY = {"PySide6", "reportlab", "pikepdf", "pypdfium2", "pydantic", "sqlite_utils", "email", "importlib.metadata"}


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["count", "one two"], set()),
        (["layouts"], set()),
        (["list", "achievement"], {"sqlite_utils"}),
        (["add", "Cut waiting from 9 days to 4"], {"sqlite_utils"}),
        (["undo"], {"sqlite_utils"}),
        (["search", "claims"], {"sqlite_utils"}),
        (["advise"], {"sqlite_utils"}),
        (["check"], {"sqlite_utils"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_imports_only_what_it_needs(plan: Path, arguments: list[str], needed: set[str]) -> None:
    script = (
        "import sys; from leaderplan.cli import program; from leaderplan.cli.running import run\n"
        f"status = run(program, {arguments!r})\n"
        "sys.stderr.write(' '.join(sys.modules)); sys.exit(status)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(ended.stderr.split()) & HEAVY == needed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_its_options(name: str) -> None:
    said = done(name, "--help")
    assert said.out.startswith(f"Usage: leaderplan {name}")
    with click.Context(program) as context:
        command = program.get_command(context, name)
    assert command is not None and command.name == name
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or vars(parameter)["help"], parameter.name


def test_the_help_lists_every_command_with_what_it_does() -> None:
    shown = " ".join(done("--help").out.split())
    for name, entry in COMMANDS.items():
        assert f"{name} {entry.summary}" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_says_of_a_command_what_the_command_says_of_itself(name: str) -> None:
    with click.Context(program) as context:
        command = program.get_command(context, name)
        assert command is not None
        own = (command.help or "").partition("\n")[0]
    assert own[:12] == COMMANDS[name].summary[:12]


def test_a_command_that_there_is_not_is_wrong_usage() -> None:
    said = leaderplan("lst")
    assert (said.status, said.out) == (2, "")
    assert "lst" in said.err


def test_the_version_says_what_runs_and_where_the_plan_lives(plan: Path, tmp_path: Path) -> None:
    said = done("--version").out
    assert f"Plan: {plan}\n" in said
    assert "Qt 6." in said
    assert f"Plan: {tmp_path}\n" in done("--plan", tmp_path, "--version").out
    assert f"Plan: {tmp_path}\n" in done("--version", "--plan", tmp_path).out


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "no display" in leaderplan().err


def test_the_program_ends_with_the_status_of_its_command(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    for arguments, status in ((["count", "a"], 0), (["list", "cats"], 1), (["list"], 2)):
        monkeypatch.setattr(sys, "argv", ["leaderplan", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == status
    capsys.readouterr()
