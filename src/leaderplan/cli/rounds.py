"""merge, rounds and round: what came back, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from leaderplan.cli.completing import files
from leaderplan.cli.outcome import print_step
from leaderplan.cli.place import plan_option
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.streams import typed_in
from leaderplan.cli.target import find, open_plan, short
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _, _n
from leaderplan.domain.plain import to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Fate, Person, Round, StrayAnswer
from leaderplan.domain.review import merging, working
from leaderplan.domain.review.anchor import anchor
from leaderplan.domain.review.merging import Merge, Offered
from leaderplan.domain.review.rounds import Standing, standing, unplaced
from leaderplan.domain.review.rounds import rounds as all_rounds
from leaderplan.domain.review.threads import Thread
from leaderplan.errors import UserError
from leaderplan.exchange.guard import read_stream
from leaderplan.places import today
from leaderplan.report.layout import PAGE_NAMES
from leaderplan.store import Step, Workspace
from leaderplan.upkeep import reviews

_SECRETS = ("key", "identity", "snapshot", "scope")


@click.command("merge")
@plan_option
@click.argument("answers", nargs=-1, required=True, metavar="ANSWER...", shell_complete=files)
@click.option("--dry-run", is_flag=True, help="Only say what they would bring.")
@json_option
def merge(answers: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Take answers of mentors in, each as one step: files, saved mails, or standard input with “-”.

    All are read first, and where one cannot be read nothing is stored. What is known already changes nothing.
    """
    with open_plan() as workspace:
        offers = [_offered(workspace, each, among=len(answers)) for each in answers]
        taken: list[tuple[Merge, Step | None]]
        if dry_run:
            taken = [(found, None) for found in reviews.foreseen(workspace, offers, today())]
        else:
            taken = [reviews.take_in(workspace, offer, today(), ENGLISH.say) for offer in offers]
    if as_json:
        print_json([_plain(file, *each) for file, each in zip(answers, taken, strict=True)])
        return
    for file, (found, _step) in zip(answers, taken, strict=True):
        _tell(file, found)
    if dry_run:
        say(_("Nothing was stored."))


def _offered(workspace: Workspace, file: str, among: int) -> Offered:
    """What an answer brings; a UserError says which of several it is about."""
    try:
        if file != "-":
            return reviews.read_answer(workspace, Path(file), today())
        name = ENGLISH.say(_("standard input"))
        return reviews.offered(workspace, read_stream(typed_in(), name, reviews.LARGEST_ANSWER), name, today())
    except UserError as error:
        if among == 1:
            raise
        happened = _("Nothing was taken in, because of {file}. {happened}", file=file, happened=error.happened)
        raise UserError(happened, error.todo) from None


def _plain(file: str, found: Merge, step: Step | None) -> dict[str, Any]:
    return {
        "file": file,
        "author": found.answer.author,
        "round": found.round.id if found.round else None,
        "in_file": found.in_file,
        "new": len(found.new),
        "known": found.known,
        "unplaced": found.unplaced,
        "rejected": len(found.rejected),
        "reasons": [
            {"number": each.number, "id": each.id or None, "reason": ENGLISH.say(each.reason)}
            for each in found.rejected
        ],
        "step": step.id if step else None,
    }


def _tell(file: str, found: Merge) -> None:
    round = found.round.title if found.round else _("no round of this plan")
    say(_("{file}: from {author}, for {round}.", file=file, author=found.answer.author, round=round))
    notes = [
        _n("{count} comment: {new} new, {known} known, {rejected} rejected.",
           "{count} comments: {new} new, {known} known, {rejected} rejected.", found.in_file,
           new=len(found.new), known=found.known, rejected=len(found.rejected))
    ]  # fmt: skip
    if found.unplaced:
        notes.append(
            _n("What {count} of the new is about is gone; it waits to be placed.",
               "What {count} of the new are about is gone; they wait to be placed.", found.unplaced)
        )  # fmt: skip
    notes += [_("Rejected, {reason}", reason=reason) for reason in merging.reasons(found.rejected)]
    if found.rejected:
        notes.append(_("The answer is kept aside as a whole, so that nothing of it is lost."))
    for note in notes:
        line(f"  {ENGLISH.say(note)}")


@click.command("rounds")
@plan_option
@json_option
def rounds(as_json: bool) -> None:
    """The rounds of review, newest first, with every comment and what became of it."""
    with open_plan() as workspace:
        plan = workspace.plan
    found = [standing(plan, round) for round in all_rounds(plan)]
    if as_json:
        print_json([_round(plan, one) for one in found])
        return
    for one in found:
        _tell_round(plan, one)
    if not found:
        say(_("{things}: none.", things=Round.many))
    if kept := len(plan.all(StrayAnswer)):
        say(
            _n("{count} answer is kept aside: “leaderplan list stray_answer” shows it.",
               "{count} answers are kept aside: “leaderplan list stray_answer” shows them.", kept)
        )  # fmt: skip


def _round(plan: Plan, one: Standing) -> dict[str, Any]:
    mentor = plan.get(Person, one.round.mentor)
    held = {name: value for name, value in to_plain(one.round).items() if name not in _SECRETS}
    return held | {
        "mentor_name": mentor.name if mentor else None,
        "state": one.state.value,
        "total": one.total,
        "fates": {fate.value: one.fates.get(fate, 0) for fate in Fate},
        "withdrawn": one.withdrawn,
        "unplaced": len(unplaced(plan, one.round)),
        "comments": [_thread(plan, thread) for thread in one.threads],
    }


def _thread(plan: Plan, thread: Thread) -> dict[str, Any]:
    """A comment as it stands now, with its earlier versions and with what was answered."""
    at = anchor(plan, thread.latest)
    return to_plain(thread.latest) | {
        "fate": None if thread.withdrawn else thread.fate.value,
        "withdrawn": thread.withdrawn,
        "place": at.hold.name.lower(),
        "unchanged": at.unchanged,
        "versions": [to_plain(version) for version in thread.versions[:-1]],
        "answers": [to_plain(answer) for answer in thread.answers],
    }


def _tell_round(plan: Plan, one: Standing) -> None:
    line(f"{short(one.round.id)}  {one.round.title}  ({ENGLISH.say(one.state.label)})")
    for thread in one.threads:
        latest, at = thread.said, anchor(plan, thread.latest)
        fate = _("withdrawn") if thread.withdrawn else thread.fate.label
        about = at.record.heading if at.record else ""
        kind = ENGLISH.say(latest.kind.label) if latest.kind else ""
        line(f"  {short(latest.id)}  {ENGLISH.say(fate):10} {kind:12} {about}")
        for text in (latest.text, latest.proposed and f"→ {latest.proposed}", thread.latest.reason):
            for row in filter(None, text.split("\n")):
                line(f"      {row}")
        for answer in thread.answers:
            line(f"      {answer.author}: {answer.text}")


@click.group("round")
@plan_option
def round_() -> None:
    """One round of review: print it, close it, or open it again."""


@round_.command("report")
@plan_option
@click.argument("round_", metavar="ROUND")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The PDF to write."
)
@click.option("--page", type=click.Choice(PAGE_NAMES, case_sensitive=False), help="The size of the page.")
@json_option
@click.pass_context
def report(ctx: click.Context, round_: str, output: Path, page: str | None, as_json: bool) -> None:
    """Print every comment of ROUND with what became of it."""
    from leaderplan.cli.documents import document

    ctx.invoke(document, layout="review-report", output=output, record=round_, selected=(), page=page, as_json=as_json)


@round_.command("close")
@plan_option
@click.argument("round_", metavar="ROUND")
@json_option
def close(round_: str, as_json: bool) -> None:
    """Close ROUND; what is still open in it stays open."""
    _settle(round_, lambda plan, round: working.close(plan, round, today()), as_json)


@round_.command("open")
@plan_option
@click.argument("round_", metavar="ROUND")
@json_option
def open_again(round_: str, as_json: bool) -> None:
    """Open ROUND again."""
    _settle(round_, working.open_again, as_json)


def _settle(end: str, way: Callable[[Plan, Round], ChangeSet], as_json: bool) -> None:
    with open_plan() as workspace:
        edit = way(workspace.plan, found_round(workspace.plan, end))
        step = workspace.commit(edit)
    print_step(step.id if step else None, edit, as_json)


def found_round(plan: Plan, end: str) -> Round:
    """The round that an id or its end names; a UserError for any other record."""
    found = find(plan, end)
    if not isinstance(found, Round):
        raise UserError(
            _("“{end}” is no round of review.", end=end), _("“leaderplan rounds” lists them with their ids.")
        )
    return found
