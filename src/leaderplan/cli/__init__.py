"""The commands: every job of the window on the same plan, through the same door."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import click
from click.shell_completion import CompletionItem

from leaderplan.cli.place import OPENED, Chosen, plan_option
from leaderplan.cli.running import run
from leaderplan.cli.streams import keep_numbers


def _window() -> list[click.Command]:
    from leaderplan.cli.window import open_, pictures

    return [open_, pictures]


def _plans() -> list[click.Command]:
    from leaderplan.cli.plans import check, new

    return [new, check]


def _capturing() -> list[click.Command]:
    from leaderplan.cli.capturing import add

    return [add]


def _records() -> list[click.Command]:
    from leaderplan.cli.records import list_, remove, show

    return [list_, show, remove]


def _bin() -> list[click.Command]:
    from leaderplan.cli.bin import bin_

    return [bin_]


def _steps() -> list[click.Command]:
    from leaderplan.cli.steps import history, redo, undo

    return [undo, redo, history]


def _finding() -> list[click.Command]:
    from leaderplan.cli.finding import advise, search

    return [search, advise]


def _frameworks() -> list[click.Command]:
    from leaderplan.cli.frameworks import frameworks

    return [frameworks]


def _files() -> list[click.Command]:
    from leaderplan.cli.files import export, formats, import_, put

    return [put, import_, export, formats]


def _safety() -> list[click.Command]:
    from leaderplan.cli.safety import backup, backups_, erase, restore

    return [backup, backups_, restore, erase]


def _documents() -> list[click.Command]:
    from leaderplan.cli.documents import document, layouts

    return [document, layouts]


def _sharing() -> list[click.Command]:
    from leaderplan.cli.sharing import share

    return [share]


def _reviewing() -> list[click.Command]:
    from leaderplan.cli.reviewing import review

    return [review]


def _rounds() -> list[click.Command]:
    from leaderplan.cli.rounds import merge, round_, rounds

    return [merge, rounds, round_]


def _counting() -> list[click.Command]:
    from leaderplan.cli.counting import count

    return [count]


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as the help lists it, and the family that is imported when it is called."""

    family: Callable[[], list[click.Command]]
    summary: str


COMMANDS: Mapping[str, Entry] = {
    "open": Entry(_window, "Open the window on the plan, or on the one in PATH."),
    "new": Entry(_plans, "Make a plan."),
    "add": Entry(_capturing, "Write down an achievement in one line."),
    "list": Entry(_records, "The records of a TABLE: achievement, person and so on."),
    "show": Entry(_records, "One RECORD with what refers to it."),
    "put": Entry(_files, "Add or alter records of TABLE from JSON objects."),
    "remove": Entry(_records, "Put records into the bin, with what hangs on them."),
    "bin": Entry(_bin, "What was removed in the last 90 days; restore RECORD takes it out."),
    "erase": Entry(_safety, "Take records out for good, of the history and the backups too."),
    "undo": Entry(_steps, "Take the last N steps back."),
    "redo": Entry(_steps, "Do N steps again that were taken back."),
    "history": Entry(_steps, "The steps, newest first."),
    "search": Entry(_finding, "Find TEXT in every field of every record, best first."),
    "advise": Entry(_finding, "What the rules found, and what to do next."),
    "frameworks": Entry(_frameworks, "Competency frameworks of the plan, and those to add."),
    "import": Entry(_files, "Take in FILE as one step, which undo takes back."),
    "export": Entry(_files, "Write the plan into a file."),
    "formats": Entry(_files, "The formats that can be read and written."),
    "document": Entry(_documents, "Print LAYOUT as a PDF."),
    "layouts": Entry(_documents, "The layouts of documents."),
    "count": Entry(_counting, "Words, characters and spoken time of TEXT."),
    "share": Entry(_sharing, "Freeze a part of the plan into a review file for a mentor."),
    "review": Entry(_reviewing, "Show the review FILE that you were sent, or answer it."),
    "merge": Entry(_rounds, "Take answers of mentors in."),
    "rounds": Entry(_rounds, "The rounds of review, with every comment and what became of it."),
    "round": Entry(_rounds, "One round of review: print it, close it, or open it again."),
    "backup": Entry(_safety, "Take a backup now, and check it."),
    "backups": Entry(_safety, "The backups of the plan, newest first."),
    "restore": Entry(_safety, "Put a backup in the place of the plan, which is set aside."),
    "check": Entry(_plans, "Look for damage, and say what to do about it."),
    "pictures": Entry(_window, "Write every page of the window as a PNG."),
}
"""Every command in the order of the help; none is imported before it is called, so that each starts quickly."""


class Program(click.Group):
    """``leaderplan`` itself: knows its commands by name before any of them is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; a file of ours alone is opened, as one that is dropped on the program's icon."""
        if args[0].lower().endswith(OPENED):
            args = ["open", *args]
        ctx.ensure_object(Chosen).for_window = args[0] == "open"
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        entry = COMMANDS.get(cmd_name)
        return next(command for command in entry.family() if command.name == cmd_name) if entry else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What the Tab key offers, without importing the commands: they would take most of a second."""
        begun = [
            CompletionItem(name, help=entry.summary) for name, entry in COMMANDS.items() if name.startswith(incomplete)
        ]
        return begun + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from leaderplan.about import about

        click.echo(about(ctx.ensure_object(Chosen).folder))
        ctx.exit()


@click.group(
    name="leaderplan",
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Plan the way from head of IT to digital leader. With no command it opens the window.",
)
@plan_option
@click.option(
    "--version", is_flag=True, expose_value=False, callback=_show_version, help="What runs, and where the plan lives."
)
@click.pass_context
def program(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        ctx.ensure_object(Chosen).for_window = True
        ctx.invoke(_window()[0])


def main() -> None:
    """Run the command line and leave with its status."""
    keep_numbers()
    sys.exit(run(program, sys.argv[1:]))
