"""What an erasure takes with it, as far as the plan and its bin show it."""

from __future__ import annotations

from collections.abc import Iterable

from leaderplan.domain.belonging import hanging
from leaderplan.domain.fields import Record
from leaderplan.domain.plan import Plan
from leaderplan.ui.desk import Desk


def going(desk: Desk, record: Record) -> list[Record]:
    """A record with all that hangs on it, what lies in the bin included, itself first."""
    there = {each.record.id: each.record for each in desk.workspace.removed()} | {each.id: each for each in desk.plan}
    return list(hanging(there.values(), [record.id]).values())


def losing(plan: Plan, gone: Iterable[Record]) -> set[str]:
    """The ids of the records that stay and refer to what goes."""
    ids = {each.id for each in gone}
    return {referrer.id for id in ids for referrer, _field in plan.referrers(id)} - ids
