"""new and check: the plan as a whole."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import version

import click

from leaderplan import __version__
from leaderplan.cli.speaking import json_option, open_plan, plan_option, print_json, say
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _, _n
from leaderplan.newplan import new_plan
from leaderplan.places import plan_folder, today


def about(plan: str | None) -> str:
    """Versions of what runs, and where the plan lives."""
    return "\n".join(
        (
            f"LeaderPlan {__version__}",
            f"Python {platform.python_version()}, Qt {version('pyside6-essentials')}, SQLite {sqlite3.sqlite_version}",
            f"Plan: {plan_folder(plan)}",
        )
    )


@click.command("new")
@plan_option
@click.option("--sample", is_flag=True, help="Fill it with a rich, believable career.")
@click.option("--force", is_flag=True, help="Set an existing plan aside and begin anew.")
@click.pass_context
def new(ctx: click.Context, sample: bool, force: bool) -> None:
    """Make a plan."""
    folder = plan_folder(ctx.obj)
    with new_plan(folder, sample=sample, today=today(), force=force) as made:
        say(_n("A plan with {count} record is in {folder}.", "A plan with {count} records is in {folder}.",
               len(made.plan), folder=str(folder)))  # fmt: skip


@click.command("check")
@plan_option
@json_option
@click.pass_context
def check(ctx: click.Context, as_json: bool) -> None:
    """Look for damage: digests, references, attachments, index."""
    with open_plan() as workspace:
        troubles = workspace.check()
    if as_json:
        found = [{"what": ENGLISH.say(t.what), "where": t.where, "do": ENGLISH.say(t.do)} for t in troubles]
        print_json({"ok": not found, "problems": found})
    elif not troubles:
        say(_("Everything is as it was written."))
    else:
        for trouble in troubles:
            click.echo(f"{trouble.where}: {ENGLISH.say(trouble.what)} {ENGLISH.say(trouble.do)}")
    ctx.exit(1 if troubles else 0)
