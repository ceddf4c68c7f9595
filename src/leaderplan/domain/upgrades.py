"""Older shapes of records to the current one.

Everything that was ever written is read as plain objects by table and taken through these steps before it becomes
records. A step is frozen once it was released: it may not use the record types, which go on changing.
Steps must stand partial objects, because the history keeps only the fields that changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tables = dict[str, list[dict[str, Any]]]
Step = Callable[[Tables], Tables]

FORMAT = 3
"""The format that is written now; ``user_version`` of a plan, and the version in every file that leaves it."""


def _from_1(tables: Tables) -> Tables:
    """Format 1 had one ``done_on`` of an achievement, and called the four parts of a story by other names."""
    renamed = {"done_on": "ended", "challenge": "task", "outcome": "result"}
    stories = [
        {renamed.get(name, name): value for name, value in story.items()} for story in tables.get("achievement", [])
    ]
    return tables | {"achievement": stories} if stories else tables


def _from_2(tables: Tables) -> Tables:
    """Format 2 had no rounds of review, no comments and no actions; what it had is as it was."""
    return tables


UPGRADES: dict[int, Step] = {1: _from_1, 2: _from_2}
"""The step that leads away from each older format."""


def upgraded(tables: Tables, written: int) -> Tables:
    """Plain objects of format ``written`` in the current shape; raises ValueError for an unknown format."""
    if not 1 <= written <= FORMAT:
        raise ValueError(f"unknown format {written}")
    for number in range(written, FORMAT):
        tables = UPGRADES[number](tables)
    return tables
