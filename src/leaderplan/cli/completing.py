"""What the Tab key offers where a command takes the name of a file, a folder or a table."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def files(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files, which the shell itself looks for."""
    return [CompletionItem(begun, type="file")]


def folders(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Folders, which the shell itself looks for."""
    return [CompletionItem(begun, type="dir")]


def tables(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The tables of a plan."""
    from leaderplan.domain.records import BY_TABLE

    return [CompletionItem(table) for table in BY_TABLE if table.startswith(begun)]
