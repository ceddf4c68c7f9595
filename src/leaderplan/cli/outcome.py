"""What a step did, as a command says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

from leaderplan.cli.speaking import line, print_json, say
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message
from leaderplan.store.steps import Touched, touched_by


class ChangedRecord(TypedDict):
    """One record of a step, in the public shape; ``change`` is added, altered or removed."""

    id: str
    table: str
    change: str


def changed_records(touched: Iterable[Touched]) -> list[ChangedRecord]:
    """The records that a step touched, in the public shape."""
    return [{"id": one.id, "table": one.table, "change": one.change.value} for one in touched]


def print_step(step: int | None, edit: ChangeSet, as_json: bool, notes: Sequence[Message] = ()) -> None:
    """Say what a step did: one line for each record with its id, or the public JSON shape.

    ``step`` is None where nothing was stored.
    """
    touched = touched_by(edit)
    if as_json:
        said = [ENGLISH.say(note) for note in notes]
        print_json({"step": step, "records": changed_records(touched), "notes": said})
        return
    for one, change in zip(touched, edit, strict=True):
        record = change.after or change.before
        line(f"{one.change:8} {one.table:14} {one.id}  {record.heading if record else ''}")
    for note in notes:
        say(note)
