"""Where in the window something is: a page, a record on it, a field of that record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the window paints before any rule is needed
    from leaderplan.domain.rules.finding import Action


@dataclass(frozen=True, slots=True)
class Place:
    """``page`` is the key of a page, ``record`` an id, ``field`` the name of a field or part of the record's page."""

    page: str
    record: str | None = None
    field: str | None = None


HISTORY: Final = "history"
"""The key of the page on which a record's versions are."""


def versions_of(record: str) -> Place:
    """Where the versions of a record are looked at."""
    return Place(HISTORY, record)


def place_of(action: Action) -> Place:
    """Where the button of an action leads; what it adds is a field with ``+`` before its table."""
    place = action.place
    return Place(place.page, place.record or None, f"+{place.adds}" if place.adds else place.field or None)
