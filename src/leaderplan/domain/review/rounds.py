"""Where each round of review stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Choice
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind, Fate, Person, Round
from leaderplan.domain.review.anchor import is_unplaced
from leaderplan.domain.review.threads import Thread, threads


class State(Choice):
    """How far a round has come."""

    BACK = "back", _("Back")
    OUT = "out", _("Out")
    CLOSED = "closed", _("Closed")


@dataclass(frozen=True, slots=True)
class Standing:
    """A round with its comments, and how many of them have each fate; the withdrawn have none."""

    round: Round
    threads: tuple[Thread, ...]
    fates: Mapping[Fate, int]
    withdrawn: int

    @property
    def state(self) -> State:
        """Waiting for an answer, answered, or closed."""
        if self.round.closed_on:
            return State.CLOSED
        return State.BACK if self.threads else State.OUT

    @property
    def total(self) -> int:
        """All comments but the withdrawn."""
        return len(self.threads) - self.withdrawn

    @property
    def open(self) -> int:
        """How many wait for the planner."""
        return self.fates[Fate.OPEN]

    @property
    def came_on(self) -> PartialDate | None:
        """The day on which the latest of them came."""
        days = [version.came_on for thread in self.threads for version in thread.versions if version.came_on]
        return max(days, key=lambda day: day.last, default=None)


def standing(plan: Plan, round: Round) -> Standing:
    """Where one round stands."""
    found = threads(plan, round)
    live = [thread for thread in found if not thread.withdrawn]
    return Standing(round, found, Counter(thread.fate for thread in live), len(found) - len(live))


def rounds(plan: Plan) -> tuple[Round, ...]:
    """All rounds, the newest first."""
    return tuple(sorted(plan.all(Round), key=_when, reverse=True))


def _when(round: Round) -> tuple[str, str]:
    return (round.sent_on.last.isoformat() if round.sent_on else "", round.id)


def rounds_with(plan: Plan, mentor: str | None) -> tuple[Round, ...]:
    """The rounds with one mentor, the oldest first; none for nobody."""
    return tuple(round for round in reversed(rounds(plan)) if mentor and round.mentor == mentor)


def next_title(plan: Plan, mentor: Person) -> Message:
    """What the next round with a mentor is called."""
    return _("{mentor}, round {number}", mentor=mentor.name, number=len(rounds_with(plan, mentor.id)) + 1)


def unplaced(plan: Plan, round: Round | None = None) -> tuple[Thread, ...]:
    """The comments, of one round or of all, whose text is gone and that have neither a place nor a fate yet."""
    if not any(comment.kind is not CommentKind.ANSWER for comment in plan.all(Comment)):
        return ()
    asked = (round,) if round else rounds(plan)
    return tuple(
        thread for each in asked for thread in threads(plan, each) if thread.waits and is_unplaced(plan, thread.latest)
    )
