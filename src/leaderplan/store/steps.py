"""What the history says: steps, versions of a record, and what lies in the bin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message

KEPT = timedelta(days=90)
"""How far undo reaches and the bin keeps; older history is thinned to one version a day."""


class StepKind(StrEnum):
    """What a step of the history is."""

    BEGIN = "begin"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    ERASE = "erase"


class Touch(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    ALTERED = "altered"
    REMOVED = "removed"

    @classmethod
    def between(cls, before: object, after: object) -> Touch:
        """By which of the two states is missing."""
        return cls.ADDED if before is None else cls.REMOVED if after is None else cls.ALTERED


@dataclass(frozen=True, slots=True)
class Touched:
    """One record that a step changed."""

    table: str
    id: str
    change: Touch


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history; the newest has the greatest id.

    An undo or a redo is a line of its own, ``of`` the edit that it took back or did again. ``undone`` says of an edit
    that it is not in force. ``by`` names the program that made it, where it gave a name.
    """

    id: int
    at: datetime
    label: Message
    touched: tuple[Touched, ...]
    kind: StepKind = StepKind.EDIT
    undone: bool = False
    of: int | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A record as it was from ``at`` on, until the next version."""

    step: int
    at: datetime
    label: Message
    record: Record


@dataclass(frozen=True, slots=True)
class Removed:
    """A record in the bin. ``hangs_on`` is what it went with, if that was removed by the same step."""

    record: Record
    step: int
    at: datetime
    hangs_on: str | None = None


def touched_by(edit: ChangeSet) -> tuple[Touched, ...]:
    """The records that an edit changes, in its order."""
    return tuple(Touched(change.table, change.id, Touch.between(change.before, change.after)) for change in edit)


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)
