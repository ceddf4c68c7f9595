"""``--force``: whether a file that is there already may be written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from leaderplan.domain.messages import _
from leaderplan.errors import UserError

F = TypeVar("F", bound=Callable[..., Any])

_MEANT = "leaderplan.force"


def force_option(command: F) -> F:
    """``--force``, which :func:`demand_free` asks for."""
    option = click.option(
        "--force", is_flag=True, expose_value=False, callback=_note, help="Write over a file that is there."
    )
    return option(command)


def _note(ctx: click.Context, _param: click.Parameter, meant: bool) -> None:
    ctx.meta[_MEANT] = meant


def demand_free(file: Path) -> None:
    """Raise UserError for a file that is there already, unless the command at hand was given ``--force``."""
    if file.exists() and not file.is_dir() and not click.get_current_context().meta.get(_MEANT):
        raise UserError(
            _("{file} is there already.", file=str(file)), _("Give another name, or write over it with --force.")
        )
