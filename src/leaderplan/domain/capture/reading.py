"""What a reader of dates hands back, and the words that may lead a date in."""

from __future__ import annotations

from dataclasses import dataclass

from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import When
from leaderplan.domain.capture.words import PARTS, PARTS_OF, PREPOSITIONS
from leaderplan.domain.messages import Message


@dataclass(frozen=True, slots=True)
class Reading:
    """A date phrase up to token ``end``.

    ``bare`` says that it is only a name of a month, a weekday, a season or a year, which needs a preposition or an
    edge of the line to be a date. ``stays`` keeps its words in the title. Without ``when`` there is no such day.
    """

    end: int
    when: When | None
    bare: bool = False
    doubt: bool = False
    others: tuple[When, ...] = ()
    stays: bool = False
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a date that belong to it: where they begin, the preposition, and the part of it (``end``)."""

    start: int
    preposition: str = ""
    part: str = ""


def lead_of(line: Line, at: int) -> Lead:
    """``by the end of``, ``mid-``, ``w/c``, ``back in`` and their like before token ``at``."""
    start, part = at, ""
    if line.low(start - 1) == "-" and line.low(start - 2) in PARTS:
        start, part = start - 2, line.low(start - 2)
    elif line.low(start - 1) in PARTS:
        start, part = start - 1, line.low(start - 1)
    elif line.low(start - 1) == "of" and line.low(start - 2) in PARTS_OF:
        start, part = start - 2, line.low(start - 2)
    elif line.low(start - 1) in ("end", "start"):
        start, part = start - 1, line.low(start - 1)
    elif line.low(start - 1) in ("w/c", "commencing", "beginning"):
        start, part = start - 1, "w/c"
    if line.low(start - 1) in ("week", "first", "last", "second") and part in ("w/c", "week", "half", "days"):
        start -= 1
    if line.low(at) == "this" and line.low(at - 1) in ("earlier", "later"):
        return Lead(at - 1)
    inner = start - 1 if line.low(start - 1) == "the" else start
    if line.low(inner - 1) in PREPOSITIONS:
        start = inner - 1
        preposition = line.low(start)
        if line.low(start - 1) in ("back", "early", "late", "up", "as") and preposition in ("in", "to", "of", "on"):
            part = line.low(start - 1) if line.low(start - 1) in PARTS else part
            start -= 1
        return Lead(start, preposition, part)
    return Lead(inner if part else start, "", part)
