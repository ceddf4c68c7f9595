"""bin: what was removed, and the way back."""

from __future__ import annotations

import click

from leaderplan.cli.outcome import print_step
from leaderplan.cli.place import plan_option
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.target import only, open_plan, short
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import moment_text, to_plain
from leaderplan.domain.plan import Plan
from leaderplan.errors import UserError


@click.group("bin", invoke_without_command=True)
@plan_option
@json_option
@click.pass_context
def bin_(ctx: click.Context, as_json: bool) -> None:
    """What was removed in the last 90 days."""
    if ctx.invoked_subcommand:
        return
    with open_plan() as workspace:
        removed = workspace.removed()
    if as_json:
        print_json([to_plain(r.record) | {"table": r.record.table, "removed_at": moment_text(r.at)} for r in removed])
        return
    for entry in removed:
        record = entry.record
        line(f"{short(record.id)}  {ENGLISH.moment(entry.at)}  {record.table:14} {record.heading}")
    if not removed:
        say(_("The bin is empty."))


@bin_.command("restore")
@plan_option
@click.argument("record")
@json_option
def restore(record: str, as_json: bool) -> None:
    """Take RECORD out of the bin, with what hung on it."""
    with open_plan() as workspace:
        lying = Plan.of(entry.record for entry in workspace.removed())
        if not lying.ending(record) and workspace.plan.ending(record):
            raise UserError(
                _("“{end}” is in the plan, not in the bin.", end=record), _("There is nothing to take out.")
            )
        found = only(lying.ending(record), record)
        made: list[ChangeSet] = []
        workspace.watch(lambda edit, _by: made.append(edit))
        step = workspace.restore(found.id)
    print_step(step.id, made[-1], as_json)
