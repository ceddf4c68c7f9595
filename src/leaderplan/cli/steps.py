"""undo, redo and history: the steps of this run and of earlier ones."""

from __future__ import annotations

import click

from leaderplan.cli.speaking import json_option, open_plan, plan_option, print_json, print_step
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plain import moment_text
from leaderplan.store.workspace import Workspace

steps_argument = click.argument("steps", type=click.IntRange(min=1), default=1, metavar="[N]")


@click.command("undo")
@plan_option
@steps_argument
@json_option
def undo(steps: int, as_json: bool) -> None:
    """Take the last N steps back."""
    with open_plan() as workspace:
        _walk(workspace, steps, as_json, back=True)


@click.command("redo")
@plan_option
@steps_argument
@json_option
def redo(steps: int, as_json: bool) -> None:
    """Do N steps again that were taken back."""
    with open_plan() as workspace:
        _walk(workspace, steps, as_json, back=False)


def _walk(workspace: Workspace, steps: int, as_json: bool, *, back: bool) -> None:
    made: list[ChangeSet] = []
    unwatch = workspace.watch(lambda edit, _by: made.append(edit))
    last = workspace.undo(steps=steps) if back else workspace.redo(steps=steps)
    unwatch()
    done = merged(_("Steps"), made)
    label = last.label if last else None
    print_step(last.id if last else None, done, as_json, [_said(label, back)])


def _said(label: Message | None, back: bool) -> Message:
    if label is None:
        return _("There is nothing to undo.") if back else _("There is nothing to redo.")
    return _("Undone: {label}.", label=label) if back else _("Done again: {label}.", label=label)


@click.command("history")
@plan_option
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="How many steps at most.")
@json_option
def history(limit: int, as_json: bool) -> None:
    """The steps, newest first."""
    with open_plan() as workspace:
        steps = workspace.history(limit=limit)
    if as_json:
        print_json(
            [{"step": s.id, "at": moment_text(s.at), "label": ENGLISH.say(s.label), "undone": s.undone} for s in steps]
        )
        return
    for step in steps:
        undone = f"  ({ENGLISH.say(_('undone'))})" if step.undone else ""
        click.echo(f"{step.id:>6}  {ENGLISH.moment(step.at)}  {ENGLISH.say(step.label)}{undone}")
