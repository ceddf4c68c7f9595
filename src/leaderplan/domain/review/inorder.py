"""The comments of a round in the order in which the plan is read, wherever in it they sit now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from leaderplan.domain.belonging import owners
from leaderplan.domain.fields import Record, specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Evidence
from leaderplan.domain.review.anchor import Anchor, Hold, anchor
from leaderplan.domain.review.reading import chapters
from leaderplan.domain.review.threads import Thread, by_time

_WHOLE, _NOWHERE = -1, 1_000_000
_Order = tuple[int, int, int, tuple[datetime, str]]


def in_order(plan: Plan, threads: Iterable[Thread]) -> tuple[Thread, ...]:
    """First what is about the plan as a whole, then by chapter, record, field and place in the text; last what is gone.

    What was dealt with keeps its place, so that nothing moves away under who works through the round.
    """
    found = [(thread, anchor(plan, thread.said)) for thread in threads]
    places = _places(plan, [at.record for _thread, at in found if at.record])
    ordered = sorted(((_order(thread, at, places), thread) for thread, at in found), key=lambda pair: pair[0])
    return tuple(thread for _key, thread in ordered)


def _order(thread: Thread, at: Anchor, places: dict[str, int]) -> _Order:
    time = by_time(thread.versions[0])
    if at.record is None:
        return _WHOLE if at.hold is Hold.PLAN else _NOWHERE, 0, 0, time
    fields = [*specs(type(at.record))]
    field = fields.index(at.field) + 1 if at.field in fields else 0
    return places.get(at.record.id, _NOWHERE), field, at.span.start if at.span else -1, time


def _places(plan: Plan, records: Iterable[Record]) -> dict[str, int]:
    """The place of each record among these in a reading of nothing but them and what they hang on."""
    few: dict[str, Record] = {}
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if record.id not in few:
            few[record.id] = record
            above = (*owners(record), *(record.supports if isinstance(record, Evidence) else ()))
            waiting += [owner for id in above if (owner := plan.find(id))]
    pieces = (piece for chapter in chapters(Plan.of(few.values()), ENGLISH) for piece in chapter.all())
    return {piece.record.id: place for place, piece in enumerate(pieces)}
