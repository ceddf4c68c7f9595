"""The commands: every job of the window on the same plan, through the same door."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

import click

from leaderplan.cli.running import run


def _window() -> list[click.Command]:
    from leaderplan.cli import window

    return [window.open_, window.pictures]


def _plans() -> list[click.Command]:
    from leaderplan.cli import plans

    return [plans.new, plans.check]


def _records() -> list[click.Command]:
    from leaderplan.cli import records

    return [records.add, records.list_, records.show, records.put, records.remove, records.bin_]


def _steps() -> list[click.Command]:
    from leaderplan.cli import steps

    return [steps.undo, steps.redo, steps.history]


def _finding() -> list[click.Command]:
    from leaderplan.cli import finding

    return [finding.search, finding.advise, finding.count]


def _files() -> list[click.Command]:
    from leaderplan.cli import files

    return [files.import_, files.formats, files.frameworks]


def _documents() -> list[click.Command]:
    from leaderplan.cli import documents

    return [documents.document, documents.layouts]


FAMILIES: Mapping[str, Callable[[], list[click.Command]]] = (
    dict.fromkeys(("open", "pictures"), _window)
    | dict.fromkeys(("new", "check"), _plans)
    | dict.fromkeys(("add", "list", "show", "put", "remove", "bin"), _records)
    | dict.fromkeys(("undo", "redo", "history"), _steps)
    | dict.fromkeys(("search", "advise", "count"), _finding)
    | dict.fromkeys(("import", "formats", "frameworks"), _files)
    | dict.fromkeys(("document", "layouts"), _documents)
)
"""Each command's family; a family is imported when one of its commands is called, so that a command starts quickly."""


class Program(click.Group):
    """``leaderplan`` itself: knows its commands by name before any of them is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(FAMILIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        family = FAMILIES.get(cmd_name)
        return next(command for command in family() if command.name == cmd_name) if family else None


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from leaderplan.cli.plans import about

        click.echo(about(ctx.params.get("plan")))
        ctx.exit()


@click.group(
    name="leaderplan",
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Plan the way from head of IT to digital leader. With no command it opens the window.",
)
@click.option("--plan", metavar="DIR", is_eager=True, help="The folder of the plan; LEADERPLAN_PLAN names it too.")
@click.option(
    "--version", is_flag=True, expose_value=False, callback=_show_version, help="What runs, and where the plan lives."
)
@click.pass_context
def program(ctx: click.Context, plan: str | None) -> None:
    ctx.obj = plan
    if ctx.invoked_subcommand is None:
        ctx.invoke(_window()[0])


def main() -> None:
    """Run the command line and leave with its status."""
    sys.exit(run(program, sys.argv[1:]))
