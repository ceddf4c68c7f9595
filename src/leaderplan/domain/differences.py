"""What differs between two versions of a record, field by field and word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leaderplan.domain.fields import Kind, Record, Spec, empty, specs
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message
from leaderplan.domain.worddiff import Piece, PieceKind, changed_items, changed_words
from leaderplan.domain.written import NameOf, items, written

_WORDS = (Kind.TEXT, Kind.PROSE, Kind.ADDRESS)
_APART = Piece(PieceKind.GAP, "  ")
_BETWEEN = Piece(PieceKind.GAP, ", ")
_LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field and its words: what stayed, what was taken out and what was put in."""

    field: str
    label: Message
    pieces: tuple[Piece, ...]


def differing(language: Language, name_of: NameOf, old: Record | None, new: Record | None) -> tuple[FieldChange, ...]:
    """The fields that differ, in their order. Of a record that came or went, those that are filled."""
    record = new or old
    if record is None:
        return ()
    return tuple(
        FieldChange(name, spec.label, pieces(language, name_of, spec, *values))
        for name, spec in specs(type(record)).items()
        if not spec.inner and (values := (_value(old, name, spec), _value(new, name, spec)))[0] != values[1]
    )


def alike(language: Language, name_of: NameOf, old: Record, new: Record) -> tuple[FieldChange, ...]:
    """The filled fields that are the same in both."""
    return tuple(
        FieldChange(name, spec.label, (Piece(PieceKind.SAME, written(language, name_of, spec, value)),))
        for name, spec in specs(type(new)).items()
        if not spec.inner and (value := getattr(new, name)) == getattr(old, name) and value != empty(spec.kind)
    )


def _value(record: Record | None, name: str, spec: Spec) -> Any:
    return empty(spec.kind) if record is None else getattr(record, name)


def pieces(language: Language, name_of: NameOf, spec: Spec, old: Any, new: Any) -> tuple[Piece, ...]:
    """The two values of a field as one row of pieces: prose by words, lists by items, all else as a whole."""
    if spec.kind in _WORDS:
        return changed_words(old, new)
    if isinstance(old, tuple) and isinstance(new, tuple):
        changed = changed_items(items(language, name_of, spec, old), items(language, name_of, spec, new))
        return tuple(_listed(changed))
    went, came = (written(language, name_of, spec, value) for value in (old, new))
    both = (Piece(PieceKind.OUT, went), _APART, Piece(PieceKind.IN, came))
    return both if went and came else tuple(piece for piece in both if piece is not _APART and piece.text)


def _listed(changed: Sequence[Piece]) -> Iterator[Piece]:
    for place, piece in enumerate(changed):
        if place:
            yield _BETWEEN
        yield piece


def side(pieces: Sequence[Piece], leaves_out: PieceKind) -> tuple[Piece, ...]:
    """One of the two values: without what was put in, or without what was taken out."""
    shown = [piece for piece in pieces if piece.kind is not leaves_out]
    return tuple(_without_loose_ends(shown))


def _without_loose_ends(shown: Sequence[Piece]) -> Iterator[Piece]:
    """Without what parts two pieces of which one is no longer there."""
    held: Piece | None = None
    begun = False
    for piece in shown:
        if piece.kind is PieceKind.GAP:
            held = piece
            continue
        if held is not None and begun:
            yield held
        held, begun = None, True
        yield piece


def shortened(pieces: Sequence[Piece], around: int = 60) -> tuple[Piece, ...]:
    """The changes with some ``around`` characters of what stayed before and after each."""
    last = len(pieces) - 1
    return tuple(
        Piece(piece.kind, _near(piece.text, around, place > 0, place < last))
        if piece.kind is PieceKind.SAME and last
        else piece
        for place, piece in enumerate(pieces)
    )


def _near(text: str, around: int, after: bool, before: bool) -> str:
    """What stands next to a change: ``after`` one before it, ``before`` one behind it; cut between words."""
    if len(text) <= (int(after) + int(before)) * around + 20:
        return text
    head = text[:around].rsplit(" ", 1)[0] if after else ""
    tail = text[len(text) - around :].split(" ", 1)[-1] if before else ""
    return f"{head} {_LEFT_OUT} {tail}" if head and tail else f"{head} {_LEFT_OUT}" if head else f"{_LEFT_OUT} {tail}"
