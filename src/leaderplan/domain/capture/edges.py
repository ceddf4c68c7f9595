"""Where a phrase stands: at an edge of the line, between marks, or before a surname."""

from __future__ import annotations

from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.words import MONTHS, NAMES_TOO, WEEKDAYS, WITH

_OPENING = frozenset(",;:(-–—.")
_CLOSING = frozenset(",;.)!?-–—")


def opens(line: Line, at: int) -> bool:
    """Whether token ``at`` begins the line or follows a mark."""
    return at == 0 or line[at - 1].text in _OPENING


def closes(line: Line, end: int) -> bool:
    """Whether nothing of the same clause follows from token ``end`` on: a mark, a tag, ``with``, or the end."""
    token = line[end]
    return token.kind in ("end", "tag") or token.text in _CLOSING or token.low in WITH


def is_named(line: Line, at: int, end: int, names: frozenset[str]) -> bool:
    """Whether a month or weekday is somebody's first name here: a surname follows (``April Jones``)."""
    if line.low(at) not in NAMES_TOO or end != at + 1:
        return False
    following = line[end]
    if f"{line.low(at)} {following.low}" in names:
        return True
    return (
        following.capital and following.low not in MONTHS and following.low not in WEEKDAYS and len(following.text) > 1
    )
