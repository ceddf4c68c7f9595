"""The part of a text that is worth showing: all of a short one, of a long one what is around the words meant."""

from __future__ import annotations

from typing import Final

from leaderplan.domain.review.anchor import Span
from leaderplan.ui.widgets.markedtext import Mark, Marked

_ALL: Final = 600
_BEFORE, _AFTER = 160, 240
_CUT: Final = "…"


def excerpt(text: str, span: Span | None, whole: bool = False) -> tuple[Marked, ...]:
    """``text`` with the words at ``span`` marked; shortened around them unless it is short or ``whole``."""
    start, end = (span.start, span.end) if span else (0, 0)
    if whole or len(text) <= _ALL:
        first, last = 0, len(text)
    else:
        first = _word_at(text, max(start - _BEFORE, 0))
        last = min(max(end + _AFTER, first + _ALL - _BEFORE), len(text))
        last = text.rfind(" ", end, last) if last < len(text) and text.rfind(" ", end, last) > 0 else last
    parts = [
        (Mark.PLAIN, (_CUT if first else "") + text[first:start]),
        (Mark.MEANT, text[start:end]),
        (Mark.PLAIN, text[end:last] + (_CUT if last < len(text) else "")),
    ]
    return tuple((mark, words) for mark, words in parts if words)


def is_cut(text: str) -> bool:
    """Whether :func:`excerpt` would leave something out."""
    return len(text) > _ALL


def _word_at(text: str, place: int) -> int:
    """Where the word at ``place`` is over, so that none is torn."""
    found = text.find(" ", place, place + 40) if place else -1
    return found + 1 if found >= 0 else place
