"""Ids: UUIDs of version 7 for what is made here (RFC 9562, 5.7), of version 5 for what LeaderPlan ships."""

from __future__ import annotations

import secrets
import time
from uuid import NAMESPACE_URL, UUID, uuid5

SHORTEST_END = 6
"""An id may be shortened to a unique end of this many characters or more."""


def new_id() -> str:
    """A new UUIDv7: 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62
    return str(UUID(int=value | secrets.randbits(62)))


def shipped_id(framework_key: str, table: str, code: str) -> str:
    """The id of a shipped record; without a version in it, so that claims outlive a new edition."""
    return str(uuid5(NAMESPACE_URL, f"leaderplan:{framework_key}/{table}/{code}"))
