"""new and check: the plan as a whole."""

from __future__ import annotations

import click

from leaderplan.cli.place import folder, plan_option
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.target import open_plan
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _, _n
from leaderplan.errors import UserError
from leaderplan.places import today
from leaderplan.store.failures import Damaged
from leaderplan.store.troubles import Trouble


@click.command("new")
@plan_option
@click.option("--sample", is_flag=True, help="Fill it with a rich, believable career.")
@click.option("--force", is_flag=True, help="Set an existing plan aside and begin anew.")
def new(sample: bool, force: bool) -> None:
    """Make a plan."""
    from leaderplan.newplan import new_plan

    with new_plan(folder(), sample=sample, today=today(), force=force) as made:
        count = len(made.plan)
    say(
        _n(
            "A plan with {count} record is in {folder}.",
            "A plan with {count} records is in {folder}.",
            count,
            folder=str(folder()),
        )
    )


@click.command("check")
@plan_option
@json_option
def check(as_json: bool) -> None:
    """Look for damage: digests, references, attachments, index."""
    troubles = _troubles()
    if as_json:
        found = [{"what": ENGLISH.say(t.what), "where": t.where, "do": ENGLISH.say(t.do)} for t in troubles]
        print_json({"ok": not found, "problems": found})
    else:
        for trouble in troubles:
            line(f"{trouble.where}: {ENGLISH.say(trouble.what)} {ENGLISH.say(trouble.do)}")
    if troubles:
        raise UserError(
            _n("{count} thing in the plan is wrong.", "{count} things in the plan are wrong.", len(troubles)),
            _("What to do stands beside each."),
        )
    if not as_json:
        say(_("Everything is as it was written."))


def _troubles() -> list[Trouble]:
    """What is wrong with the plan, also where it is too damaged to be opened."""
    try:
        with open_plan() as workspace:
            return workspace.check()
    except Damaged as error:
        return [Trouble(error.happened, "plan.db", error.todo)]
