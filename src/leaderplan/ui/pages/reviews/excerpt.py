"""The part of a text that is worth showing: all of a short one, of a long one what is around the words meant."""

from __future__ import annotations

from typing import Final

from leaderplan.domain.review.anchor import Span
from leaderplan.ui.widgets.markedtext import Mark, Marked

MOST: Final = 300
"""Characters of a text that is shown whole."""
LITTLE: Final = 160
"""The same of a text that stands beside another one."""
_CUT: Final = "…"
_WORD: Final = 40


def excerpt(text: str, span: Span | None, most: int = MOST) -> tuple[Marked, ...]:
    """``text`` with the words at ``span`` marked; of a longer one than ``most`` characters what is around them."""
    start, end = (span.start, span.end) if span else (0, 0)
    first, last = 0, len(text)
    if is_cut(text, most):
        around = max(most - (end - start), 0)
        first = _word_at(text, max(start - around // 3, 0))
        last = _end_at(text, end, min(max(end + around * 2 // 3, first + most), len(text)))
    parts = [
        (Mark.PLAIN, (_CUT if first else "") + text[first:start]),
        (Mark.MEANT, text[start:end]),
        (Mark.PLAIN, text[end:last] + (_CUT if last < len(text) else "")),
    ]
    return tuple((mark, words) for mark, words in parts if words)


def is_cut(text: str, most: int = MOST) -> bool:
    """Whether something is left out; not for the sake of a few words."""
    return len(text) > most * 4 // 3


def _word_at(text: str, place: int) -> int:
    """Where the word at ``place`` is over, so that none is torn."""
    found = text.find(" ", place, place + _WORD) if place else -1
    return found + 1 if found >= 0 else place


def _end_at(text: str, least: int, place: int) -> int:
    """Where the word before ``place`` is over."""
    if place >= len(text):
        return len(text)
    found = text.rfind(" ", max(least, place - _WORD), place)
    return found if found >= 0 else place
