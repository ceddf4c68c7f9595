"""add, list, show, put, remove and bin: records one by one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from leaderplan.cli.filtering import Filter
from leaderplan.cli.reading import described, versions_of
from leaderplan.cli.speaking import (
    find,
    json_option,
    open_plan,
    plan_option,
    print_json,
    print_step,
    record_type,
    say,
    short,
)
from leaderplan.domain import edits
from leaderplan.domain.capture import KnownPerson, keep, understand
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import moment_text, to_plain
from leaderplan.domain.records import Person
from leaderplan.errors import UserError
from leaderplan.exchange import objects
from leaderplan.places import today


@click.command("add")
@plan_option
@click.argument("text")
@json_option
def add(text: str, as_json: bool) -> None:
    """Write down an achievement in one line: date, people, mode and tags are understood."""
    with open_plan() as workspace:
        people = [KnownPerson(person.id, person.name) for person in workspace.plan.all(Person)]
        understood = understand(text, today(), people)
        edit = keep(workspace.plan, understood, today(), new_id)
        step = workspace.commit(edit)
        print_step(step.id if step else None, edit, as_json, understood.notes)


@click.command("list")
@plan_option
@click.argument("table")
@click.option("--where", "conditions", multiple=True, metavar="FIELD=VALUE", help="Only where a field has this value.")
@click.option("--search", "text", metavar="TEXT", help="Only what holds TEXT.")
@json_option
def list_(table: str, conditions: tuple[str, ...], text: str | None, as_json: bool) -> None:
    """The records of a TABLE: achievement, collaboration, person and so on."""
    kind = record_type(table)
    wanted = Filter.of(kind, conditions)
    with open_plan() as workspace:
        records = [record for record in workspace.plan.all(kind) if wanted.fits(record)]
        if text is not None:
            found = {hit.id for hit in workspace.search(text, limit=len(workspace.plan))}
            records = [record for record in records if record.id in found]
    if as_json:
        print_json([to_plain(record) for record in records])
    else:
        for record in records:
            click.echo(f"{short(record)}  {record.heading or ENGLISH.say(kind.one)}")


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
    for line in described(plan, found):
        click.echo(line)
    for version in versions:
        click.echo(f"{ENGLISH.moment(version.at)}  {ENGLISH.say(version.label)}")


@click.command("put")
@plan_option
@click.argument("table")
@click.argument("file")
@json_option
def put(table: str, file: str, as_json: bool) -> None:
    """Add or alter records of TABLE from JSON objects in FILE, or standard input with “-”.

    An object with an id that exists alters only the fields that it names.
    """
    kind = record_type(table)
    data = sys.stdin.buffer.read() if file == "-" else read_file(Path(file))
    with open_plan() as workspace:
        imported = objects.put(data, Path(file).name, workspace.plan, kind, new_id)
        step = workspace.commit(imported.edit)
        print_step(step.id if step and imported.edit else None, imported.edit, as_json, imported.notes)


def read_file(path: Path) -> bytes:
    """The bytes of a file that the person named."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            _("{file} cannot be read ({reason}).", file=str(path), reason=error.strerror or ""),
            _("Check its name and whether you may read it."),
        ) from None


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
        click.echo(f"{short(entry.record)}  {ENGLISH.moment(entry.at)}  {entry.record.table:14} {entry.record.heading}")
    if not removed:
        say(_("The bin is empty."))


@bin_.command("restore")
@plan_option
@click.argument("record")
@json_option
def restore(record: str, as_json: bool) -> None:
    """Take RECORD out of the bin, with what hung on it."""
    with open_plan() as workspace:
        found = [entry.record for entry in workspace.removed() if entry.record.id.endswith(record)]
        if len(found) != 1:
            raise UserError(
                _("“{end}” is not one record in the bin.", end=record), _("See what there is with “leaderplan bin”.")
            )
        before = workspace.plan
        step = workspace.restore(found[0].id)
        back = [entry for entry in workspace.plan if before.find(entry.id) != entry]
        print_step(step.id, edits.put(before, *back, label=step.label), as_json)
