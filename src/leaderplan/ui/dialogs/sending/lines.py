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


def in_view(lines: Iterable[Line], turned: set[str], sought: str = "") -> Sequence[Line]:
    """The lines that are not folded away; ``turned`` names those that are the other way than they began.

    Where something is ``sought``, the lines that hold it, under the name of their record, whether folded or not.
    """
    words = sought_words(sought)
    return _found(lines, words) if words else _unfolded(lines, turned)


def holds(line: Line, words: Sequence[str]) -> bool:
    """Whether each of these words, in the form for comparing, stands in a line."""
    said = f"{line.label} {line.words}".casefold()
    return all(word in said for word in words)


def sought_words(text: str) -> list[str]:
    """The words of a text in the form for comparing."""
    return text.casefold().split()


def _found(lines: Iterable[Line], words: Sequence[str]) -> Sequence[Line]:
    """The lines that hold what is sought, each under its chapter and the name of its record."""
    above: dict[Sort, Line] = {}
    made: list[Line] = []
    for line in lines:
        if line.sort is Sort.CHAPTER:
            above = {Sort.CHAPTER: line}
            continue
        if line.sort is Sort.PIECE:
            above[Sort.PIECE] = line
        if not holds(line, words):
            continue
        for sort in (Sort.CHAPTER, Sort.PIECE):
            head = above.pop(sort, None)
            if head is not None and head is not line and (sort is Sort.CHAPTER or head.record == line.record):
                made.append(head)
        made.append(line)
    return made


def _unfolded(lines: Iterable[Line], turned: set[str]) -> Sequence[Line]:
    shut: set[str] = set()
    made = []
    for line in lines:
        if line.key and line.closed != (line.key in turned):
            shut.add(line.key)
        if not shut or shut.isdisjoint(line.within):
            made.append(line)
    return made
