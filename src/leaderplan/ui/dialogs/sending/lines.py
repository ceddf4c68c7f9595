"""The lines of which a list of what leaves or stays is made, as plain values that any thread can make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from leaderplan.domain.review.reading import Passage


class Sort(Enum):
    """What a line is."""

    CHAPTER = auto()
    PIECE = auto()
    FIELD = auto()
    FOLD = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """``label`` stands before ``words``. ``passages`` are the fields of records that stand in it.

    ``key`` names a line that can be folded, ``within`` the keys of those in which it lies; ``closed`` is how one
    begins.
    """

    sort: Sort
    words: str
    label: str = ""
    depth: int = 0
    passages: tuple[Passage, ...] = ()
    record: str = ""
    key: str = ""
    within: tuple[str, ...] = ()
    closed: bool = False

    @property
    def said(self) -> str:
        """What a screen reader says of it."""
        apart = ", " if self.sort is Sort.CHAPTER else ": "
        parts = (self.words, self.label) if self.sort is Sort.CHAPTER else (self.label, self.words)
        return apart.join(part for part in parts if part)


def in_view(lines: Iterable[Line], turned: set[str]) -> Sequence[Line]:
    """The lines that are not folded away; ``turned`` names those that are the other way than they began."""
    shut: set[str] = set()
    found = []
    for line in lines:
        if line.key and line.closed != (line.key in turned):
            shut.add(line.key)
        if not shut or shut.isdisjoint(line.within):
            found.append(line)
    return found
