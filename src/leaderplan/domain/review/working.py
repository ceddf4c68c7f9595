"""What the planner makes of a comment: one edit for each, and the sentence that says why one cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import called
from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Action,
    Assessment,
    Collaboration,
    Comment,
    CommentKind,
    Evidence,
    EvidenceKind,
    Fate,
    Profile,
    Round,
)
from leaderplan.domain.review.anchor import Anchor, Hold, anchor
from leaderplan.domain.review.seen import record_hash
from leaderplan.domain.review.threads import thread_of
from leaderplan.errors import UserError

NewId = Callable[[], str]
Made = TypeVar("Made", Assessment, Evidence)


def hindrance(plan: Plan, comment: Comment) -> Message | None:
    """Why a suggestion cannot be put into the text as it is; None where it can, and for what is no suggestion."""
    if comment.kind is not CommentKind.SUGGESTION:
        return None
    at = anchor(plan, comment)
    if at.hold in (Hold.UNPLACED, Hold.RECORD, Hold.PLAN):
        return _("The text that it would change is gone.")
    if not _is_text(at):
        return _("Only words can be put in by themselves: change it where it stands.")
    if comment.quote and (at.span is None or not at.span.sure):
        return _("The old words do not stand there any more, or more than once.")
    if not comment.quote and not at.unchanged:
        return _("You have changed this text since.")
    return None


def suggested(plan: Plan, comment: Comment) -> str | None:
    """The whole text of the field once a suggestion was put in; None where it cannot be."""
    if comment.kind is not CommentKind.SUGGESTION or hindrance(plan, comment):
        return None
    at = anchor(plan, comment)
    start, end = (at.span.start, at.span.end) if at.span else (0, len(at.text))
    text = at.text[:start] + comment.proposed + at.text[end:]
    return " ".join(text.split()) if _spec_kind(at) is Kind.TEXT else text


def accept(plan: Plan, comment: Comment, today: date, new_id: NewId, reason: str = "") -> ChangeSet:
    """Do what the comment asks for, in one step: new words go into the text, a rating beside one's own, a testimonial
    among the evidence. Raises UserError where that cannot be.
    """
    fated = _fated(plan, comment, Fate.ACCEPTED, reason, _("Accept what {author} says", author=comment.author))
    match comment.kind:
        case CommentKind.SUGGESTION:
            return merged(fated.label, (_put_in(plan, comment), fated))
        case CommentKind.RATING:
            return merged(fated.label, (_put_beside(plan, comment, today, new_id), fated))
        case CommentKind.TESTIMONIAL:
            return merged(fated.label, (_confirmed(plan, comment, today, new_id), fated))
    return fated


def _put_in(plan: Plan, comment: Comment) -> ChangeSet:
    why, text, at = hindrance(plan, comment), suggested(plan, comment), anchor(plan, comment)
    if text is None or at.record is None:
        raise UserError(
            why or _("It proposes no words."), _("Change the text yourself beside the proposal, then mark it as done.")
        )
    return edits.put(plan, replace(at.record, **{at.field: text}))


def _put_beside(plan: Plan, comment: Comment, today: date, new_id: NewId) -> ChangeSet:
    """A mentor's level stands in the matrix beside one's own, and is never mixed with it."""
    round = plan.get(Round, comment.round)
    at = anchor(plan, comment)
    if at.record is None or plan.find(comment.level) is None:
        raise UserError(
            _("The competency or the level that it rates is gone."), _("Decline it with a reason, or answer it.")
        )
    if round is None or round.mentor is None:
        raise UserError(
            _("The plan does not say who the mentor of this round is."), _("Choose the person in the round first.")
        )
    held = _made_of(plan, comment, plan.all(Assessment))
    rating = replace(
        held or Assessment(id=new_id()),
        competency=at.record.id,
        level=comment.level,
        by=round.mentor,
        on=_written(comment, today),
        note=comment.text,
        comment=comment.id,
    )
    return edits.put(plan, rating)


def _confirmed(plan: Plan, comment: Comment, today: date, new_id: NewId) -> ChangeSet:
    """Praise becomes evidence, bound to the text as it stands at this moment, which the planner has seen."""
    round = plan.get(Round, comment.round)
    record = anchor(plan, comment).record
    if not isinstance(record, (Achievement, Collaboration)):
        raise UserError(
            _("What the testimonial was given on is gone."), _("Place it first, or decline it with a reason.")
        )
    held = _made_of(plan, comment, plan.all(Evidence))
    words = replace(
        held or Evidence(id=new_id(), title=comment.author, kind=EvidenceKind.QUOTE, supports=(record.id,)),
        quote=comment.text,
        said_by=round.mentor if round else None,
        on=_written(comment, today),
        comment=comment.id,
        given_on=record_hash(record),
    )
    return edits.put(plan, words)


def _made_of(plan: Plan, comment: Comment, made: Iterable[Made]) -> Made | None:
    """What an earlier version of a comment, or the same that was opened again, became: it is renewed, not doubled."""
    thread = thread_of(plan, comment)
    versions = {version.id for version in thread.versions} if thread else {comment.id}
    return next((each for each in made if each.comment in versions), None)


def confirm_again(plan: Plan, words: Evidence) -> ChangeSet:
    """Let words from a review stand beside the text as it is now."""
    record = next((record for id in words.supports if (record := plan.find(id))), None)
    if record is None:
        raise UserError(_("What these words were said about is gone."), _("Remove them, or link them to another."))
    label = _("Confirm the words of {name}", name=called(words))
    return edits.alter(plan, words, label=label, given_on=record_hash(record))


def is_out_of_date(plan: Plan, words: Evidence) -> bool:
    """Whether words from a review were given on a text that is another one by now, so that they are not printed."""
    found = [record for id in words.supports if (record := plan.find(id))]
    return bool(words.given_on) and all(record_hash(record) != words.given_on for record in found)


def decline(plan: Plan, comment: Comment, reason: str) -> ChangeSet:
    """Say no, and why; raises UserError without a reason, which the mentor reads with the next round."""
    if not reason.strip():
        raise UserError(_("A comment is declined with a reason."), _("Write one sentence: the mentor will read it."))
    return _fated(plan, comment, Fate.DECLINED, reason.strip(), _("Decline what {author} says", author=comment.author))


def mark_done(plan: Plan, comment: Comment, reason: str = "") -> ChangeSet:
    """It is dealt with."""
    return _fated(plan, comment, Fate.DONE, reason.strip(), _("Mark as done what {author} says", author=comment.author))


def reopen(plan: Plan, comment: Comment) -> ChangeSet:
    """It is not dealt with after all; what was changed because of it stays."""
    return _fated(plan, comment, Fate.OPEN, "", _("Open again what {author} says", author=comment.author))


def _fated(plan: Plan, comment: Comment, fate: Fate, reason: str, label: Message) -> ChangeSet:
    return edits.alter(plan, comment, label=label, fate=fate, reason=reason)


def answer(plan: Plan, comment: Comment, text: str, now: datetime, new_id: NewId) -> ChangeSet:
    """Say something back, which the mentor reads with the next round; raises UserError for an empty text."""
    if not text.strip():
        raise UserError(_("The answer is empty."), _("Write what you want to say."))
    profile = next(iter(plan.all(Profile)), None)
    said = Comment(
        id=new_id(), round=comment.round, parent=comment.id, record=comment.record, of_table=comment.of_table,
        field=comment.field, kind=CommentKind.ANSWER, text=text.strip(), author=profile.name if profile else "",
        written_at=now,
    )  # fmt: skip
    return edits.add(said, label=_("Answer {author}", author=comment.author))


def act(plan: Plan, comment: Comment, title: str, due: PartialDate | None, new_id: NewId) -> ChangeSet:
    """Turn a comment into something to do; it counts as accepted."""
    label = _("Make an action of what {author} says", author=comment.author)
    action = Action(id=new_id(), title=title.strip(), of=comment.id, due=due)
    return merged(label, (edits.add(action), _fated(plan, comment, Fate.ACCEPTED, comment.reason, label)))


def place(plan: Plan, comment: Comment, record: Record) -> ChangeSet:
    """Put a comment whose text is gone where it belongs now."""
    return edits.alter(plan, comment, label=_("Place what {author} says", author=comment.author), placed=record.id)


def close(plan: Plan, round: Round, today: date) -> ChangeSet:
    """The round is worked through; what is still open stays open and can be seen."""
    return edits.alter(plan, round, label=_("Close {name}", name=called(round)), closed_on=PartialDate.of(today))


def open_again(plan: Plan, round: Round) -> ChangeSet:
    """The round goes on."""
    return edits.alter(plan, round, label=_("Open {name} again", name=called(round)), closed_on=None)


def _spec_kind(at: Anchor) -> Kind | None:
    spec: Any = specs(type(at.record)).get(at.field) if at.record else None
    return spec.kind if spec else None


def _is_text(at: Anchor) -> bool:
    return _spec_kind(at) in (Kind.TEXT, Kind.PROSE)


def _written(comment: Comment, today: date) -> PartialDate:
    """The day on which it was written, as its author says; never one that is still to come."""
    written = comment.written_at.astimezone().date() if comment.written_at else today
    return PartialDate.of(min(written, today))
