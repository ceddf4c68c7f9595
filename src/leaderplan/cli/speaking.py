"""How commands speak: lines to read, or JSON."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message

F = TypeVar("F", bound=Callable[..., Any])

# What a terminal would obey instead of showing it.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def json_option(command: F) -> F:
    """``--json``: the public shape instead of lines to read."""
    return click.option("--json", "as_json", is_flag=True, callback=_or_of_group, help="Print JSON.")(command)


def _or_of_group(ctx: click.Context, _param: click.Parameter, value: bool) -> bool:
    """``bin --json restore`` means the same as ``bin restore --json``."""
    return value or bool(ctx.parent and ctx.parent.params.get("as_json"))


def visible(text: str) -> str:
    """``text`` without the characters that a terminal would obey; tabs and line ends stay."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def line(text: str) -> None:
    """Print a line, which may hold the words of a record."""
    click.echo(visible(text).rstrip(" "))


def say(message: Message) -> None:
    """Print a message."""
    line(ENGLISH.say(message))


def print_json(value: object) -> None:
    """Print a value as JSON, escaped where the encoding of the output would lose a character."""
    narrow = not (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    click.echo(json.dumps(value, ensure_ascii=narrow, indent=2))
