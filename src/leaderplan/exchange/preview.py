"""What an import would change, as plain values that the command prints and the window shows."""

from __future__ import annotations

from typing import NamedTuple

from leaderplan.domain.changes import Change, Imported
from leaderplan.domain.edits import called
from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import RECORDS


class Count(NamedTuple):
    """How many records of one table an edit adds and alters."""

    table: str
    title: Message
    added: int
    altered: int


class Preview(NamedTuple):
    """Counts by table, in the order of the record types, and one line for each record."""

    counts: tuple[Count, ...]
    lines: tuple[Message, ...]


def preview(imported: Imported) -> Preview:
    """What ``imported`` would change; its notes are shown beside it as they are."""
    changes = imported.edit.changes
    counts = []
    for record_type in RECORDS:
        here = [change for change in changes if change.table == record_type.table]
        if here:
            altered = sum(change.before is not None for change in here)
            counts.append(Count(record_type.table, record_type.many, len(here) - altered, altered))
    return Preview(tuple(counts), tuple(map(_line, changes)))


def _line(change: Change) -> Message:
    record = change.after or change.before
    assert record is not None
    kind, name = type(record).one, called(record)
    if change.before is None:
        dates = [value for field, spec in specs(type(record)).items()
                 if spec.kind is Kind.DATE and (value := getattr(record, field))]  # fmt: skip
        if not dates:
            return _("New: {kind}: {name}", kind=kind, name=name)
        return _("New: {kind}: {name}, {date}", kind=kind, name=name, date=dates[-1])
    return _("Changed: {kind}: {name}: {fields}", kind=kind, name=name, fields=_altered(change.before, record))


def _altered(before: Record, after: Record) -> tuple[Message, ...]:
    return tuple(
        spec.label for field, spec in specs(type(after)).items() if getattr(before, field) != getattr(after, field)
    )
