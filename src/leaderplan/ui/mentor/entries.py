"""What the contents of a review list: chapters of entries, each of which is read by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, Competency, Framework, Round
from leaderplan.domain.review.reading import Chapter, Piece

WHOLE: Final = ""
"""The key of the first entry: the plan as a whole."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to read. ``key`` is the id of its record; ``parts`` are read below the piece."""

    key: str
    title: str
    piece: Piece | None = None
    parts: tuple[Piece, ...] = ()

    def pieces(self) -> Iterator[tuple[int, Piece]]:
        """What is read in it, each with how deep it lies."""
        if self.piece is not None:
            yield 0, self.piece
        for part in self.parts:
            yield from _deeper(part, 1)

    @property
    def records(self) -> frozenset[str]:
        """The ids of all records in it."""
        return frozenset(piece.record.id for _depth, piece in self.pieces())


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the contents."""

    title: str
    entries: tuple[Entry, ...]


def _deeper(piece: Piece, depth: int) -> Iterator[tuple[int, Piece]]:
    yield depth, piece
    for part in piece.parts:
        yield from _deeper(part, depth + 1)


def sections(chapters: Iterable[Chapter], language: Language) -> tuple[Section, ...]:
    """The contents of a review; a competency is an entry of its own."""
    first = Section("", (Entry(WHOLE, language.say(_("The whole plan"))),))
    found = [Section(chapter.title, tuple(_entries(chapter))) for chapter in chapters]
    return (first, *found)


def _entries(chapter: Chapter) -> Iterator[Entry]:
    for piece in chapter.pieces:
        if not isinstance(piece.record, Framework):
            parts = () if isinstance(piece.record, Round) else piece.parts
            yield Entry(piece.record.id, _title(piece), piece, parts)
            continue
        own = tuple(part for part in piece.parts if not isinstance(part.record, Competency))
        yield Entry(piece.record.id, _title(piece), piece, own)
        for part in piece.parts:
            if isinstance(part.record, Competency):
                name = f"{part.record.code} {_title(part)}".strip()
                yield Entry(part.record.id, name, part, part.parts)


def _title(piece: Piece) -> str:
    """The whole title, where a name would be cut."""
    return next((" ".join(passage.text.split()) for passage in piece.passages if passage.title), piece.name)


def places(found: Iterable[Section]) -> Mapping[str, str]:
    """The key of the entry in which each record is read."""
    return {record: entry.key for section in found for entry in section.entries for record in entry.records}


def counts(comments: Iterable[Comment], where: Mapping[str, str], plan: Plan) -> Mapping[str, int]:
    """How many comments stand in each entry; an answer stands in the round that it goes on with."""
    made: dict[str, int] = {}
    for comment in comments:
        said_before = plan.get(Comment, comment.parent)
        about = said_before.round if said_before else comment.record
        key = where.get(about or "", WHOLE)
        made[key] = made.get(key, 0) + 1
    return made
