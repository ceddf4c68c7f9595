"""import, formats and frameworks: what comes in from files."""

from __future__ import annotations

from pathlib import Path

import click

from leaderplan import assets
from leaderplan.cli.records import read_file
from leaderplan.cli.speaking import json_option, open_plan, plan_option, print_json, print_step, say
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import to_plain
from leaderplan.domain.records import Framework
from leaderplan.errors import UserError
from leaderplan.exchange import IMPORTERS, importer_for
from leaderplan.exchange.framework import read_framework
from leaderplan.exchange.preview import preview
from leaderplan.places import today


@click.command("import")
@plan_option
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "format_", metavar="FORMAT", help="The format, where the file does not show it.")
@click.option("--map", "mapped", multiple=True, metavar="COLUMN=FIELD", help="Which column fills which field.")
@click.option("--into", metavar="TABLE", help="The table that a spreadsheet's rows go into.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@json_option
def import_(
    file: Path, format_: str | None, mapped: tuple[str, ...], into: str | None, dry_run: bool, as_json: bool
) -> None:
    """Take in FILE as one step, which undo takes back."""
    data = read_file(file)
    importer = importer_for(data, file.name, format_)
    with open_plan() as workspace:
        imported = importer.read(
            data, file.name, workspace.plan, today=today(), mapping=_mapping(mapped), into=into, new_id=new_id
        )
        if not as_json:
            for line in preview(imported).lines:
                say(line)
        step = None if dry_run or not imported.edit else workspace.commit(imported.edit)
        print_step(step.id if step else None, imported.edit, as_json, imported.notes)


def _mapping(written: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.rpartition("=") for text in written]
    for (column, sign, _field), text in zip(pairs, written, strict=True):
        if not sign or not column:
            raise UserError(_("“{text}” maps no column.", text=text), _("Write --map COLUMN=FIELD."))
    return {column: field for column, _sign, field in pairs}


@click.command("formats")
@json_option
def formats(as_json: bool) -> None:
    """The formats that can be read."""
    rows = [
        {"format": i.name, "title": ENGLISH.say(i.title), "import": True, "export": False, "suffixes": list(i.suffixes)}
        for i in IMPORTERS
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['format']:14} import  {row['title']}")


@click.group("frameworks", invoke_without_command=True)
@plan_option
@json_option
@click.pass_context
def frameworks(ctx: click.Context, as_json: bool) -> None:
    """Competency frameworks: those in the plan and those that LeaderPlan ships."""
    if ctx.invoked_subcommand:
        return
    with open_plan() as workspace:
        held = workspace.plan.all(Framework)
    shipped = {name: read_framework(assets.read_bytes(f"frameworks/{name}.json")) for name in _shipped()}
    keys = {framework.key for framework in held}
    rows = [to_plain(framework) | {"in_plan": True} for framework in held]
    rows += [
        to_plain(record) | {"in_plan": False}
        for records in shipped.values()
        for record in records
        if isinstance(record, Framework) and record.key not in keys
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        state = _("in the plan") if row["in_plan"] else _("shipped")
        click.echo(f"{row['key']:34} {ENGLISH.say(state):12} {row['title']}")


def _shipped() -> list[str]:
    return [Path(name).stem for name in assets.names("frameworks")]


@frameworks.command("add")
@plan_option
@click.argument("name")
@json_option
def add(name: str, as_json: bool) -> None:
    """Add a shipped framework by NAME, or one from a file."""
    from leaderplan.newplan import framework_edit

    data = assets.read_bytes(f"frameworks/{name}.json") if name in _shipped() else read_file(Path(name))
    with open_plan() as workspace:
        edit = framework_edit(workspace.plan, data, Path(name).name)
        step = workspace.commit(edit) if edit else None
        notes = () if edit else (_("The plan has this framework already."),)
        print_step(step.id if step else None, edit, as_json, notes)
