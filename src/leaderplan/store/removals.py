"""The bin: what was removed in the last 90 days, and the way back with everything that hung on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

from leaderplan.domain import edits
from leaderplan.domain.belonging import hanging, owners, without_missing
from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.errors import UserError
from leaderplan.store.history import History
from leaderplan.store.partial import Entry, applied
from leaderplan.store.steps import KEPT, Removed


def removed(history: History, plan: Plan, at: datetime) -> list[Removed]:
    """What lies in the bin at the moment ``at``, the last removed first."""
    found: dict[str, Removed] = {}
    for row, group in groupby(history.removals_since(at - KEPT), key=lambda pair: pair[0]):
        gone = {entry.record: _record(entry) for _row, entry in group}
        for id, record in gone.items():
            if id not in found and plan.find(id) is None:
                owner = next((target for target in owners(record) if target in gone), None)
                found[id] = Removed(record, row.id, row.moment, owner)
    return list(found.values())


def _record(entry: Entry) -> Record:
    record = applied(entry.table, entry.record, None, entry.before)
    assert record is not None
    return record


def restoration(history: History, plan: Plan, at: datetime, id: str) -> ChangeSet:
    """The edit that takes a record out of the bin, with what hung on it, what it hangs on, and the references to it.

    Raises UserError where it is not in the bin, or hung on something that is gone for good.
    """
    lying = {one.record.id: one for one in removed(history, plan, at)}
    if id not in lying:
        raise UserError(
            _("There is no {id} in the bin.", id=id),
            _("Look at what the bin holds. A record stays there for {days} days.", days=KEPT.days),
        )
    back = _withowners(plan, lying, _hanging(lying, id))
    present = plan.after(ChangeSet(_("Restore"), tuple(Change.of(None, record) for record in back.values())))
    changes = [Change.of(None, without_missing(present, record)) for record in back.values()]
    changes += _relinked(history.entries(history.row(lying[id].step)), plan, back)
    return ChangeSet(_("Restore {name}", name=edits.called(lying[id].record)), tuple(changes))


def _hanging(lying: Mapping[str, Removed], id: str) -> dict[str, Record]:
    """A record and all that went with it in the same step because it hung on it."""
    return hanging((one.record for one in lying.values() if one.step == lying[id].step), [id])


def _withowners(plan: Plan, lying: Mapping[str, Removed], wanted: Mapping[str, Record]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    waiting = list(wanted.values())
    while waiting:
        record = waiting.pop(0)
        if record.id in found:
            continue
        found[record.id] = record
        for owner in owners(record):
            if plan.find(owner) is None and owner not in lying:
                raise UserError(
                    _("{name} belonged to something that is gone for good.", name=edits.called(record)),
                    _("Look at its versions and enter it again where it belongs now."),
                )
            if plan.find(owner) is None:
                waiting.append(lying[owner].record)
    return found


def _relinked(entries: Iterable[Entry], plan: Plan, back: Mapping[str, Record]) -> list[Change]:
    """References that were emptied by the removal and were not filled otherwise since."""
    changes = []
    for entry in entries:
        current = plan.find(entry.record)
        before = applied(entry.table, entry.record, current, entry.before) if current and entry.after else None
        if current is None or before is None:
            continue
        values: dict[str, Any] = {}
        for name, spec in specs(type(current)).items():
            was, value = getattr(before, name), getattr(current, name)
            if spec.kind is Kind.REFERENCE and was in back and not value:
                values[name] = was
            elif spec.kind is Kind.REFERENCES:
                again = [target for target in was if target in value or target in back]
                values[name] = tuple(dict.fromkeys([*again, *value]))
        after = replace(current, **values)
        if after != current:
            changes.append(Change.of(current, after))
    return changes
