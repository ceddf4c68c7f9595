"""Where a comment sits in the plan as it is now: on the words it quotes, else their field, else their record.

Quoted words with what stood around them are the text quote selector of the Web Annotation Data Model (W3C, 2017,
4.2.4).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment
from leaderplan.domain.review.seen import seen_hash

AROUND = 32
"""Characters before and after quoted words that are kept with them."""

_MOST_PLACES = 50  # a word that stands more often tells no place

_TEXTS = (Kind.TEXT, Kind.PROSE)
_BLANKS = re.compile(r"\s+")


class Hold(Enum):
    """By how much of it a comment is still held."""

    PLAN = auto()  # it is about the plan as a whole
    PASSAGE = auto()  # the quoted words stand where they stood
    FIELD = auto()  # the field is there, the words are not, or none were quoted
    RECORD = auto()  # the record is there, or the planner chose one for it
    UNPLACED = auto()  # what it was about is gone


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of a text. ``sure`` unless another place fits as well."""

    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a comment sits; ``unchanged`` says that the text is still the one that the mentor read."""

    hold: Hold
    record: Record | None = None
    field: str = ""
    span: Span | None = None
    unchanged: bool = False

    @property
    def text(self) -> str:
        """What stands in the field now; empty where there is none that holds text."""
        return text_of(self.record, self.field)


def text_of(record: Record | None, field: str) -> str:
    """The text of a field; empty for a field that holds none, or that there is not."""
    spec = specs(type(record)).get(field) if record else None
    return getattr(record, field) if spec and spec.kind in _TEXTS else ""


def find(text: str, quote: str, prefix: str = "", suffix: str = "") -> Span | None:
    """Where the quoted words stand, of several places the one with the most alike around it; white space is equal.

    None where they stand nowhere, or where no words are quoted.
    """
    words = quote.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    before, after = _even(prefix), _even(suffix)
    best: list[tuple[int, int, int]] = []
    place = places = 0
    while (found := pattern.search(text, place)) and places < _MOST_PLACES:
        places += 1
        start, end = found.span()
        alike = _alike_at_end(_even(text[max(start - 2 * AROUND, 0) : start]), before)
        alike += _alike_at_start(_even(text[end : end + 2 * AROUND]), after)
        if not best or alike >= best[0][0]:
            best = [*(best if best and best[0][0] == alike else ()), (alike, start, end)][:2]
        place = start + 1
    return Span(best[0][1], best[0][2], sure=len(best) == 1 and places < _MOST_PLACES) if best else None


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Quote, prefix and suffix of a part of a text."""
    return text[start:end], text[max(start - AROUND, 0) : start], text[end : end + AROUND]


def is_unplaced(plan: Plan, comment: Comment) -> bool:
    """Whether what it was about is gone, and nobody has placed it elsewhere."""
    return bool(comment.record) and plan.find(comment.placed) is None and plan.find(comment.record) is None


def anchor(plan: Plan, comment: Comment) -> Anchor:
    """Where ``comment`` sits in ``plan``."""
    if not comment.record and not comment.placed:
        return Anchor(Hold.PLAN)
    moved = plan.find(comment.placed)
    record = moved or plan.find(comment.record)
    if record is None:
        return Anchor(Hold.UNPLACED)
    if record.id != comment.record or comment.field not in specs(type(record)):
        return Anchor(Hold.RECORD, record, unchanged=_unchanged(record, comment))
    span = find(text_of(record, comment.field), comment.quote, comment.prefix, comment.suffix)
    hold = Hold.PASSAGE if span else Hold.FIELD
    return Anchor(hold, record, comment.field, span, _unchanged(record, comment))


def _unchanged(record: Record, comment: Comment) -> bool:
    return bool(comment.seen_hash) and seen_hash(record, comment.field) == comment.seen_hash


def _even(text: str) -> str:
    return _BLANKS.sub(" ", text)


def _alike_at_end(one: str, other: str) -> int:
    return _alike_at_start(one[::-1], other[::-1])


def _alike_at_start(one: str, other: str) -> int:
    pairs: Any = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
