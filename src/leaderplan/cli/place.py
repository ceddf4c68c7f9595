"""Which plan the command line means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from leaderplan.cli.completing import folders
from leaderplan.domain.review import suffixes
from leaderplan.places import plan_folder

ARCHIVE = ".leaderplan"
"""How the name of an archive ends; what writes and reads archives knows more of them, and is slow to import."""
OPENED = (ARCHIVE, suffixes.REVIEW, suffixes.ANSWER)
"""How the names of files end that the window opens."""

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(slots=True)
class Chosen:
    """What ``--plan`` said, before the command or behind it; the last one counts."""

    plan: str | None = None
    for_window: bool = False
    """Whether the window is what the program was started for."""

    @property
    def folder(self) -> Path:
        """The folder of the plan; without ``--plan`` the environment or the system names it."""
        return plan_folder(self.plan)


def plan_option(command: F) -> F:
    """``--plan`` behind the command, where people type it; before the command it works too."""
    option = click.option(
        "--plan",
        metavar="DIR",
        expose_value=False,
        is_eager=True,
        callback=_take,
        shell_complete=folders,
        help="The folder of the plan.",
    )
    return option(command)


def _take(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value == "":  # an unset variable of a script must not mean the person's own plan
        raise click.BadParameter("name a folder.", ctx, param_hint="--plan")
    if value is not None:
        ctx.ensure_object(Chosen).plan = value


def folder() -> Path:
    """The folder of the plan that the command at hand works on."""
    return click.get_current_context().ensure_object(Chosen).folder
