"""Functions that prepare an edit; nothing is stored before the one door takes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.fields import Kind, OnRemove, Record, empty, specs
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan

R = TypeVar("R", bound=Record)

NAME_LENGTH = 60
"""Characters of a record's name that a label shows."""


def add(*records: Record, label: Message | None = None) -> ChangeSet:
    """Add records that are not in the plan yet."""
    return ChangeSet(label or _added(records), tuple(Change.of(None, record) for record in records))


def _added(records: Sequence[Record]) -> Message:
    if len(records) != 1:
        return _n("Add {count} record", "Add {count} records", len(records))
    return _("Add {name}", name=called(records[0]))


def called(record: Record) -> str | Message:
    """The record's name, or what kind of thing it is where it has none."""
    return record.heading[:NAME_LENGTH] or type(record).one


def put(plan: Plan, *records: Record, label: Message | None = None) -> ChangeSet:
    """Make the plan hold these records as they are: adds the unknown, alters the known, leaves what is equal."""
    changes = tuple(Change.of(before, record) for record in records if (before := plan.find(record.id)) != record)
    if label is None:
        altered = [change for change in changes if change.before]
        label = _changed(changes[0]) if len(changes) == 1 and altered else _added([c.after for c in changes if c.after])
    return ChangeSet(label, changes)


def _changed(change: Change) -> Message:
    assert change.before and change.after
    names = [spec.label for name, spec in specs(type(change.after)).items()
             if getattr(change.before, name) != getattr(change.after, name)]  # fmt: skip
    if len(names) == 1:
        return _("Change {field} of {name}", field=names[0], name=called(change.after))
    return _("Change {name}", name=called(change.after))


def alter(plan: Plan, record: Record, label: Message | None = None, **fields: Any) -> ChangeSet:
    """Give some fields of a record other values, starting from how it stands in ``plan`` now."""
    return put(plan, replace(plan.find(record.id) or record, **fields), label=label)


def remove(plan: Plan, *records: Record, label: Message | None = None) -> ChangeSet:
    """Remove records with everything that hangs on them; other references to them are emptied or kept as declared."""
    gone: dict[str, Record] = {}
    _gather(plan, records, gone)
    unlinked: dict[str, Record] = {}
    for id in gone:
        for referrer, field in plan.referrers(id):
            if referrer.id not in gone and specs(type(referrer))[field].on_remove is OnRemove.UNLINK:
                unlinked[referrer.id] = _without(unlinked.get(referrer.id, referrer), field, id)
    changes = [Change.of(plan.find(id), record) for id, record in unlinked.items()]
    changes += [Change.of(record, None) for record in reversed(gone.values())]
    return ChangeSet(label or _removed(records), tuple(changes))


def _removed(records: Sequence[Record]) -> Message:
    if len(records) != 1:
        return _n("Remove {count} record", "Remove {count} records", len(records))
    return _("Remove {name}", name=called(records[0]))


def _gather(plan: Plan, records: Iterable[Record], gone: dict[str, Record]) -> None:
    """What goes with ``records``, without recursion: a chain of competencies may be long."""
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if record.id in gone:
            continue
        gone[record.id] = plan.find(record.id) or record
        for referrer, field in plan.referrers(record.id):
            if specs(type(referrer))[field].on_remove is OnRemove.WITH and _hangs(referrer, field):
                waiting.append(referrer)


def _hangs(referrer: Record, field: str) -> bool:
    """A list of references hangs on none of them alone."""
    return specs(type(referrer))[field].kind is Kind.REFERENCE


def _without(record: R, field: str, id: str) -> R:
    spec = specs(type(record))[field]
    if spec.kind is Kind.REFERENCES:
        value: Any = tuple(target for target in getattr(record, field) if target != id)
    else:
        value = empty(spec.kind)
    return replace(record, **{field: value})


def reorder(plan: Plan, records: Sequence[Record], label: Message | None = None) -> ChangeSet:
    """Give records with a ``position`` the order in which they are listed, counted from 1."""
    moved = [replace(record, position=place) for place, record in enumerate(records, 1)]  # type: ignore[call-arg]
    return put(plan, *moved, label=label or _("Change the order"))


def link(plan: Plan, record: Record, field: str, *targets: str) -> ChangeSet:
    """Add ids to a list of references."""
    together: Any = tuple(dict.fromkeys((*getattr(record, field), *targets)))
    return alter(plan, record, **{field: together})


def unlink(plan: Plan, record: Record, field: str, *targets: str) -> ChangeSet:
    """Take ids out of a list of references."""
    left: Any = tuple(id for id in getattr(record, field) if id not in targets)
    return alter(plan, record, **{field: left})
