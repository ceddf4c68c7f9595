"""list, show and remove: the records of the plan."""

from __future__ import annotations

from typing import Any

import click

from leaderplan.cli.completing import tables
from leaderplan.cli.filtering import Filter
from leaderplan.cli.outcome import print_step
from leaderplan.cli.place import plan_option
from leaderplan.cli.reading import described, versions_of
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.target import find, open_plan, record_type, short
from leaderplan.domain import edits
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import to_plain
from leaderplan.store.workspace import Workspace


@click.command("list")
@plan_option
@click.argument("table", shell_complete=tables)
@click.option("--where", "conditions", multiple=True, metavar="FIELD=VALUE", help="Only where a field has this value.")
@click.option("--search", "text", metavar="TEXT", help="Only what holds TEXT, best first.")
@json_option
def list_(table: str, conditions: tuple[str, ...], text: str | None, as_json: bool) -> None:
    """The records of a TABLE: achievement, person and so on."""
    kind = record_type(table)
    wanted = Filter.of(kind, conditions)
    with open_plan() as workspace:
        records = [record for record in _records(workspace, kind, text) if wanted.fits(record)]
    if as_json:
        print_json([to_plain(record) for record in records])
        return
    for record in records:
        line(f"{short(record.id)}  {record.heading or ENGLISH.say(kind.one)}")
    if not records:
        say(_("{things}: none.", things=kind.many))


def _records(workspace: Workspace, kind: type[Record], text: str | None) -> list[Record]:
    if text is None:
        return list(workspace.plan.all(kind))
    hits = workspace.search(text, limit=len(workspace.plan))
    held = workspace.plan.table(kind)
    return [held[hit.id] for hit in hits if hit.id in held]


@click.command("show")
@plan_option
@click.argument("record")
@click.option("--history", "with_history", is_flag=True, help="Its versions, newest first.")
@json_option
def show(record: str, with_history: bool, as_json: bool) -> None:
    """One RECORD with what refers to it."""
    with open_plan() as workspace:
        plan = workspace.plan
        found = find(plan, record)
        versions = workspace.versions(found.id) if with_history else []
    if as_json:
        shown: dict[str, Any] = to_plain(found) | {
            "table": found.table,
            "referred_by": [{"id": r.id, "table": r.table, "field": f} for r, f in plan.referrers(found.id)],
        }
        if with_history:
            shown["history"] = versions_of(versions)
        print_json(shown)
        return
    for text in described(plan, found):
        line(text)
    for version in versions:
        line(f"{ENGLISH.moment(version.at)}  {ENGLISH.say(version.label)}")


@click.command("remove")
@plan_option
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@json_option
def remove(records: tuple[str, ...], as_json: bool) -> None:
    """Put records into the bin, with what hangs on them."""
    with open_plan() as workspace:
        edit = edits.remove(workspace.plan, *(find(workspace.plan, record) for record in records))
        step = workspace.commit(edit)
    print_step(step.id if step else None, edit, as_json)
