"""The way back to an earlier version of a record, as an edit."""

from __future__ import annotations

from leaderplan.domain.belonging import without_missing
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.edits import called, put
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan


def as_it_was(plan: Plan, version: Record) -> ChangeSet:
    """Give a record the fields of one of its versions, or add it so where it is not in the plan.

    References to what is gone are left out, but for those that are kept as references to what was.
    """
    label = _("Restore an earlier version of {name}", name=called(plan.find(version.id) or version))
    return put(plan, without_missing(plan, version), label=label)
