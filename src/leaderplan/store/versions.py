"""A record as it was: from how it stands now back through every step that changed it."""

from __future__ import annotations

from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.store.history import History, StepRow
from leaderplan.store.partial import applied
from leaderplan.store.steps import Step, StepKind, Touch, Touched, Version


def label(row: StepRow) -> Message:
    """What a step is called in the history."""
    match row.kind:
        case StepKind.UNDO:
            return _("Undo: {step}", step=row.message)
        case StepKind.REDO:
            return _("Redo: {step}", step=row.message)
    return row.message


def step(row: StepRow, touched: tuple[Touched, ...]) -> Step:
    """A row of the history as the value that is shown."""
    return Step(row.id, row.moment, label(row), touched, StepKind(row.kind), bool(row.undone), row.of, row.by)


def steps(history: History, limit: int, record: str | None) -> list[Step]:
    """The newest steps, newest first."""
    return [step(row, touched(history, row)) for row in history.steps(limit, record)]


def touched(history: History, row: StepRow) -> tuple[Touched, ...]:
    """What a step did to which records."""
    back = row.kind == StepKind.UNDO
    found = []
    for entry in history.entries(row if row.of is None else history.row(row.of)):
        ends = (entry.after, entry.before) if back else (entry.before, entry.after)
        found.append(Touched(entry.table, entry.record, Touch.between(*ends)))
    return tuple(found)


def versions(history: History, plan: Plan, id: str) -> list[Version]:
    """Every state of a record that history knows, newest first, also of one that was removed."""
    found = []
    state = plan.find(id)
    for row, entry in history.of_record(id):
        if state is not None:
            found.append(Version(row.id, row.moment, label(row), state))
        state = applied(entry.table, id, state, entry.after if row.kind == StepKind.UNDO else entry.before)
    if state is not None:
        first = history.first()
        found.append(Version(first.id, first.moment, label(first), state))
    return found
