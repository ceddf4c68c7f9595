"""share: a frozen part of the plan for a mentor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from leaderplan.cli.outcome import changed_records
from leaderplan.cli.overwriting import demand_free, force_option
from leaderplan.cli.passages import plain_files, plain_records, print_passages
from leaderplan.cli.passphrases import first_line, passphrase_option
from leaderplan.cli.place import plan_option
from leaderplan.cli.progress import progress
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.target import find, open_plan
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Profile
from leaderplan.domain.review.sending import STAND_ALONE, Wanted, Wish, everything, mentor_named
from leaderplan.domain.selection import Selection
from leaderplan.errors import UserError
from leaderplan.exchange import sealed
from leaderplan.exchange.guard import one_line, prose
from leaderplan.places import today
from leaderplan.store.steps import now
from leaderplan.upkeep import reviews
from leaderplan.upkeep.reviews import Sent, Stamp


@click.command("share")
@plan_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="The review file; a dry run needs none."
)
@click.option("--mentor", required=True, metavar="NAME", help="Who is to read it.")
@click.option(
    "--select", "chosen", multiple=True, metavar="RECORD", help="This story or collaboration; all if none is given."
)
@click.option("--message", default="", metavar="TEXT", help="What you want to know of them.")
@passphrase_option("What is to seal it.")
@click.option("--dry-run", is_flag=True, help="Only say exactly what would leave.")
@force_option
@json_option
def share(
    output: Path | None,
    mentor: str,
    chosen: tuple[str, ...],
    message: str,
    passphrase_file: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Freeze a part of the plan into a review file for a mentor, and note the round."""
    if output is None and not dry_run:
        raise click.MissingParameter(param_hint="'-o'", param_type="option")
    with open_plan() as workspace:
        wish = _wish(workspace.plan, mentor, chosen, message)
        told = _Told(workspace.plan, wish, reviews.goes(workspace.plan, wish), passphrase_file is not None)
        if dry_run or output is None:
            told.foretell(as_json)
            return
        demand_free(output)
        key = sealed.new_key(first_line(passphrase_file)) if passphrase_file else None
        with progress(_("Writing the review file")):
            sent = reviews.send(workspace, wish, output.absolute(), key, Stamp(now(), today(), ENGLISH))
    told.tell(sent, output, as_json)


def _wish(plan: Plan, mentor: str, chosen: tuple[str, ...], message: str) -> Wish:
    name = one_line(mentor)
    if not name:
        raise UserError(_("The mentor has no name."), _("Give it with --mentor."))
    wanted = Wanted(frozenset(_chosen(plan, end) for end in chosen)) if chosen else everything(plan)
    return Wish(wanted, mentor_named(plan, name), prose(message))


def _chosen(plan: Plan, end: str) -> str:
    record = find(plan, end)
    if not isinstance(record, STAND_ALONE):
        raise UserError(
            _("“{end}” is none of the records that are chosen one by one.", end=end),
            _("Choose among {tables}: all else goes with them.", tables=tuple(kind.many for kind in STAND_ALONE)),
        )
    return record.id


@dataclass(frozen=True, slots=True)
class _Told:
    """What a share says of itself, before or after it was written."""

    plan: Plan
    wish: Wish
    goes: Selection
    is_sealed: bool

    def foretell(self, as_json: bool) -> None:
        """Exactly what would leave, and what stays."""
        profile = self.plan.all(Profile)[0]
        if as_json:
            print_json(
                {
                    "from": profile.name,
                    "to": self.wish.mentor.name,
                    "message": self.wish.message,
                    "sealed": self.is_sealed,
                    "records": plain_records(self.goes.plan),
                    "files": plain_files(self.goes.plan),
                    "left_out": self._left_out(),
                    "notes": [ENGLISH.say(note) for note in self._notes()],
                }
            )
            return
        say(_("From {sender} to {mentor}.", sender=profile.name, mentor=self.wish.mentor.name))
        if self.wish.message:
            say(_("Message: {text}", text=self.wish.message))
        print_passages(self.goes.plan)
        line("")
        say(_n("{count} record would leave.", "{count} records would leave.", len(self.goes.plan)))
        for note in (*self._staying(), *self._notes()):
            say(note)
        say(_("Nothing was written, and nothing was stored."))

    def tell(self, sent: Sent, output: Path, as_json: bool) -> None:
        """What was written and stored."""
        assert sent.step is not None
        head = sent.review.head
        written = _n(
            "{count} record is in {file}, for {mentor}: {title}.",
            "{count} records are in {file}, for {mentor}: {title}.",
            len(sent.review.plan), file=str(output), mentor=head.mentor, title=head.title,
        )  # fmt: skip
        if as_json:
            print_json(
                {
                    "file": str(output),
                    "size": output.stat().st_size,
                    "sealed": self.is_sealed,
                    "round": sent.round,
                    "title": head.title,
                    "left_out": self._left_out(),
                    "step": sent.step.id,
                    "records": changed_records(sent.step.touched),
                    "notes": [ENGLISH.say(note) for note in (written, *self._notes())],
                }
            )
            return
        for note in (written, *self._staying(), *self._notes()):
            say(note)

    def _left_out(self) -> list[dict[str, Any]]:
        counts = sorted((table, reason.value, count) for (reason, table), count in self.goes.counts().items())
        return [{"table": table, "reason": reason, "count": count} for table, reason, count in counts]

    def _staying(self) -> list[Message]:
        counts = sorted(self.goes.counts().items(), key=lambda each: (each[0][0].value, each[0][1]))
        return [
            _("Stays here: {count} of {things}, {reason}.", count=count, things=BY_TABLE[table].many,
              reason=reason.label)
            for (reason, table), count in counts
        ]  # fmt: skip

    def _notes(self) -> list[Message]:
        notes: list[Message] = []
        if not self.plan.find(self.wish.mentor.id):
            notes.append(_("{name} is not in the plan yet, and comes among its people.", name=self.wish.mentor.name))
        if not self.is_sealed:
            notes.append(_("The file is not sealed: whoever has it can read it."))
        return notes
