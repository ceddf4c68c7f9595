"""backup, backups, restore and erase: what a plan can go back to, and what must go for good."""

from __future__ import annotations

from typing import Any

import click

from leaderplan.cli.place import folder, plan_option
from leaderplan.cli.progress import progress
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.target import find_ever, open_plan
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plain import moment_text
from leaderplan.errors import UserError
from leaderplan.store import backups
from leaderplan.store.snapshot import Reason, Snapshot
from leaderplan.upkeep import beginning, keeping

_REASONS = {
    Reason.REGULAR: _("while it was being changed"),
    Reason.CLOSE: _("when it was closed"),
    Reason.ASKED: _("asked for"),
    Reason.UPGRADE: _("before an upgrade"),
    Reason.IMPORT: _("before an import"),
    Reason.RESTORE: _("before a restore"),
    Reason.REMOVAL: _("before much was removed"),
}


@click.command("backup")
@plan_option
@json_option
def backup(as_json: bool) -> None:
    """Take a backup now, and check it."""
    with progress(_("Backing up")) as told:
        made = keeping.back_up(folder(), Reason.ASKED, told)
    if as_json:
        print_json(_plain(made))
    else:
        say(_("{name} holds {records}.", name=made.file.name, records=_records(made)))


@click.command("backups")
@plan_option
@json_option
def backups_(as_json: bool) -> None:
    """The backups of the plan, newest first."""
    found = backups.listed(folder())
    if as_json:
        print_json([_plain(one) for one in found])
        return
    for one in found:
        why = ENGLISH.say(_REASONS[one.reason])
        line(f"{one.file.name:42} {ENGLISH.moment(one.at)}  {ENGLISH.say(_records(one)):>14}  {why}")
    for file in backups.unreadable(folder()):
        say(_("{name} cannot be read.", name=file.name))
    if not found:
        say(_("There is no backup yet. “leaderplan backup” takes one."))


@click.command("restore")
@plan_option
@click.argument("snapshot")
@json_option
def restore(snapshot: str, as_json: bool) -> None:
    """Put a backup in the place of the plan, which is set aside. SNAPSHOT: its name, a part of it, or “newest”."""
    chosen = _named(snapshot)
    with progress(_("Restoring")) as told, beginning.restored(folder(), chosen.file, told) as workspace:
        count = len(workspace.plan)
    notes = [
        _("The plan is as it was on {moment}, with {count} records.", moment=chosen.at, count=count),
        _("What was there before is set aside, and among the backups where it could be read."),
    ]
    if as_json:
        print_json({"step": None, "records": [], "notes": [ENGLISH.say(note) for note in notes]})
        return
    for note in notes:
        say(note)


@click.command("erase")
@plan_option
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@click.option("--yes", is_flag=True, help="I know that this cannot be undone.")
@json_option
def erase(records: tuple[str, ...], yes: bool, as_json: bool) -> None:
    """Take records out for good: of the plan, its history, its search, its files and its backups."""
    if not yes:
        raise UserError(
            _("Erasing cannot be undone."),
            _("Add --yes if you mean it, or put the records into the bin with “leaderplan remove”."),
        )
    with open_plan() as workspace:
        ids = [find_ever(workspace, record) for record in records]
        done = workspace.erase(ids, by="erase")
    unreachable = [ENGLISH.say(message) for message in done.unreachable]
    if as_json:
        print_json(
            {
                "erased": dict(done.records),
                "cleaned": [str(path) for path in done.cleaned],
                "unreachable": unreachable,
            }
        )
        return
    for table, count in done.records.items():
        line(f"{count:>6}  {table}")
    if done.cleaned:
        say(_n("{count} older copy was cleaned.", "{count} older copies were cleaned.", len(done.cleaned)))
    for text in unreachable:
        line(text)


def _named(text: str) -> Snapshot:
    """The snapshot that a name, a part of it or “newest” means; a UserError where it is none, or more than one."""
    listed = backups.listed(folder())
    found = listed[:1] if text == "newest" else [one for one in listed if text in one.file.name]
    exact = [one for one in found if text in (one.file.name, one.file.stem)]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise UserError(_("“{text}” fits more than one backup.", text=text), _("Give more of its name."))
    if not listed:
        raise UserError(
            _("There is no backup of this plan."),
            _("Restore an archive with “leaderplan import FILE”, if you have one."),
        )
    raise UserError(_("There is no backup “{text}”.", text=text), _("“leaderplan backups” lists those there are."))


def _records(snapshot: Snapshot) -> Message:
    return _n("{count} record", "{count} records", sum(snapshot.records.values()))


def _plain(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "snapshot": snapshot.file.name,
        "at": moment_text(snapshot.at),
        "reason": snapshot.reason.value,
        "format": snapshot.format,
        "records": dict(snapshot.records),
        "size": snapshot.size,
        "sha256": snapshot.sha256,
    }
