"""What a mentor says, as plain values: the words, how they changed, what was answered, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import called
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Action, Comment, CommentKind, Fate, Level
from leaderplan.domain.review.anchor import Hold, anchor, text_of
from leaderplan.domain.review.threads import Thread
from leaderplan.domain.review.working import hindrance
from leaderplan.domain.worddiff import Piece, PieceKind, changed_words
from leaderplan.ui.pages.reviews.about import Rank, rank_of
from leaderplan.ui.pages.reviews.wording import VERBS, near_day, said_in_short

_VERSIONS: Final = 10  # somebody may have written thousands; the report holds them all


@dataclass(frozen=True, slots=True)
class Words:
    """One version of a comment, or an answer to it: when, and what. ``change`` is what is to go and to come."""

    when: str
    verb: str
    text: str
    change: tuple[Piece, ...] = ()
    rank: Rank | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The right side of a comment. ``earlier`` are older versions, the newest first, as many of the ``older`` as are
    shown; ``answers`` the planner's.

    ``replies`` are the words to which it is an answer itself.
    """

    comment: Comment
    author: str
    replies: str
    words: Words
    earlier: tuple[Words, ...]
    older: int
    answers: tuple[Words, ...]
    withdrawn: str
    fate: Fate
    waits: bool
    reason: str
    actions: tuple[Action, ...]
    note: Message | None
    hindered: bool


def said(plan: Plan, thread: Thread, sent: Plan | None, today: date, language: Language) -> Said:
    """Put one thread into words."""
    comment, latest = thread.said, thread.latest
    why = hindrance(plan, latest) if thread.waits else None
    older = [version for version in reversed(thread.versions) if version not in (comment, latest)]
    return Said(
        comment=latest,
        author=comment.author,
        replies=said_in_short(before) if (before := plan.get(Comment, comment.parent)) else "",
        words=_words(plan, comment, sent, today, language),
        earlier=tuple(_words(plan, version, sent, today, language) for version in older[:_VERSIONS]),
        older=len(older),
        answers=tuple(_words(plan, answer, sent, today, language) for answer in thread.answers),
        withdrawn=_when(latest, today, language) if thread.withdrawn else "",
        fate=thread.fate,
        waits=thread.waits,
        reason=latest.reason,
        actions=tuple(action for version in thread.versions for action in plan.referring(Action, "of", version)),
        note=why or (_note(plan, latest) if thread.waits else None),
        hindered=why is not None,
    )


def change_of(plan: Plan, comment: Comment, sent: Plan | None) -> tuple[Piece, ...]:
    """The words that a suggestion takes out, and those that it puts in their place."""
    if comment.kind is not CommentKind.SUGGESTION:
        return ()
    if comment.quote:
        pieces = (Piece(PieceKind.OUT, comment.quote), Piece(PieceKind.IN, comment.proposed))
        return tuple(piece for piece in pieces if piece.text)
    read = text_of(sent.find(comment.record), comment.field) if sent else ""
    return changed_words(read or anchor(plan, comment).text, comment.proposed)


def _words(plan: Plan, comment: Comment, sent: Plan | None, today: date, language: Language) -> Words:
    kind = comment.kind or CommentKind.COMMENT
    rates = kind is CommentKind.RATING
    level = (plan.get(Level, comment.level) or (sent.get(Level, comment.level) if sent else None)) if rates else None
    held = plan if level and plan.find(level.id) else sent or plan
    return Words(
        when=_when(comment, today, language),
        verb=language.say(VERBS[kind]),
        text=comment.text.strip(),
        change=change_of(plan, comment, sent),
        rank=rank_of(held, level),
        quoted=kind in (CommentKind.TESTIMONIAL, CommentKind.RATING),
    )


def _note(plan: Plan, comment: Comment) -> Message | None:
    """What to know before one decides."""
    at = anchor(plan, comment)
    if comment.kind is CommentKind.TESTIMONIAL and at.record is not None:
        return _(
            "Once you confirm it, it is evidence of {name} and is printed with it in your portfolio. Until then nobody"
            " but you reads it.",
            name=called(at.record),
        )
    changed = at.hold in (Hold.FIELD, Hold.PASSAGE) and comment.seen_hash and not at.unchanged
    if comment.kind is CommentKind.COMMENT and changed:
        return _("You have changed this since; it may be answered.")
    return None


def _when(comment: Comment, today: date, language: Language) -> str:
    if comment.written_at is None:
        return ""
    return near_day(PartialDate.of(comment.written_at.astimezone().date()), today, language)
