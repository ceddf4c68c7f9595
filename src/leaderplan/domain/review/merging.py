"""An answer beside the plan: what of it is new, what is known, and what cannot be taken in.

Nothing of the planner's is altered here: the edit holds new comments, and at most the answer's file kept aside.
Whether a comment is taken in does not depend on which others came before, save one that has its id: one that would
stand in the place of what somebody else said is taken in, and stands for itself (``threads.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.checks import problems
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, specs
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Collaboration,
    Comment,
    CommentKind,
    Competency,
    Fate,
    Level,
    Record,
    Round,
    StrayAnswer,
)
from leaderplan.domain.review.anchor import is_unplaced
from leaderplan.domain.review.seen import seen_hash

PLANNERS = ("came_on", "fate", "reason", "placed", "seen_hash")
"""The fields of a comment that no answer sets."""

_PRAISED = (Achievement, Collaboration)


@dataclass(frozen=True, slots=True)
class Said:
    """One entry of an answer by its place in the file, from 1: the comment, or why it is none."""

    number: int
    comment: Comment | None
    trouble: Message | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer file says: of which plan, round and share, by whom as they state it, and every entry of it.

    ``proven`` is whether the key of the share was used on exactly this answer; ``None`` where the round is not known.
    """

    plan: str
    round: str
    share: str
    author: str
    written_at: datetime
    said: tuple[Said, ...]
    proven: bool | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that was not taken in, and why. ``id`` is empty where it has none."""

    number: int
    id: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging an answer does: ``in_file`` entries are the ``new``, the ``known`` and the ``rejected``.

    ``unplaced`` counts the new ones whose text is gone. ``round`` is None where the answer fits none of the plan.
    """

    edit: ChangeSet
    answer: Answer
    round: Round | None
    new: tuple[Comment, ...]
    known: int
    rejected: tuple[Rejected, ...]
    unplaced: int

    @property
    def in_file(self) -> int:
        """How many entries the answer holds."""
        return len(self.answer.said)


@dataclass(frozen=True, slots=True)
class Offered:
    """An answer that was read and not stored yet: what it would do, and the bytes and the name with which it came."""

    merge: Merge
    data: bytes
    name: str


def merge(plan: Plan, answer: Answer, sent: Plan | None, today: date) -> Merge:
    """What ``answer`` brings to ``plan``; ``sent`` is what the mentor read, None where that is not at hand any more.

    An answer that was not made from the share, or fits no round, brings nothing, and each entry is rejected.
    """
    round = plan.get(Round, answer.round)
    if round is not None and round.share != answer.share:
        round = None
    if round is None or answer.proven is not True:
        why = _unknown_round() if round is None else _not_from_this_share()
        rejected = tuple(Rejected(entry.number, _id(entry), why) for entry in answer.said)
        return Merge(ChangeSet(_label(answer), ()), answer, round, (), 0, rejected, 0)
    taking = _Taking(plan, round, sent, PartialDate.of(today))
    for entry in answer.said:
        taking.take(entry)
    edit = ChangeSet(_label(answer), edits.add(*taking.new.values()).changes)
    lost = sum(is_unplaced(plan, comment) for comment in taking.new.values())
    return Merge(edit, answer, round, tuple(taking.new.values()), taking.known, tuple(taking.rejected), lost)


def is_kept(plan: Plan, merge: Merge, sha256: str) -> bool:
    """Whether the answer's file, by its digest, is to be kept aside: something was rejected, and it is not kept yet.

    A file that is about something that was erased for good is not kept: it would bring back what was to be gone.
    """
    known = any(stray.attachment and stray.attachment.sha256 == sha256 for stray in plan.all(StrayAnswer))
    return bool(merge.rejected) and not known and all(each.reason != _erased() for each in merge.rejected)


def kept_aside(
    plan: Plan, merge: Merge, file: Attachment, today: date, new_id: Callable[[], str], say: Callable[[Message], str]
) -> ChangeSet:
    """The edit of ``merge``, with the answer's file kept aside where it is to be (:func:`is_kept`)."""
    if not is_kept(plan, merge, file.sha256):
        return merge.edit
    stray = StrayAnswer(
        id=new_id(),
        title=file.name or say(_("Answer")),
        round=merge.round.id if merge.round else None,
        author=merge.answer.author,
        came_on=PartialDate.of(today),
        attachment=file,
        reason="\n".join(map(say, reasons(merge.rejected))),
    )
    return ChangeSet(merge.edit.label, (*merge.edit.changes, *edits.add(stray).changes))


def reasons(rejected: Iterable[Rejected]) -> tuple[Message, ...]:
    """Each reason once, with the number of entries to which it applies, the first twenty."""
    counts: dict[Message, int] = {}
    for each in rejected:
        counts[each.reason] = counts.get(each.reason, 0) + 1
    return tuple(
        _n("{count} comment: {reason}", "{count} comments: {reason}", count, reason=reason)
        for reason, count in list(counts.items())[:20]
    )


class _Taking:
    """One answer on its way in."""

    def __init__(self, plan: Plan, round: Round, sent: Plan | None, today: PartialDate) -> None:
        self.new: dict[str, Comment] = {}
        self.known = 0
        self.rejected: list[Rejected] = []
        self._plan, self._round, self._was_sent, self._today = plan, round, sent, today
        self._shared = frozenset(round.scope)

    def take(self, entry: Said) -> None:
        """Take one entry in, or note why not."""
        comment = entry.comment
        if comment is None:
            self._reject(entry, entry.trouble or _("it cannot be read."))
            return
        comment = replace(comment, round=self._round.id)
        held = self.new.get(comment.id) or self._plan.find(comment.id)
        if held is not None:
            if isinstance(held, Comment) and same_words(held, comment):
                self.known += 1
            else:
                self._reject(entry, _("something else came under the same id before; what came first stays."))
            return
        sent = self._sent(comment)
        trouble = self._trouble(comment, sent)
        if trouble is not None:
            self._reject(entry, trouble)
            return
        self.new[comment.id] = replace(
            comment,
            came_on=self._today,
            fate=_fate(comment),
            reason="",
            placed=None,
            seen_hash=seen_hash(sent, comment.field),
        )

    def _sent(self, comment: Comment) -> Record | None:
        """What the comment is about as the mentor read it, else as it is."""
        return (self._was_sent.find(comment.record) if self._was_sent else None) or self._plan.find(comment.record)

    def _trouble(self, comment: Comment, record: Record | None) -> Message | None:
        if comment.kind is CommentKind.ANSWER:
            return _("only the planner answers.")
        return self._trouble_with_place(comment, record) or _unstorable(self._plan, comment)

    def _trouble_with_place(self, comment: Comment, record: Record | None) -> Message | None:
        """It is about what was sent. A testimonial is on a piece of work, a rating of a competency with a level."""
        if comment.record and comment.record not in self._shared:
            return _erased() if self._round.snapshot is None else _("it is about something that was not sent.")
        if record is not None and comment.field and not _leaves(record, comment.field):
            return _("it is about a part that was not sent.")
        if comment.kind is CommentKind.RATING and not self._rates(record, comment):
            return _("it rates no competency, or at no level of it.")
        praises = comment.kind is CommentKind.TESTIMONIAL
        if praises and (not comment.record or (record is not None and not isinstance(record, _PRAISED))):
            return _("a testimonial is given on a story or a collaboration.")
        return None

    def _rates(self, record: Record | None, comment: Comment) -> bool:
        level = self._plan.get(Level, comment.level) or (
            self._was_sent.get(Level, comment.level) if self._was_sent else None
        )
        return isinstance(record, Competency) and level is not None and level.framework == record.framework

    def _reject(self, entry: Said, why: Message) -> None:
        self.rejected.append(Rejected(entry.number, _id(entry), why))


def same_words(one: Comment, other: Comment) -> bool:
    """Whether two comments say the same, whatever the planner made of either."""
    return all(getattr(one, name) == getattr(other, name) for name in specs(Comment) if name not in PLANNERS)


def _fate(comment: Comment) -> Fate | None:
    """A withdrawn comment asks for nothing."""
    return None if comment.kind is CommentKind.WITHDRAWN else Fate.OPEN


def _unstorable(plan: Plan, comment: Comment) -> Message | None:
    """What keeps it out of a plan that holds what it refers to: whatever it refers to may come later, or be gone."""
    found = problems(plan, comment)
    return found[0].message if found else None


def _leaves(record: Record, field: str) -> bool:
    spec = specs(type(record)).get(field)
    return spec is not None and spec.shared


def _id(entry: Said) -> str:
    return entry.comment.id if entry.comment else ""


def _label(answer: Answer) -> Message:
    return _("Take in what {author} says", author=answer.author)


def _erased() -> Message:
    return _("it is about something that was erased for good, or was not sent; so the file is not kept.")


def _unknown_round() -> Message:
    return _("no round of this plan sent the file that it answers; the round may be in the bin.")


def _not_from_this_share() -> Message:
    return _("it was not made from the file that was sent, or it was changed afterwards.")
