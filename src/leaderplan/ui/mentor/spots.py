"""An entry of a review as a list of texts to read, each with what a comment on it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from leaderplan.domain.language import Language
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Collaboration,
    Competency,
    Descriptor,
    Expectation,
    Measure,
    Reading,
)
from leaderplan.domain.review.reading import Passage, Piece
from leaderplan.domain.trend import change_in_words, trend, written
from leaderplan.ui.mentor.entries import Entry
from leaderplan.ui.widgets.text import Role

_BETWEEN: Final = " · "
_TOLD_WITH_LEVELS: Final = (Descriptor, Expectation)
_PRAISED: Final = (Achievement, Collaboration)


@dataclass(frozen=True, slots=True)
class Spot:
    """A text of a record: one ``field``, or several of them as one line where it names none.

    ``quotable`` where it is the very text of the field. A ``head`` begins a record, ``depth`` levels below its entry.
    """

    record: str
    table: str
    field: str
    label: str
    text: str
    role: Role = "body"
    quotable: bool = False
    head: bool = False
    depth: int = 0
    praised: bool = False


def spots(entry: Entry, plan: Plan, language: Language) -> Iterator[Spot]:
    """Everything that is read in an entry, in order."""
    for depth, piece in entry.pieces():
        if isinstance(piece.record, _TOLD_WITH_LEVELS) and entry.piece and isinstance(entry.piece.record, Competency):
            continue  # the levels beside which a mentor rates say it
        yield from _of_piece(piece) if depth == 0 else _of_part(piece, depth, plan, language)


def _of_piece(piece: Piece) -> Iterator[Spot]:
    """A record of its own: its name, then field by field."""
    record, praised = piece.record, isinstance(piece.record, _PRAISED)
    title = next((passage for passage in piece.passages if passage.title), None)
    yield Spot(
        record.id,
        record.table,
        title.field if title else "",
        piece.kind,
        title.text if title else piece.name,
        "heading",
        quotable=title is not None,
        head=True,
        praised=praised,
    )
    yield from (_spot(passage) for passage in piece.passages if passage is not title)


def _of_part(piece: Piece, depth: int, plan: Plan, language: Language) -> Iterator[Spot]:
    """What hangs on a record: its name, its figures in one line, and each text of its own."""
    record = piece.record
    title = next((passage for passage in piece.passages if passage.title), None)
    told = isinstance(record, Reading)
    texts = [each for each in piece.passages if each.quotable and each is not title and not told]
    if isinstance(record, Measure):
        texts = [each for each in texts if each.field != "unit"]
    facts = [each for each in piece.passages if each not in texts and each is not title]
    moved = _BETWEEN.join(_moved(record, plan, language))
    if moved:  # which says the unit and what was before
        facts = [each for each in facts if each.field not in ("unit", "baseline")]
    line = _BETWEEN.join(each.text if told else f"{each.label}: {each.text}" for each in facts)
    if title is not None:
        yield Spot(record.id, record.table, title.field, piece.kind, title.text, "strong", True, True, depth)
    elif line or not texts:
        yield Spot(record.id, record.table, "", piece.kind, line or piece.name, head=True, depth=depth)
        line = ""
    shown = "\n".join(each for each in (moved, line) if each)
    if shown:
        yield Spot(record.id, record.table, "", "", shown, depth=depth)
    yield from (_spot(passage, depth) for passage in texts)


def _moved(record: object, plan: Plan, language: Language) -> Iterable[str]:
    """A measure as before → after, with the change in words."""
    if not isinstance(record, Measure):
        return
    found = trend(plan, record)
    if found.before and found.after:
        before, after = language.number(found.before.value), written(found.after.value, record.unit, language)
        yield f"{before} → {after}"
        if change := change_in_words(found, language):
            yield change


def _spot(passage: Passage, depth: int = 0) -> Spot:
    return Spot(
        passage.record,
        passage.table,
        passage.field,
        passage.label,
        passage.text,
        quotable=passage.quotable,
        depth=depth,
    )
