"""What a person can do where a plan does not open: each reason has its own way out."""

from __future__ import annotations

from enum import StrEnum

from leaderplan.errors import UserError
from leaderplan.store.failures import Damaged, Locked, Missing, Newer, NotAPlan, Unwritable


class Way(StrEnum):
    """One way out."""

    AGAIN = "again"
    """Try once more: what is in the way may go away by itself."""
    LOOK = "look"
    """Look at it without changing anything."""
    SALVAGE = "salvage"
    """Look at what can still be read."""
    BACKUP = "backup"
    """Put the newest sound backup in its place; what is there is set aside."""
    ARCHIVE = "archive"
    """Put an archive in its place; what is there is set aside."""
    BEGIN = "begin"
    """Begin a new plan; what is there is set aside."""


def ways_out(error: UserError) -> tuple[Way, ...]:
    """What can be done about an error of opening a plan, the best first."""
    match error:
        case Missing():
            return (Way.BEGIN, Way.ARCHIVE)
        case Damaged():
            return (Way.BACKUP, Way.SALVAGE, Way.ARCHIVE, Way.AGAIN)
        case NotAPlan():
            return (Way.BACKUP, Way.ARCHIVE, Way.BEGIN)
        case Newer():
            return (Way.AGAIN, Way.BACKUP)
        case Locked() | Unwritable():
            return (Way.AGAIN, Way.LOOK)
    return (Way.AGAIN, Way.ARCHIVE)
