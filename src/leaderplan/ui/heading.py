"""What a page says to the header: its words, and what the primary button does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leaderplan.domain.messages import Message


@dataclass(frozen=True)
class PageAction:
    """Something that the header or a key does: the one primary action, or an export."""

    text: Message
    icon: str
    slot: Callable[[], object]
    enabled: bool = True
    reason: Message | None = None
    """Why it is not enabled, for the tool tip; the page says it too."""


@dataclass(frozen=True)
class Heading:
    """What the header says. With ``back`` a record fills the page; with ``steps`` there is a next and a previous.

    With ``rename``, the name of the field, the title can be typed over; the page's ``rename`` is told.
    """

    title: str
    sentence: str = ""
    back: str = ""
    steps: bool = False
    rename: str = ""
