"""Where in the window something is: a page, a record on it, a field of that record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """``page`` is the key of a page, ``record`` an id, ``field`` the name of a field or part of the record's page."""

    page: str
    record: str | None = None
    field: str | None = None
