"""docs/commands.md is about the commands there are, all of them and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from leaderplan.cli import program
from leaderplan.domain.rules import RULES

TEXT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")
HEADING = re.compile(r"^### `leaderplan ([a-z]+(?: [a-z]+)?)(.*)`$", re.MULTILINE)
SAID_ONCE = {"--plan", "--help"}


def commands(group: click.Group, words: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by its words, those of groups included."""
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            yield f"{words}{name}", command
            if isinstance(command, click.Group):
                yield from commands(command, f"{name} ")


def options(command: click.Command) -> set[str]:
    """The options of a command, each by the shortest way to write it."""
    return {min(each.opts, key=len) for each in command.params if isinstance(each, click.Option)} - SAID_ONCE


def test_every_command_is_described_and_no_other() -> None:
    described = [words for words, _options in HEADING.findall(TEXT)]
    assert sorted(described) == sorted(words for words, _command in commands(program))


def test_every_option_is_described_and_no_other() -> None:
    described = {words: set(re.findall(r"(?<!\w)--?[a-z][a-z-]*", rest)) for words, rest in HEADING.findall(TEXT)}
    assert described == {words: options(command) for words, command in commands(program)}


def test_every_argument_is_described() -> None:
    rests = dict(HEADING.findall(TEXT))
    for words, command in commands(program):
        for parameter in command.params:
            if isinstance(parameter, click.Argument):
                name = (parameter.metavar or parameter.name or "").upper()
                assert name in rests[words], (words, name)


def test_every_rule_is_named() -> None:
    assert all(f"`{rule.key}`" in TEXT for rule in RULES)


def test_every_page_that_is_linked_is_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert links and all((Path(__file__).parents[2] / "docs" / link).exists() for link in links)
