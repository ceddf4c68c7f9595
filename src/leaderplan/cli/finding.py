"""search, advise and count: what there is, what to do about it, and how long it is."""

from __future__ import annotations

import sys

import click

from leaderplan.cli.speaking import SHORT, json_option, open_plan, plan_option, print_json, say
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.rules import RULES
from leaderplan.domain.rules import advise as findings
from leaderplan.domain.rules.word_limits import count as counted
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
        hits = workspace.search(text, limit=limit)
        plan = workspace.plan
    if as_json:
        print_json([{"id": hit.id, "table": hit.table, "snippet": hit.snippet} for hit in hits])
        return
    for hit in hits:
        record = plan.find(hit.id)
        click.echo(f"{hit.id[-SHORT:]}  {hit.table:14} {record.heading if record else '':40.40}  {hit.snippet}")
    if not hits:
        say(_("Nothing holds “{text}”.", text=text))


@click.command("advise")
@plan_option
@click.option("--rule", metavar="NAME", help="Only the findings of one rule.")
@json_option
def advise(rule: str | None, as_json: bool) -> None:
    """What the rules found, and what to do next."""
    names = [known.key for known in RULES]
    if rule and rule not in names:
        raise UserError(
            _("There is no rule “{name}”.", name=rule), _("Take one of these: {names}.", names=", ".join(names))
        )
    with open_plan() as workspace:
        found = findings(workspace.plan, today(), rule)
    if as_json:
        print_json(
            [
                {
                    "rule": finding.rule,
                    "record": finding.record,
                    "finding": ENGLISH.say(finding.message),
                    "why": ENGLISH.say(finding.why),
                    "action": ENGLISH.say(finding.action.label),
                }
                for finding in found
            ]
        )
        return
    for finding in found:
        click.echo(f"{(finding.record or '')[-SHORT:]:{SHORT}}  {finding.rule:26} {ENGLISH.say(finding.message)}")
    if not found:
        say(_("The rules have nothing to say."))


@click.command("count")
@click.argument("text")
@json_option
def count(text: str, as_json: bool) -> None:
    """Words, characters and spoken time of TEXT, or of standard input with “-”."""
    counts = counted(sys.stdin.read() if text == "-" else text)
    if as_json:
        print_json(
            {
                "words_as_word": counts.word_style,
                "words_strict": counts.strict,
                "characters": counts.characters,
                "spoken_seconds": counts.spoken_seconds,
            }
        )
        return
    minutes, seconds = divmod(counts.spoken_seconds, 60)
    click.echo(f"{ENGLISH.number(counts.word_style):>7}  words as Word counts")
    click.echo(f"{ENGLISH.number(counts.strict):>7}  words, strictly")
    click.echo(f"{ENGLISH.number(counts.characters):>7}  characters")
    click.echo(f"{f'{minutes}:{seconds:02}':>7}  minutes spoken")
