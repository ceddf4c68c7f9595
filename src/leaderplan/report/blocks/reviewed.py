"""A round of review as it is printed: its comments, and where in the part that leaves each of them stands now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record, specs
from leaderplan.domain.language import Language
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, Person, Round
from leaderplan.domain.review.anchor import Hold, anchor
from leaderplan.domain.review.reading import chapters
from leaderplan.domain.review.rounds import Standing, rounds_with, standing
from leaderplan.domain.review.threads import Thread, by_time

_LONG: Final = 60
"""How many letters of a name are printed beside a comment."""


@dataclass(frozen=True, slots=True)
class At:
    """A record that leaves, the field of it (empty: all of it), and where in its text."""

    record: Record
    field: str
    start: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A round with its comments in the order in which they are printed, and how many rounds with its mentor it makes.

    ``at`` is where a comment stands, by its id; ``gone`` names what one was about that is not in the plan any more,
    and is empty where that is not known.
    """

    standing: Standing
    came_on: PartialDate | None
    mentor: str
    number: int
    threads: tuple[Thread, ...]
    at: Mapping[str, At]
    gone: Mapping[str, str]

    @property
    def round(self) -> Round:
        """The round itself."""
        return self.standing.round


def reviewed(plan: Plan, leaves: Plan, round: Round, sent: Plan | None, language: Language) -> Reviewed:
    """How ``round`` of ``plan`` is printed when ``leaves`` is what may leave; ``sent`` is what the mentor read."""
    said = plan.referring(Comment, "round", round)
    at = dict(_places(plan, leaves, said))
    gone = dict(_gone(plan, sent, said, language))
    found = standing(leaves, leaves.table(Round)[round.id])
    mentor = leaves.get(Person, round.mentor)
    own = [each.id for each in rounds_with(plan, round.mentor)]
    return Reviewed(
        standing=found,
        came_on=standing(plan, round).came_on,
        mentor=mentor.name if mentor else "",
        number=own.index(round.id) + 1 if round.id in own else 1,
        threads=_ordered(found.threads, leaves, at, language),
        at=at,
        gone=gone,
    )


def _places(plan: Plan, leaves: Plan, said: tuple[Comment, ...]) -> Iterator[tuple[str, At]]:
    for comment in said:
        held = anchor(plan, comment)
        record = leaves.find(held.record.id) if held.record else None
        if record:
            yield comment.id, At(record, held.field, held.span.start if held.span else 0)


def _gone(plan: Plan, sent: Plan | None, said: tuple[Comment, ...], language: Language) -> Iterator[tuple[str, str]]:
    """Only what was taken out of the plan is named; what is private by now is not."""
    for comment in said:
        if anchor(plan, comment).hold is Hold.UNPLACED:
            lost = sent.find(comment.record) if sent else None
            yield comment.id, name_of(lost, language) if lost else ""


def name_of(record: Record, language: Language) -> str:
    """What a record is called, cut after a whole word where that is long."""
    name = " ".join(record.heading.split())
    if not name:
        return language.say(type(record).one)
    return name if len(name) <= _LONG else f"{name[:_LONG].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def _ordered(threads: tuple[Thread, ...], leaves: Plan, at: Mapping[str, At], language: Language) -> tuple[Thread, ...]:
    """What is open first; then what is about the whole, about records as they are read, and about what is gone."""
    pieces = (piece for chapter in chapters(leaves, language) for piece in chapter.all())
    order = {piece.record.id: place for place, piece in enumerate(pieces)}

    def place(thread: Thread) -> tuple[bool, bool, int, int, int, object]:
        here, said = at.get(thread.latest.id), thread.said
        if here is None:
            return not thread.waits, bool(said.of_table), -1, 0, 0, by_time(said)
        fields = list(specs(type(here.record)))
        field = fields.index(here.field) + 1 if here.field else 0
        return not thread.waits, False, order.get(here.record.id, len(order)), field, here.start, by_time(said)

    return tuple(sorted(threads, key=place))
