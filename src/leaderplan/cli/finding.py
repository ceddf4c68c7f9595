"""search and advise: what there is, and what to do about it."""

from __future__ import annotations

import click

from leaderplan.cli.place import plan_option
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.target import SHORT, open_plan, short
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import to_plain
from leaderplan.domain.rules import BY_KEY
from leaderplan.domain.rules import advise as findings
from leaderplan.errors import UserError
from leaderplan.places import today


@click.command("search")
@plan_option
@click.argument("text")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many at most.")
@json_option
def search(text: str, limit: int, as_json: bool) -> None:
    """Find TEXT in every field of every record, best first."""
    with open_plan() as workspace:
        plan = workspace.plan
        found = [(record, hit) for hit in workspace.search(text, limit) if (record := plan.find(hit.id))]
    if as_json:
        print_json([to_plain(record) | {"table": hit.table, "snippet": hit.snippet} for record, hit in found])
        return
    for record, hit in found:
        line(f"{short(hit.id)}  {hit.table:14} {record.heading:40.40}  {hit.snippet}")
    if not found:
        say(_("Nothing holds “{text}”.", text=text))


@click.command("advise")
@plan_option
@click.option("--rule", metavar="NAME", help="Only the findings of one rule.")
@json_option
def advise(rule: str | None, as_json: bool) -> None:
    """What the rules found, and what to do next."""
    if rule is not None and rule not in BY_KEY:
        raise UserError(
            _("There is no rule “{name}”.", name=rule), _("Take one of these: {names}.", names=", ".join(BY_KEY))
        )
    with open_plan() as workspace:
        found = findings(workspace.plan, today(), rule)
    if as_json:
        print_json(
            [
                {
                    "rule": finding.rule,
                    "record": finding.record or None,
                    "finding": ENGLISH.say(finding.message),
                    "why": ENGLISH.say(finding.why),
                    "action": ENGLISH.say(finding.action.label),
                }
                for finding in found
            ]
        )
        return
    for finding in found:
        line(f"{short(finding.record):{SHORT}}  {finding.rule:26} {ENGLISH.say(finding.message)}")
    if not found:
        say(_("The rules have nothing to say."))
