from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from facts import ROOT, read
from leaderplan.cli import COMMANDS, program
from leaderplan.places import plan_folder
from linux import manpage
from tests.commandline import done, leaderplan
from tests.packaging.linux.tools import told

FACTS = read()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "leaderplan.1"
    path.write_text(manpage.manpage(FACTS), "utf-8")
    return path


@pytest.fixture
def shown(file: Path) -> str:
    """The page as a terminal shows it, without its breaks."""
    return " ".join(told("groff", "-man", "-Tutf8", "-P-cbou", "-rLL=100n", file).split())


def test_groff_and_man_have_nothing_to_warn_of(file: Path) -> None:
    assert told("groff", "-man", "-ww", "-z", file) == ""
    said = told("man", "--warnings=w", "-l", file, env={"MANPAGER": "cat", "MANROFFOPT": "-ww", "MANWIDTH": "80"})
    assert "warning" not in said.lower() and "LEADERPLAN(1)" in said


def test_the_index_of_man_pages_finds_it_by_its_summary(file: Path) -> None:
    assert "leaderplan - plan and prove digital leadership" in told("lexgrog", file)


def test_every_command_and_every_option_of_it_stands_on_the_page(shown: str) -> None:
    with click.Context(program) as context:
        every = dict(manpage.commands(program, context))
        assert {words[0] for words in every} == set(COMMANDS) and ("bin", "restore") in every
        for words, command in every.items():
            assert manpage.synopsis(words, command) in shown
            for parameter in command.params:
                if isinstance(parameter, click.Option):
                    assert ", ".join(parameter.opts) in shown and (
                        parameter.name in manpage.SAID_ONCE or str(parameter.help) in shown
                    ), (words, parameter.name)


def test_a_command_is_called_as_the_reference_says() -> None:
    reference = (ROOT / "docs" / "commands.md").read_text("utf-8")
    described = dict(re.findall(r"^### `leaderplan ([a-z]+(?: [a-z]+)?)(.*)`$", reference, re.MULTILINE))
    with click.Context(program) as context:
        for words, command in manpage.commands(program, context):
            written = f"{' '.join(words)}{described[' '.join(words)]}".replace(" [--json]", "")
            choices_named = re.sub(
                r"--(\w+) [\w-]+(?:\|[\w-]+)+",
                lambda found: f"--{found[1]} {found[1].upper()}",
                manpage.synopsis(words, command),
            )
            assert choices_named.replace("...", "") == written.replace("...", "")


def test_it_says_where_the_plan_lies(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LEADERPLAN_PLAN", "XDG_DATA_HOME"):
        monkeypatch.delenv(name)
    assert manpage.FILES[0][0] == f"~/{plan_folder().relative_to(own_home)}/"
    done("new", "--sample")
    done("new", "--sample", "--force")
    for path, _means in manpage.FILES:
        if path.endswith(("/plan.db", "/plan/", "/set-aside/")):
            assert Path(path).expanduser().exists(), path


def test_it_names_everything_of_its_own_that_the_program_reads_from_the_environment() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert set(re.findall(r"LEADERPLAN_[A-Z]+", sources)) <= {name for name, _means in manpage.ENVIRONMENT}


def test_the_examples_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for example, _means in manpage.EXAMPLES:
        command, *arguments = shlex.split(example)
        assert command == FACTS.program.command
        assert leaderplan(*arguments).status == 0, example
    assert {"portfolio.pdf", "plan.leaderplan"} <= {path.name for path in tmp_path.iterdir()}


def test_the_same_source_gives_the_same_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773273600")
    first = manpage.manpage(FACTS)
    assert first == manpage.manpage(FACTS)
    assert first.startswith(f'.TH LEADERPLAN 1 2026-03-12 "LeaderPlan {FACTS.version}"')
