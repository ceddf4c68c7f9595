"""A record as it was: from how it stands now back through every step that changed it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.store.history import History, StepRow
from leaderplan.store.partial import applied
from leaderplan.store.steps import Step, StepKind, Touch, Touched, Version, Wanted


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


def steps(history: History, limit: int, wanted: Wanted) -> list[Step]:
    """The newest steps that are wanted, newest first."""
    rows = history.steps(wanted)
    if wanted.says is not None:
        named = history.edits_of(wanted.named) if wanted.named else set()
        rows = _said(rows, wanted.says, named)
    return [step(row, touched(history, row)) for row in list(islice(rows, limit))]


def _said(rows: Iterator[StepRow], says: Callable[[Message], bool], named: set[int]) -> Iterator[StepRow]:
    return (row for row in rows if (row.of or row.id) in named or says(label(row)))


def touched(history: History, row: StepRow) -> tuple[Touched, ...]:
    """What a step did to which records."""
    back = row.kind == StepKind.UNDO
    found = []
    for table, record, before, after in history.ends(row if row.of is None else history.row(row.of)):
        was, then = (after, before) if back else (before, after)
        found.append(Touched(table, record, Touch.between(was or None, then or None)))
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
