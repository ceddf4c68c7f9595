"""Small numbers as words, and sentences that begin with a capital letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from leaderplan.domain.messages import Message, _
from leaderplan.report.tree import Inline, Rich, rich

_WORDS: Final = (
    _("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"),
    _("ten"), _("eleven"), _("twelve"),
)  # fmt: skip


def in_words(number: int) -> Message | int:
    """A whole number as a word up to twelve, from there on in figures."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else number


_ORDINALS: Final = (
    _("First"), _("Second"), _("Third"), _("Fourth"), _("Fifth"), _("Sixth"), _("Seventh"), _("Eighth"), _("Ninth"),
    _("Tenth"), _("Eleventh"), _("Twelfth"),
)  # fmt: skip


def ordinal(number: int) -> Message | None:
    """``Second`` for 2; None beyond the twelfth."""
    return _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else None


def capital(text: str) -> str:
    """The text with its first letter a capital; the others stay as they are."""
    return text[:1].upper() + text[1:]


def paragraphs(text: str) -> tuple[Rich, ...]:
    """The paragraphs of a prose, which empty lines part."""
    return tuple(rich(part.strip()) for part in text.split("\n\n") if part.strip())


def listed(parts: Sequence[Sequence[str | Inline]]) -> Rich:
    """The parts in one line, with commas between them."""
    return rich(*(piece for place, part in enumerate(parts) for piece in ((", ",) if place else ()) + tuple(part)))
