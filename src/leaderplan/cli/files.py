"""put, import and formats: what comes in from files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from leaderplan.cli.archiving import export_archive, import_archive
from leaderplan.cli.completing import files, tables
from leaderplan.cli.outcome import print_step
from leaderplan.cli.overwriting import demand_free, force_option
from leaderplan.cli.place import folder, plan_option
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.streams import typed_in
from leaderplan.cli.target import open_plan, record_type
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange import objects
from leaderplan.exchange.archive import SUFFIX
from leaderplan.exchange.guard import read_file, read_stream
from leaderplan.exchange.importers import IMPORTERS, importer_for
from leaderplan.exchange.preview import preview
from leaderplan.places import today
from leaderplan.store.snapshot import Reason
from leaderplan.upkeep import keeping
from leaderplan.upkeep.archives import is_archive


@click.command("put")
@plan_option
@click.argument("table", shell_complete=tables)
@click.argument("file", shell_complete=files)
@json_option
def put(table: str, file: str, as_json: bool) -> None:
    """Add or alter records of TABLE from JSON objects in FILE, or standard input with “-”.

    An object with an id that exists alters only the fields that it names.
    """
    kind = record_type(table)
    data, name = _bytes_of(file)
    with open_plan() as workspace:
        imported = objects.put(data, name, workspace.plan, kind, new_id)
        step = workspace.commit(imported.edit)
    print_step(step.id if step else None, imported.edit, as_json, imported.notes)


@click.command("import")
@plan_option
@click.argument("file", shell_complete=files)
@click.option("--as", "format_", metavar="FORMAT", help="The format, where the file does not show it.")
@click.option("--map", "mapped", multiple=True, metavar="COLUMN=FIELD", help="Which column fills which field.")
@click.option("--into", metavar="TABLE", shell_complete=tables, help="The table that rows or objects go into.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), metavar="FILE", help="What opens a sealed archive.")
@json_option
def import_(
    file: str,
    format_: str | None,
    mapped: tuple[str, ...],
    into: str | None,
    dry_run: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Take in FILE, or standard input with “-”, as one step, which undo takes back.

    An archive takes the place of the whole plan, which is set aside.
    """
    if format_ == "archive" or (format_ is None and is_archive(Path(file))):
        import_archive(Path(file), passphrase_file, dry_run, as_json)
        return
    data, name = _bytes_of(file)
    importer = importer_for(data, name, format_)
    with open_plan() as workspace:
        imported = importer.read(
            data, name, workspace.plan, today=today(), mapping=_mapping(mapped), into=into, new_id=new_id
        )
        if imported.edit and not dry_run:
            keeping.back_up(folder(), Reason.IMPORT)
        step = None if dry_run else workspace.commit(imported.edit)
    if dry_run and not as_json:
        for message in (*preview(imported).lines, *imported.notes, _("Nothing was stored.")):
            say(message)
    else:
        print_step(step.id if step else None, imported.edit, as_json, imported.notes)


@click.command("export")
@plan_option
@click.argument("format_", metavar="FORMAT", type=click.Choice(("archive",)))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The file to write."
)
@click.option("--passphrase-file", type=click.Path(path_type=Path), metavar="FILE", help="What is to seal it.")
@click.option("--unsealed", is_flag=True, help="Let anybody open it.")
@force_option
@json_option
def export(format_: str, output: Path, passphrase_file: Path | None, unsealed: bool, as_json: bool) -> None:
    """Write the plan into a file.

    FORMAT is “archive”: all of it, attachments and history included.
    """
    demand_free(output)
    export_archive(output, passphrase_file, unsealed, as_json)


def _bytes_of(file: str) -> tuple[bytes, str]:
    """What the file holds, and what it is called."""
    if file == "-":
        name = ENGLISH.say(_("standard input"))
        return read_stream(typed_in(), name), name
    return read_file(Path(file)), Path(file).name


def _mapping(written: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for text in written:
        column, sign, field = text.rpartition("=")
        if not sign or not column:
            raise UserError(_("“{text}” maps no column.", text=text), _("Write --map COLUMN=FIELD."))
        pairs[column] = field
    return pairs


@click.command("formats")
@json_option
def formats(as_json: bool) -> None:
    """The formats that can be read and written."""
    archive = _("The whole plan, with its attachments and its history")
    if as_json:
        print_json(
            [
                {
                    "format": i.name,
                    "title": ENGLISH.say(i.title),
                    "import": True,
                    "export": False,
                    "suffixes": list(i.suffixes),
                }
                for i in IMPORTERS
            ]
            + [
                {
                    "format": "archive",
                    "title": ENGLISH.say(archive),
                    "import": True,
                    "export": True,
                    "suffixes": [SUFFIX],
                }
            ]
        )
        return
    for importer in IMPORTERS:
        line(f"{importer.name:14} {ENGLISH.say(_('import')):8} {ENGLISH.say(importer.title)}")
    line(f"{'archive':14} {ENGLISH.say(_('both ways')):8} {ENGLISH.say(archive)}")
