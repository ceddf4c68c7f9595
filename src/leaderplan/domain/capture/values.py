"""What is known before a line is read, and what is understood from it: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Message

Mode = Literal["run", "change", "transform"]
Better = Literal["higher", "lower", ""]
PieceKind = Literal["date", "no such day", "person", "mention", "mode", "tag", "measure"]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who is in the plan already."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person named in the line: the words as typed, and the id where exactly one known person fits."""

    words: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date (``ended`` alone), a span (both), or something that still goes on (``started`` alone)."""

    ended: PartialDate | None
    started: PartialDate | None = None

    def lies_ahead(self, today: date) -> bool:
        """Whether the last part of it begins after ``today``."""
        last = self.ended or self.started
        return last is not None and last.first > today

    def __str__(self) -> str:
        """ISO forms: ``2025-03``, ``2024-04 to 2024-06``, ``since 2019``."""
        if self.started is None:
            return str(self.ended or "")
        return f"{self.started} to {self.ended}" if self.ended else f"since {self.started}"


@dataclass(frozen=True, slots=True)
class MeasureFound:
    """A figure read from the line.

    Either ``before`` and ``after``, or one of them, or only a ``change`` (signed). ``better`` is empty where it must be
    asked; ``doubt`` says that a value was worked out and not typed.
    """

    name: str
    before: float | None = None
    after: float | None = None
    change: float | None = None
    unit: str = ""
    better: Better = ""
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing understood, and the characters ``start`` to ``end`` of the line that said it.

    ``value`` is a When for a date, a PersonFound for a person or a mention, a MeasureFound for a measure, the word for
    a mode or a tag, and None for a day that does not exist (then ``note`` says so). In doubt, ``also_possible`` holds
    the other readings of a date.
    """

    kind: PieceKind
    start: int
    end: int
    value: When | PersonFound | MeasureFound | str | None
    doubt: bool = False
    also_possible: tuple[When, ...] = ()
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """A line as it was understood. A single date is ``ended``; ``hint`` is a mode to suggest, never to set."""

    title: str
    started: PartialDate | None = None
    ended: PartialDate | None = None
    people: tuple[PersonFound, ...] = ()
    mentioned: tuple[PersonFound, ...] = ()
    mode: Mode | None = None
    tags: tuple[str, ...] = ()
    measures: tuple[MeasureFound, ...] = ()
    hint: Mode | None = None
    pieces: tuple[Piece, ...] = ()
    notes: tuple[Message, ...] = ()
    ahead: bool = False
