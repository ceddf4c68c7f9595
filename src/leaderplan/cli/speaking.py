"""How commands open the plan, find records in it, and say what they did."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE
from leaderplan.errors import UserError
from leaderplan.places import plan_folder
from leaderplan.store.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])
SHORT = 8
"""Characters of an id that are shown: its end, since a UUIDv7 begins with the time."""


def _take_plan(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.obj = value


def plan_option(command: F) -> F:
    """``--plan`` behind the command, where people type it; before the command it works too."""
    return click.option(
        "--plan", metavar="DIR", expose_value=False, callback=_take_plan, help="The folder of the plan."
    )(command)


def json_option(command: F) -> F:
    """``--json``: the public shape instead of lines to read."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


@contextmanager
def open_plan() -> Iterator[Workspace]:
    """The plan that the command line or the environment names, closed again afterwards."""
    workspace = Workspace.open(plan_folder(click.get_current_context().obj))
    try:
        yield workspace
    finally:
        workspace.close()


def say(message: Message) -> None:
    """Print a message."""
    click.echo(ENGLISH.say(message))


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def short(record: Record) -> str:
    """The end of an id, which commands take for the whole."""
    return record.id[-SHORT:]


def find(plan: Plan, end: str) -> Record:
    """The record that an id or its end names; a UserError where there is none or more than one."""
    found = plan.ending(end)
    if not found:
        raise UserError(
            _("No record's id ends in “{end}”.", end=end),
            _("List the records with “leaderplan list TABLE”, and give six characters or more of an id's end."),
        )
    if len(found) > 1:
        raise UserError(_("“{end}” fits more than one record.", end=end), _("Give more characters of the id's end."))
    return found[0]


def record_type(table: str) -> type[Record]:
    """The record type of a table; a UserError names the tables there are."""
    if table not in BY_TABLE:
        raise UserError(
            _("There is no table “{table}”.", table=table),
            _("Take one of these: {tables}.", tables=", ".join(BY_TABLE)),
        )
    return BY_TABLE[table]


def changes_of(edit: ChangeSet) -> list[dict[str, str]]:
    """What an edit did to each record, in the public shape."""
    kinds = {(True, False): "removed", (False, True): "added", (True, True): "altered"}
    return [
        {
            "id": change.id,
            "table": change.table,
            "change": kinds[change.before is not None, change.after is not None],
        }
        for change in edit
    ]


def print_step(step: int | None, edit: ChangeSet, as_json: bool, notes: Sequence[Message] = ()) -> None:
    """Say what a step did: one line for each record with its id, or the public JSON shape."""
    if as_json:
        print_json({"step": step, "records": changes_of(edit), "notes": [ENGLISH.say(note) for note in notes]})
        return
    for change, shown in zip(edit, changes_of(edit), strict=True):
        record = change.after or change.before
        click.echo(f"{shown['change']:8} {shown['table']:14} {change.id}  {record.heading if record else ''}".rstrip())
    for note in notes:
        say(note)
