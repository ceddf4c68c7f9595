"""To which collaboration a record belongs that the window is to show."""

from __future__ import annotations

from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Collaboration, Measure, Reading


def owner_of(plan: Plan, id: str) -> Collaboration | None:
    """The collaboration with this id, or the one on which the record with this id hangs; None where there is none."""
    record = plan.find(id)
    if isinstance(record, Collaboration):
        return record
    if isinstance(record, Reading):
        record = plan.get(Measure, record.measure)
    target = getattr(record, "collaboration", None) or getattr(record, "of", None)
    return plan.get(Collaboration, target)
