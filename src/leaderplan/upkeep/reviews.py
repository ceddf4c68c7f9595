"""Reviews on the planner's side: joins the files with the store, for the commands and the window alike."""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from leaderplan import __version__
from leaderplan.domain import edits
from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Profile, Round, StrayAnswer
from leaderplan.domain.review import merging, sending
from leaderplan.domain.review.merging import Merge, Offered
from leaderplan.domain.review.rounds import next_title
from leaderplan.domain.review.sending import Share, Wish
from leaderplan.domain.selection import Selection
from leaderplan.errors import UserError
from leaderplan.exchange import sealed
from leaderplan.exchange.guard import one_line, prose, read_file
from leaderplan.exchange.review import answer, package
from leaderplan.exchange.review.layout import LARGEST_JSON, LONGEST_LINE
from leaderplan.exchange.review.manifest import Head
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.review.proof import new_key
from leaderplan.exchange.sealed import Key
from leaderplan.store import Workspace
from leaderplan.store.steps import Step
from leaderplan.upkeep.writing import demand_elsewhere, named, staged, write_through

BY = "share"
"""What made the steps of sending, in the history."""

Beside = Callable[[Review], tuple[Path, bytes]]
"""Makes one more file of what is sent, such as the form for a browser: where it goes, and its bytes."""

LARGEST_ANSWER = LARGEST_JSON * 2
"""Bytes of an answer, which is larger as text for a mail."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something is sent, and in which language what the program says in it is written."""

    at: datetime
    today: date
    language: Language


@dataclass(frozen=True, slots=True)
class Sent:
    """A round that was sent: what was stored, and the file as it was written, before it was sealed.

    ``without`` is the file beside it, where that could not be given its name in the end.
    """

    round: str
    step: Step | None
    review: Review
    without: Path | None = None


def goes(plan: Plan, wish: Wish) -> Selection:
    """Exactly what would leave; raises UserError where a file of the evidence is wanted that is not there."""
    known = wish.mentor.id if plan.find(wish.mentor.id) else None
    return sending.selected(plan, wish.wanted, known)


def send(
    workspace: Workspace, wish: Wish, target: Path, key: Key | None, stamp: Stamp, beside: Beside | None = None
) -> Sent:
    """Write the review file, sealed where there is a key, and note the round; ``beside`` makes one more file of it.

    The round is stored before the file has its name, so that no answer can ever come to a round that nobody knows.
    Raises UserError; then nothing was stored, or it says that the round was, and that its file can be saved again.
    """
    demand_elsewhere(workspace.folder, target)
    wish = _settled(wish)
    plan = workspace.plan
    selection = goes(plan, wish)
    title = wish.title or stamp.language.say(next_title(plan, wish.mentor))
    share = Share(new_id(), title, secrets.token_hex(16), new_key(), key.identity if key else "")
    head = _head(plan, share, wish, stamp)
    data = package.write(head, selection.plan, workspace.blobs.read)
    review = package.read(io.BytesIO(data))
    files = {target: _sealed(data, key)}
    if beside is not None:
        place, made = beside(review)
        demand_elsewhere(workspace.folder, place)
        files[place] = made
    with staged(files) as name_them:
        snapshot = workspace.blobs.keep(data, f"{title}.zip")
        edit = sending.sent(plan, share, wish.mentor, wish.message, selection, snapshot, stamp.today)
        step = workspace.commit(edit, BY)
        failed = name_them()
    if target in failed:
        raise UserError(
            _("{title} is noted in the plan, but its file could not be written to {file}.",
              title=title, file=str(target)),
            _("Do not send it again: save the file of that round elsewhere, from the page of reviews."),
        )  # fmt: skip
    return Sent(share.round, step, review, next(iter(failed), None))


def _settled(wish: Wish) -> Wish:
    """With its texts as the file may hold them; raises UserError for a message that is too long."""
    message = prose(wish.message)
    if len(message) > LONGEST_TEXT:
        raise UserError(_("The message is longer than {most} characters.", most=LONGEST_TEXT), _("Shorten it."))
    return replace(wish, message=message, title=one_line(wish.title)[:LONGEST_LINE])


def _head(plan: Plan, share: Share, wish: Wish, stamp: Stamp) -> Head:
    profile = plan.all(Profile)[0]
    return Head(
        plan=profile.id,
        round=share.round,
        share=share.share,
        key=share.key,
        title=share.title[:LONGEST_LINE],
        sender=profile.name[:LONGEST_LINE],
        mentor=wish.mentor.name[:LONGEST_LINE],
        message=wish.message,
        language=stamp.language.tag,
        written_at=stamp.at,
        written_by=__version__,
    )


def save_again(workspace: Workspace, round: Round, target: Path, key: Key | None) -> None:
    """Write the file of a round once more, under another key or none; answers to either are taken in."""
    demand_elsewhere(workspace.folder, target)
    if round.snapshot is None:
        raise UserError(_("What was sent in this round was erased from the plan."), _("Send a new round instead."))
    data = workspace.blobs.read(round.snapshot)
    with named(target) as part:
        write_through(part, _sealed(data, key))
        if key is not None:
            identities = " ".join(dict.fromkeys((*round.identity.split(), key.identity)))
            label = _("Save the file of {title} again", title=round.title)
            workspace.commit(edits.alter(workspace.plan, round, label=label, identity=identities), BY)


def _sealed(data: bytes, key: Key | None) -> bytes:
    if key is None:
        return data
    out = io.BytesIO()
    sealed.seal(io.BytesIO(data), out, key)
    return out.getvalue()


def as_sent(workspace: Workspace, round: Round) -> Review | None:
    """What a mentor read in this round; None where it was erased. Raises UserError where the file is damaged."""
    if round.snapshot is None:
        return None
    return package.read(io.BytesIO(workspace.blobs.read(round.snapshot)))


def read_answer(workspace: Workspace, file: Path, today: date) -> Offered:
    """What an answer file, or a text that holds an answer, brings; raises UserError where it brings nothing."""
    return offered(workspace, read_file(file, LARGEST_ANSWER), file.name, today)


def offered(workspace: Workspace, data: bytes, name: str, today: date) -> Offered:
    """The same for bytes that were read or pasted already."""
    plain = data
    if sealed.is_sealed_bytes(data):
        identities = [key for round in workspace.plan.all(Round) for key in round.identity.split()]
        opened = sealed.open_bytes(data, identities)
        if opened is None:
            raise UserError(
                _("{name} is sealed, and no round of this plan has its key.", name=name),
                _("Open the plan from which the review was sent, or ask for the answer again."),
            )
        plain = opened
    return Offered(_merge(workspace, answer.read(plain, name, workspace.plan), today), plain, name)


def _merge(workspace: Workspace, found: merging.Answer, today: date) -> Merge:
    round = workspace.plan.get(Round, found.round)
    return merging.merge(workspace.plan, found, sent_plan(workspace, round), today)


def sent_plan(workspace: Workspace, round: Round | None) -> Plan | None:
    """What was sent, where it can still be read: that a copy is damaged keeps no answer out."""
    try:
        review = as_sent(workspace, round) if round else None
    except UserError:
        return None
    return review.plan if review else None


def foreseen(workspace: Workspace, offers: Iterable[Offered], today: date) -> list[Merge]:
    """What taking these answers in, one after the other, would do."""
    plan, merges = workspace.plan, []
    for offer in offers:
        found = offer.merge.answer
        merges.append(merging.merge(plan, found, sent_plan(workspace, plan.get(Round, found.round)), today))
        plan = plan.after(merges[-1].edit)
    return merges


def take_in(workspace: Workspace, offer: Offered, today: date, say: Callable[[Message], str],
            by: str = "merge") -> tuple[Merge, Step | None]:  # fmt: skip
    """Store what an answer brings as one step, as the plan stands now; nothing where all of it is known.

    Where something is rejected, the answer's file is kept aside. Raises UserError; then nothing was stored.
    """
    workspace.poll()
    merge = _merge(workspace, offer.merge.answer, today)
    edit = merge.edit
    if merging.is_kept(workspace.plan, merge, hashlib.sha256(offer.data).hexdigest()):
        kept = workspace.blobs.keep(offer.data, offer.name)
        edit = merging.kept_aside(workspace.plan, merge, kept, today, new_id, say)
    return merge, workspace.commit(edit, by)


def stray_text(workspace: Workspace, stray: StrayAnswer) -> merging.Answer | None:
    """What an answer that was kept aside says; None where it cannot be read."""
    if stray.attachment is None:
        return None
    try:
        return answer.read(workspace.blobs.read(stray.attachment), stray.title, workspace.plan)
    except UserError:
        return None
