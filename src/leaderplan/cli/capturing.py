"""add: one line, and it is written down."""

from __future__ import annotations

import click

from leaderplan.cli.outcome import print_step
from leaderplan.cli.place import plan_option
from leaderplan.cli.speaking import json_option
from leaderplan.cli.target import open_plan
from leaderplan.domain.capture import KnownPerson, keep, understand
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Person
from leaderplan.errors import UserError
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
        if not understood.title:
            raise UserError(
                _("The line does not say what you did."),
                _("Nothing was stored. Say it in a few words, such as “Cut waiting from 9 days to 4 with Ann”."),
            )
        edit = keep(workspace.plan, understood, today(), new_id)
        step = workspace.commit(edit)
    print_step(step.id if step else None, edit, as_json, understood.notes)
