"""The rounds of the sample plan, told as if they had been sent: what went, as it was then, and what was said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from leaderplan import __version__
from leaderplan.domain.changes import Blobs
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind, Evidence, Person, Profile, Round
from leaderplan.domain.review.anchor import around, text_of
from leaderplan.domain.review.seen import record_hash, seen_hash
from leaderplan.domain.review.sending import Wanted, selected
from leaderplan.exchange.review import package
from leaderplan.exchange.review.layout import KEY_BYTES
from leaderplan.exchange.review.manifest import Head


@dataclass(frozen=True, slots=True)
class AsSent:
    """What was sent in a round: ids of ``records`` chosen, those that read differently ``before`` it came back and
    those that are ``gone`` since, and when the answer came.
    """

    round: str
    records: frozenset[str]
    before: tuple[Record, ...]
    gone: tuple[Record, ...]
    came_on: PartialDate | None


def told(plan: Plan, sendings: Iterable[AsSent], blobs: Blobs) -> Iterable[Record]:
    """The records of ``plan`` with what was sent in each round, handed to ``blobs``, and with what its comments were
    said of.
    """
    now = {record.id: record for record in plan}
    now |= {words.id: _confirmed(plan, words) for words in plan.all(Evidence) if words.comment}
    then, was = [], now
    for each in sorted(sendings, key=lambda each: str(plan.table(Round)[each.round].sent_on), reverse=True):
        was = was | {record.id: record for record in (*each.before, *each.gone)}
        then.append((each, was))
    for each, texts in reversed(then):
        said = {record.id: record for record in now.values() if isinstance(record, (Round, Comment))}
        now |= {record.id: record for record in _sent(texts | said, each, blobs)}
    return now.values()


def _confirmed(plan: Plan, words: Evidence) -> Evidence:
    """Words of a mentor that the planner confirmed for the text as it is."""
    about = plan.find(words.supports[0])
    assert about
    return replace(words, given_on=record_hash(about))


def _sent(was: Mapping[str, Record], sending: AsSent, blobs: Blobs) -> list[Record]:
    """The round and its comments, with all that sending and taking in fill in by themselves."""
    round = was[sending.round]
    assert isinstance(round, Round)
    then = Plan.of(record for record in was.values() if _was_there(record, round))
    goes = selected(then, Wanted(sending.records), round.mentor).plan
    head = _head(then, round)
    file = blobs.keep(package.write(head, goes, _no_file), f"{round.title}.zip")
    sent = replace(
        round, snapshot=file, share=head.share, key=head.key, scope=tuple(sorted(record.id for record in goes))
    )
    said = [each for each in was.values() if isinstance(each, Comment) and each.round == round.id]
    return [sent, *(_said(comment, goes, head, sending.came_on) for comment in said)]


def _was_there(record: Record, round: Round) -> bool:
    """Whether a record was there on the day on which a round was sent; of most nobody can tell."""
    on = record.sent_on if isinstance(record, Round) else getattr(record, "on", None)
    assert round.sent_on
    return on is None or on.first < round.sent_on.first


def _head(plan: Plan, round: Round) -> Head:
    [profile] = plan.all(Profile)
    assert round.sent_on
    return Head(
        plan=profile.id,
        round=round.id,
        share=_fixed("share", round, 16),
        key=_fixed("key", round, KEY_BYTES),
        title=round.title,
        sender=profile.name,
        mentor=plan.table(Person)[round.mentor or ""].name,
        message=round.message,
        language=ENGLISH.tag,
        written_at=datetime.combine(round.sent_on.first, time(12), UTC),
        written_by=__version__,
    )


def _fixed(what: str, round: Round, size: int) -> str:
    """So many bytes in hex, the same for the same round: the sample keeps no secret."""
    return hashlib.sha256(f"leaderplan:sample/{what}/{round.id}".encode()).digest()[:size].hex()


def _no_file(file: Attachment) -> bytes:
    raise AssertionError(file)


def _said(comment: Comment, goes: Plan, head: Head, came_on: PartialDate | None) -> Comment:
    """A comment with what it was said of, as the mentor read it, and by whom."""
    about = goes.find(comment.record)
    assert about or not comment.record, comment
    own = comment.kind is CommentKind.ANSWER
    start = text_of(about, comment.field).find(comment.quote)
    assert start >= 0, comment
    quote, prefix, suffix = around(text_of(about, comment.field), start, start + len(comment.quote))
    return replace(
        comment,
        of_table=about.table if about else "",
        quote=quote,
        prefix=prefix if quote else "",
        suffix=suffix if quote else "",
        seen_hash="" if own else seen_hash(about, comment.field),
        author=head.sender if own else head.mentor,
        came_on=None if own else came_on,
    )
