"""Edits as values: what was, what is, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from leaderplan.domain.fields import Attachment, Record
from leaderplan.domain.messages import Message


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after: added where ``before`` is None, removed where ``after`` is None."""

    table: str
    before: Record | None
    after: Record | None

    @classmethod
    def of(cls, before: Record | None, after: Record | None) -> Change:
        """The change between two states of one record, of which one may be missing but not both."""
        record = after or before
        if record is None or (before and after and (before.id, before.table) != (after.id, after.table)):
            raise ValueError("a change is about one record")
        return cls(record.table, before, after)

    @property
    def id(self) -> str:
        """The id of the record that changes."""
        record = self.after or self.before
        assert record is not None
        return record.id

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One step of the person: its label and its changes, at most one for each record."""

    label: Message
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def inverse(self) -> ChangeSet:
        """The step that takes this one back."""
        return ChangeSet(self.label, tuple(change.inverse() for change in reversed(self.changes)))

    def touches(self, table: str) -> bool:
        """Whether a record of ``table`` changes."""
        return any(change.table == table for change in self.changes)


def merged(label: Message, edits: Iterable[ChangeSet]) -> ChangeSet:
    """Several edits, made one after the other, as one step: first ``before``, last ``after`` of each record."""
    ends: dict[str, tuple[Record | None, Record | None]] = {}
    for edit in edits:
        for change in edit:
            before = ends[change.id][0] if change.id in ends else change.before
            ends[change.id] = (before, change.after)
    return ChangeSet(label, tuple(Change.of(before, after) for before, after in ends.values() if before != after))


class Blobs(Protocol):
    """Attachment bytes by SHA-256; the store keeps them, importers and documents only see this."""

    def keep(self, data: bytes, name: str) -> Attachment:
        """Keep ``data`` under its digest and say how a record refers to it."""

    def path(self, attachment: Attachment) -> Path | None:
        """Where the bytes lie, or None where they are missing."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file would change: an edit for the one door, and what is to be said about it."""

    edit: ChangeSet
    notes: tuple[Message, ...] = ()
