"""The comments of a round as a person sees them: each with its earlier versions and with what was answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind, Fate, Round

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Thread:
    """One comment: its ``versions``, oldest first, and the ``answers`` to any of them in the order of their time."""

    versions: tuple[Comment, ...]
    answers: tuple[Comment, ...] = ()

    @property
    def latest(self) -> Comment:
        """What the mentor says now."""
        return self.versions[-1]

    @property
    def said(self) -> Comment:
        """The last version that says something: of a withdrawn comment the one before."""
        return next((v for v in reversed(self.versions) if v.kind is not CommentKind.WITHDRAWN), self.latest)

    @property
    def withdrawn(self) -> bool:
        """Whether the mentor withdrew it."""
        return self.latest.kind is CommentKind.WITHDRAWN

    @property
    def fate(self) -> Fate:
        """What the planner made of the latest version."""
        return self.latest.fate or Fate.OPEN

    @property
    def waits(self) -> bool:
        """Whether the planner has still to do something about it."""
        return self.fate is Fate.OPEN and not self.withdrawn


def threads(plan: Plan, round: Round) -> tuple[Thread, ...]:
    """The comments of one round, in the order in which they were first written."""
    said = sorted(plan.referring(Comment, "round", round), key=by_time)
    answers: dict[str, list[Comment]] = defaultdict(list)
    for comment in said:
        if comment.kind is CommentKind.ANSWER and comment.parent:
            answers[comment.parent].append(comment)
    groups: dict[str, list[Comment]] = defaultdict(list)
    own = {comment.id: comment for comment in said if comment.kind is not CommentKind.ANSWER}
    first = _firsts(own)
    for comment in own.values():
        groups[first[comment.id]].append(comment)
    return tuple(
        Thread(tuple(versions), tuple(sorted(_of(versions, answers), key=by_time))) for versions in groups.values()
    )


def by_time(comment: Comment) -> tuple[datetime, str]:
    """What orders comments: when they were written, as their author says."""
    return comment.written_at or _LONG_AGO, comment.id


def may_revise(comment: Comment, other: Comment | None) -> bool:
    """Whether ``comment`` may stand in the place of ``other``: nobody revises what somebody else said."""
    return (
        other is not None
        and other.round == comment.round
        and other.author == comment.author
        and CommentKind.ANSWER not in (comment.kind, other.kind)
    )


def _firsts(own: Mapping[str, Comment]) -> Mapping[str, str]:
    """For each comment the version that it goes back to; those that revise one another go back to the least of them.

    Each is looked at once: a hostile answer may hold thousands that each revise the one before.
    """
    firsts: dict[str, str] = {}
    for id in own:
        way: dict[str, int] = {}
        at = id
        while at not in firsts and at not in way:
            way[at] = len(way)
            before = own.get(own[at].revises or "")
            if before is None or not may_revise(own[at], before):
                firsts[at] = at
            else:
                at = before.id
        first = firsts.get(at) or min(list(way)[way[at] :])
        firsts |= dict.fromkeys(way, first)
    return firsts


def _of(versions: Iterable[Comment], answers: Mapping[str, list[Comment]]) -> Iterable[Comment]:
    return (answer for version in versions for answer in answers.get(version.id, ()))
