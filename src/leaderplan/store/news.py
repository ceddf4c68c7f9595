"""What another program has written into the plan."""

from __future__ import annotations

from sqlite_utils import Database

from leaderplan.domain.changes import Change
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE
from leaderplan.store.history import History
from leaderplan.store.rows import record_in


def changes(db: Database, history: History, plan: Plan, seen: int) -> tuple[Change, ...]:
    """From ``plan``, which is of the step ``seen``, to what lies in the file now."""
    found = []
    for table, id in history.touched_since(seen):
        before, after = plan.table(BY_TABLE[table]).get(id), record_in(db, table, id)
        if before != after:
            found.append(Change(table, before, after))
    return tuple(found)
