"""What a record cannot be without, and a record or a plan without references that lead to nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.fields import Kind, OnRemove, Record, empty, specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Profile

R = TypeVar("R", bound=Record)


def owners(record: Record) -> list[str]:
    """The ids that a record hangs on: it goes when they go."""
    return [
        target
        for name, spec in specs(type(record)).items()
        if spec.kind is Kind.REFERENCE and spec.on_remove is OnRemove.WITH and (target := getattr(record, name))
    ]


def hanging(records: Iterable[Record], ids: Iterable[str]) -> dict[str, Record]:
    """Those of ``records`` that are named or hang on what is named, however far down, by id."""
    below: dict[str, list[Record]] = {}
    by_id = {}
    for record in records:
        by_id[record.id] = record
        for owner in owners(record):
            below.setdefault(owner, []).append(record)
    found: dict[str, Record] = {}
    waiting = [by_id[id] for id in ids if id in by_id]
    while waiting:
        record = waiting.pop(0)
        if record.id not in found:
            found[record.id] = record
            waiting += below.get(record.id, ())
    return found


def without_missing(plan: Plan, record: R) -> R:
    """References to what is no longer there are emptied, unless they are kept as references to what was."""
    values: dict[str, Any] = {}
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if spec.on_remove is OnRemove.KEEP or not value:
            continue
        if spec.kind is Kind.REFERENCES:
            values[name] = tuple(target for target in value if plan.find(target))
        elif spec.kind is Kind.REFERENCE and plan.find(value) is None:
            values[name] = empty(spec.kind)
    return replace(record, **values)


def taken_over(plan: Plan, source: Plan, ids: Iterable[str], label: Message) -> ChangeSet:
    """The edit that makes ``plan`` hold records as ``source`` has them, with what they cannot be without.

    What hung on them there and is gone here comes along; what is still here and was not named stays as it is.
    """
    wanted = {id: record for id in ids if (record := source.find(id))}
    for id, record in hanging(source, wanted).items():
        if plan.find(id) is None:
            wanted.setdefault(id, record)
    waiting = list(wanted.values())
    while waiting:
        for owner in owners(waiting.pop()):
            record = source.find(owner)
            if record and owner not in wanted and plan.find(owner) is None:
                wanted[owner] = record
                waiting.append(record)
    present = plan.after(ChangeSet(label, tuple(Change.of(plan.find(id), record) for id, record in wanted.items())))
    changes = (Change.of(plan.find(id), without_missing(present, record)) for id, record in wanted.items())
    return ChangeSet(label, tuple(change for change in changes if change.before != change.after))


def lawful(records: Iterable[Record]) -> tuple[Record, ...]:
    """What of these records, some of which may have been lost, still makes a plan: no reference leads to nothing.

    What hung on a lost record goes too. Without a profile an empty one stands in; of two the first stays.
    """
    left = {record.id: record for record in records}
    profiles = [record.id for record in left.values() if isinstance(record, Profile)]
    for id in profiles[1:]:
        del left[id]
    while lost := [id for id, record in left.items() if any(owner not in left for owner in owners(record))]:
        for id in lost:
            del left[id]
    plan = Plan.of(left.values())
    kept = tuple(without_missing(plan, record) for record in left.values())
    return kept if profiles else (Profile(id=new_id()), *kept)
