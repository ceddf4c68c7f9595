"""The plan, the records and the tables that a command was told to work on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from leaderplan.cli.place import folder
from leaderplan.cli.progress import progress
from leaderplan.cli.speaking import visible
from leaderplan.domain.fields import Record
from leaderplan.domain.ids import SHORTEST_END
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE
from leaderplan.errors import UserError
from leaderplan.store import backups
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.store.workspace import Workspace

SHORT = 8
"""Characters of an id that are shown: its end, since a UUIDv7 begins with the time."""


@contextmanager
def open_plan() -> Iterator[Workspace]:
    """The plan that the command line or the environment names, closed again afterwards."""
    with progress(_("Reading the plan")) as told:
        workspace = Workspace.open(folder(), progress=told)
    with workspace:
        before = workspace.newest_step
        yield workspace
        if workspace.newest_step != before:
            _back_up(workspace)


def _back_up(workspace: Workspace) -> None:
    """Take a backup where one is due; that none could be made is told, and undoes nothing that the command did."""
    at = now()
    try:
        if backups.is_due(workspace.folder, at, workspace.newest_step):
            backups.take(workspace.folder, Reason.REGULAR, at)
            backups.thin(workspace.folder, at)
    except UserError as error:
        happened = _("It is stored, but no backup could be made.")
        click.echo(visible(f"leaderplan: {ENGLISH.say(happened)} {ENGLISH.say(error.happened)}"), err=True)


def short(id: str) -> str:
    """The end of an id, which commands take for the whole."""
    return id[-SHORT:]


def find(plan: Plan, end: str) -> Record:
    """The record of ``plan`` that an id or its end names; a UserError where there is none or more than one."""
    return only(plan.ending(end), end)


def find_ever(workspace: Workspace, end: str) -> str:
    """The id of a record in the plan or in its bin."""
    lying = {one.record.id: one.record for one in workspace.removed()}
    living = workspace.plan.ending(end)
    gone = Plan.of(lying.values()).ending(end)
    return only([*living, *(record for record in gone if workspace.plan.find(record.id) is None)], end).id


def only(found: Sequence[Record], end: str) -> Record:
    """The one record that was found by the end of an id; a UserError where it is none or more than one."""
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(_("“{end}” fits more than one record.", end=end), _("Give more characters of the id's end."))
    if len(end) < SHORTEST_END:
        raise UserError(
            _("“{end}” is too short for the end of an id.", end=end),
            _("Give {count} characters or more; “leaderplan list TABLE” shows them.", count=SHORTEST_END),
        )
    raise UserError(
        _("No record here has an id that ends in “{end}”.", end=end),
        _("List the records with “leaderplan list TABLE”, or what was removed with “leaderplan bin”."),
    )


def record_type(table: str) -> type[Record]:
    """The record type of a table; a UserError names the tables there are."""
    if table not in BY_TABLE:
        raise UserError(
            _("There is no table “{table}”.", table=table),
            _("Take one of these: {tables}.", tables=", ".join(BY_TABLE)),
        )
    return BY_TABLE[table]
