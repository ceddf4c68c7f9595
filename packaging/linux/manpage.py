"""The man page leaderplan(1), made from the commands themselves so that it cannot say anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import click

from changes import day
from facts import Facts
from leaderplan.cli import program
from leaderplan.cli.running import DONE, MENDABLE, OUR_FAULT, WRONG_USAGE
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, PLAN, SET_ASIDE
from linux import roff

SAID_ONCE: Final = {"plan", "as_json", "help"}
"""Options of most commands, which stand in OPTIONS alone."""
DATA: Final = "~/.local/share/LeaderPlan"
SETTINGS: Final = "~/.config/LeaderPlan/window.json"
FILES: Final = (
    (f"{DATA}/plan/", "The plan, unless --plan or LEADERPLAN_PLAN names another folder, or the window moved it."),
    (f"{DATA}/plan/{PLAN}", "Its records and their history, an SQLite database."),
    (f"{DATA}/plan/{ATTACHMENTS}/", "The files that were attached to records."),
    (f"{DATA}/plan/{BACKUPS}/", "Backups that LeaderPlan takes by itself."),
    (f"{DATA}/plan/{SET_ASIDE}/", "What a restore, an import or a new plan took the place of."),
    (f"{DATA}/plan/log/", "What the window did and when, and reports of faults; no word of yours is in them."),
    (SETTINGS, "What the window remembers: its size, the theme and the like."),
)
ENVIRONMENT: Final = (
    ("LEADERPLAN_PLAN", "The folder of the plan, where --plan does not name one."),
    ("LEADERPLAN_TODAY", "The day to take for today, such as 2026-03-12, for samples and tests."),
    ("XDG_DATA_HOME", "Where the folder LeaderPlan with the plan lies, in place of ~/.local/share."),
    ("XDG_CONFIG_HOME", "Where the folder LeaderPlan with window.json lies, in place of ~/.config."),
)
STATUSES: Final = (
    (DONE, "Done."),
    (MENDABLE, "Something that you can mend; a line on standard error says what happened and what to do."),
    (WRONG_USAGE, "Wrong usage."),
    (OUR_FAULT, "A fault of LeaderPlan itself; it leaves a report in the plan's folder log."),
)
EXAMPLES: Final = (
    ("leaderplan new --sample", "Make a plan to look around in, with a career of six years."),
    (
        'leaderplan add "Cut waiting from 9 days to 4 with Ann yesterday #claims"',
        "Write down an achievement. The day, the person, the tag and the measure are understood.",
    ),
    ("leaderplan list achievement --json", "Every achievement, for another program."),
    ("leaderplan document portfolio -o portfolio.pdf", "Print the promotion portfolio."),
    (
        "leaderplan export archive -o plan.leaderplan",
        "Take the whole plan along in one file. The six words that open it are told once.",
    ),
)


def manpage(facts: Facts) -> str:
    """The page as roff."""
    command, name = facts.program.command, facts.program.name
    title = f'.TH {command.upper()} 1 {day(facts.version)} "{name} {facts.version}" "User Commands"'
    summary = facts.program.summary
    with click.Context(program, info_name=command) as context:
        told = [line for words, each in commands(program, context) for line in _command(words, each)]
    lines = [
        title,
        ".nh",
        ".ad l",
        *roff.heading("NAME", rf"{command} \- {roff.text(summary[0].lower() + summary[1:])}"),
        *roff.heading("SYNOPSIS", f"{roff.bold(command)} [{roff.typed('--plan DIR')}] [{roff.typed('COMMAND')} ...]"),
        *roff.heading("DESCRIPTION", *roff.paragraphs([*facts.program.description, program.help or ""])),
        *roff.heading("OPTIONS", *_options_for_all()),
        *roff.heading("COMMANDS", *told),
        *roff.heading("EXIT STATUS", *_entries((str(status), means) for status, means in STATUSES)),
        *roff.heading("ENVIRONMENT", *_entries(ENVIRONMENT)),
        *roff.heading("FILES", *_entries(FILES)),
        *roff.heading("EXAMPLES", *_entries(EXAMPLES)),
        *roff.heading("SEE ALSO", f".UR {facts.program.home}", roff.text(name), ".UE"),
    ]
    return "\n".join(lines) + "\n"


def commands(
    group: click.Group, context: click.Context, words: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it, those of groups behind their group."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        yield (*words, name), command
        if isinstance(command, click.Group):
            yield from commands(command, click.Context(command, context, name), (*words, name))


def synopsis(words: tuple[str, ...], command: click.Command) -> str:
    """How a command is called: its arguments, then its own options, in brackets what may be left out."""
    return " ".join([*words, *_arguments(command), *(_usage(option) for option in _own(command))])


def _command(words: tuple[str, ...], command: click.Command) -> list[str]:
    lines = [".SS " + roff.typed(synopsis(words, command))]
    lines += roff.paragraphs((command.help or "").split("\n\n"))
    for option in _own(command):
        lines += roff.entry(roff.typed(", ".join(option.opts) + _value(option)), option.help or "")
    return lines


def _options_for_all() -> list[str]:
    return [
        *roff.entry(roff.typed("--plan DIR"), "The folder of the plan; it may stand behind the command as well."),
        *roff.entry(roff.typed("--json"), "Behind most commands: print JSON in place of lines to read."),
        *roff.entry(roff.typed("--version"), "What runs, and where the plan lives."),
        *roff.entry(roff.typed("-h, --help"), "Show the help of the program, or of the command that it stands behind."),
    ]


def _own(command: click.Command) -> list[click.Option]:
    options = [each for each in command.params if isinstance(each, click.Option)]
    return [each for each in options if each.name not in SAID_ONCE and not each.hidden]


def _arguments(command: click.Command) -> list[str]:
    with click.Context(command) as context:
        return [each.make_metavar(context) for each in command.params if isinstance(each, click.Argument)]


def _usage(option: click.Option) -> str:
    text = min(option.opts, key=len) + _value(option)
    return text if option.required else f"[{text}]{'...' if option.multiple else ''}"


def _value(option: click.Option) -> str:
    if option.is_flag:
        return ""
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    return " " + ("|".join(choices) or option.metavar or "N")


def _entries(told: Iterable[tuple[str, str]]) -> list[str]:
    return [line for term, means in told for line in roff.entry(roff.bold(term), means)]
