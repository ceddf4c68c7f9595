"""One step back or forth through the history."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.checks import edit_problems
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE
from leaderplan.errors import UserError
from leaderplan.store.history import CAN_BE_REDONE, IN_FORCE, History, StepRow
from leaderplan.store.ledger import Ledger
from leaderplan.store.partial import applied
from leaderplan.store.steps import StepKind


class Move(NamedTuple):
    """An undo or redo: the line of the history that it is, what it changes, and the plan to which it leads."""

    row: StepRow
    edit: ChangeSet
    plan: Plan


def move(history: History, ledger: Ledger, plan: Plan, kind: StepKind, at: datetime, by: str) -> Move | None:
    """Undo or redo one step in the history; None where there is none. The records' rows are left to the caller."""
    back = kind is StepKind.UNDO
    row = history.next_undo(at) if back else history.next_redo()
    if row is None:
        return None
    edit = _edit(history, row, plan, back=back)
    history.mark(ledger, row, CAN_BE_REDONE if back else IN_FORCE)
    line = history.append(ledger, kind, row.message, at, by, of=row.id)
    return Move(line, edit, plan.after(edit))


def _edit(history: History, row: StepRow, plan: Plan, *, back: bool) -> ChangeSet:
    changes = []
    try:
        for entry in history.entries(row):
            before = plan.table(BY_TABLE[entry.table]).get(entry.record)
            after = applied(entry.table, entry.record, before, entry.before if back else entry.after)
            if before != after:
                changes.append(Change(entry.table, before, after))
    except ValueError as error:
        raise _impossible(row, str(error)) from error
    edit = ChangeSet(row.message, tuple(reversed(changes)) if back else tuple(changes))
    # What was erased since may have left a state without what it stood on.
    if problems := edit_problems(plan, edit, returning=True):
        raise _impossible(row, str(problems[0].message).removesuffix("."))
    return edit


def _impossible(row: StepRow, reason: str) -> UserError:
    return UserError(
        _("“{step}” cannot be taken back or done again: {reason}.", step=row.message, reason=reason),
        _("Nothing was changed. Look at the versions of the record."),
    )
