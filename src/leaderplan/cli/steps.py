"""undo, redo and history: the steps of this run and of earlier ones."""

from __future__ import annotations

import click

from leaderplan.cli.outcome import changed_records, print_step
from leaderplan.cli.place import plan_option
from leaderplan.cli.speaking import json_option, line, print_json
from leaderplan.cli.target import open_plan
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plain import moment_text
from leaderplan.store.steps import StepKind

steps_argument = click.argument("steps", type=click.IntRange(min=1), default=1, metavar="[N]")


@click.command("undo")
@plan_option
@steps_argument
@json_option
def undo(steps: int, as_json: bool) -> None:
    """Take the last N steps back."""
    _walk(StepKind.UNDO, steps, as_json, _("There is nothing to undo."))


@click.command("redo")
@plan_option
@steps_argument
@json_option
def redo(steps: int, as_json: bool) -> None:
    """Do N steps again that were taken back."""
    _walk(StepKind.REDO, steps, as_json, _("There is nothing to redo."))


def _walk(kind: StepKind, steps: int, as_json: bool, nothing: Message) -> None:
    made: list[ChangeSet] = []
    with open_plan() as workspace:
        newest = workspace.history(limit=1)
        before = newest[0].id if newest else 0
        workspace.watch(lambda edit, _by: made.append(edit))
        last = workspace.undo(steps=steps) if kind is StepKind.UNDO else workspace.redo(steps=steps)
        walked = [step for step in workspace.history(limit=steps) if step.id > before and step.kind is kind]
    notes = [step.label for step in reversed(walked)] or [nothing]
    print_step(last.id if last else None, merged(_("Steps"), made), as_json, notes)


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
            [
                {
                    "step": step.id,
                    "at": moment_text(step.at),
                    "label": ENGLISH.say(step.label),
                    "undone": step.undone,
                    "records": changed_records(step.touched),
                }
                for step in steps
            ]
        )
        return
    for step in steps:
        undone = f"  ({ENGLISH.say(_('undone'))})" if step.undone else ""
        line(f"{step.id:>6}  {ENGLISH.moment(step.at)}  {ENGLISH.say(step.label)}{undone}")
