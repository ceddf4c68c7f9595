"""frameworks: the competency frameworks of the plan, and those to add."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from leaderplan import assets
from leaderplan.cli.outcome import print_step
from leaderplan.cli.place import plan_option
from leaderplan.cli.speaking import json_option, line, print_json
from leaderplan.cli.target import open_plan
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import to_plain
from leaderplan.domain.records import Framework
from leaderplan.errors import UserError
from leaderplan.exchange.framework import read_framework
from leaderplan.exchange.guard import read_file
from leaderplan.newplan import framework_edit


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
    keys = {framework.key for framework in held}
    rows = [(framework, True) for framework in held]
    rows += [(framework, False) for framework in _shipped_frameworks() if framework.key not in keys]
    if as_json:
        print_json([to_plain(framework) | {"in_plan": in_plan} for framework, in_plan in rows])
        return
    for framework, in_plan in rows:
        state = _("in the plan") if in_plan else _("shipped")
        line(f"{framework.key:34} {ENGLISH.say(state):12} {framework.title}")


@frameworks.command("add")
@plan_option
@click.argument("name")
@json_option
def add(name: str, as_json: bool) -> None:
    """Add a shipped framework by NAME, or one from a file."""
    data = _framework(name)
    with open_plan() as workspace:
        edit = framework_edit(workspace.plan, data, Path(name).name)
        step = workspace.commit(edit)
    notes = () if edit else (_("The plan has this framework already."),)
    print_step(step.id if step else None, edit, as_json, notes)


def _framework(name: str) -> bytes:
    """What the shipped framework or the file holds."""
    if name in _shipped():
        return assets.read_bytes(f"frameworks/{name}.json")
    if not Path(name).exists():
        raise UserError(
            _("“{name}” is neither a shipped framework nor a file.", name=name),
            _("Take one of these, or the path of a file: {names}.", names=", ".join(_shipped())),
        )
    return read_file(Path(name))


def _shipped() -> list[str]:
    return [Path(name).stem for name in assets.names("frameworks")]


def _shipped_frameworks() -> Iterator[Framework]:
    for name in _shipped():
        records = read_framework(assets.read_bytes(f"frameworks/{name}.json"))
        yield from (record for record in records if isinstance(record, Framework))
