"""Passphrases as commands take them: the first line of a file, or typed on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from leaderplan import assets
from leaderplan.cli.streams import is_terminal
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.exchange import passphrase, sealed
from leaderplan.exchange.guard import read_file
from leaderplan.exchange.sealed import Key

F = TypeVar("F", bound=Callable[..., Any])


def passphrase_option(words: str) -> Callable[[F], F]:
    """``--passphrase-file``; ``words`` say what it is for."""
    return click.option("--passphrase-file", type=click.Path(path_type=Path), metavar="FILE", help=words)


def listed() -> tuple[str, ...]:
    """The words of which passphrases are made."""
    return passphrase.words(assets.read_bytes)


def first_line(file: Path) -> str:
    """The passphrase in a file."""
    text = read_file(file).decode("utf-8", "replace").strip("\N{BYTE ORDER MARK}")
    return passphrase.normal(text.splitlines()[0] if text.strip() else "", listed())


def unlocked(locked: bytes, file: Path | None, is_sealed: Message) -> Key:
    """The key under a passphrase from a file, or else from a person at a terminal; ``is_sealed`` says what needs it."""
    if file is not None:
        typed = first_line(file)
    elif is_terminal(sys.stdin):
        typed = click.prompt(ENGLISH.say(_("Passphrase")), hide_input=True, err=True)
    else:
        raise UserError(is_sealed, _("Put it into a file and name that with --passphrase-file."))
    return sealed.unlock(locked, passphrase.normal(typed, listed()))
