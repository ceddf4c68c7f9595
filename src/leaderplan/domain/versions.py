"""The way back to an earlier version of a record, as an edit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.edits import called, put
from leaderplan.domain.fields import Kind, OnRemove, Record, empty, specs
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan


def as_it_was(plan: Plan, version: Record) -> ChangeSet:
    """Give a record the fields of one of its versions, or add it so where it is not in the plan.

    References to what is gone are left out, but for those that are kept as references to what was.
    """
    label = _("Restore an earlier version of {name}", name=called(plan.find(version.id) or version))
    return put(plan, without_missing(plan, version), label=label)


def without_missing(plan: Plan, record: Record) -> Record:
    """A record whose references to what is not in ``plan`` are emptied, unless they are kept as declared."""
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
