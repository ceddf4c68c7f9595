"""Old history, thinned: of each record one version a day remains.

Steps older than 90 days that follow each other on one day (UTC) become one edit, with the id and the moment of the
last of them and one change for each record. What they were, edits in force, undone, undos or redos, no longer matters:
undo does not reach so far. Kept as it is: where the history starts, an edit that a younger step has undone or redone,
what was erased, and the newest step, which somebody's typing may still extend.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime

from leaderplan.domain.messages import Message, _
from leaderplan.domain.plain import dumps
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store.composing import Ends, composed
from leaderplan.store.history import IN_FORCE, History, StepRow, label_text
from leaderplan.store.ledger import Ledger
from leaderplan.store.partial import State
from leaderplan.store.steps import StepKind
from leaderplan.store.versions import label

Run = list[StepRow]
Changes = dict[tuple[str, str], Ends]
"""What a run changed, by (table, record)."""


def thin(history: History, ledger: Ledger, at: datetime) -> int:
    """Thin what is older than 90 days at the moment ``at``; returns how many steps fewer there are."""
    young = min(history.young_from(at), history.newest())
    runs = [run for run in _runs(history.before(young), history.referred_since(young)) if not _is_thin(history, run)]
    # An undo says what it did by the edit that it took back, so all is read before anything goes.
    thinned = [(run, _changes(history, run)) for run in runs]
    fewer = 0
    for run, changes in thinned:
        for row in run:
            history.forget(ledger, row)
        if changes:
            _write(ledger, run, changes)
        fewer += len(run) - bool(changes)
    return fewer


def _runs(rows: list[StepRow], kept: Collection[int]) -> Iterator[Run]:
    run: Run = []
    for row in rows:
        if row.kind == StepKind.ERASE:
            continue
        ends = row.kind == StepKind.BEGIN or row.id in kept
        if run and (ends or _day(run[-1]) != _day(row)):
            yield run
            run = []
        if not ends:
            run.append(row)
    if run:
        yield run


def _day(row: StepRow) -> str:
    return row.at[: len("2026-03-01")]


def _is_thin(history: History, run: Run) -> bool:
    (first, *more) = run
    return not more and first.kind == StepKind.EDIT and first.undone == IN_FORCE and bool(history.entries(first))


def _changes(history: History, run: Run) -> Changes:
    found: Changes = {}
    for row in run:
        back = row.kind == StepKind.UNDO
        for entry in history.entries(row if row.of is None else history.row(row.of)):
            before, after = _fields(entry.before), _fields(entry.after)
            ends = (after, before) if back else (before, after)
            key = entry.table, entry.record
            found[key] = composed(found[key], ends) if key in found else ends
    return {key: (before, after) for key, (before, after) in found.items() if before != after}


def _fields(state: State) -> State:
    """Without the id, which upgraded states have among their fields."""
    return state and {name: value for name, value in state.items() if name != "id"}


def _write(ledger: Ledger, run: Run, changes: Changes) -> None:
    last = run[-1]
    by = last.by if len({row.by for row in run}) == 1 else ""
    ledger.insert(
        "step", [(last.id, last.at, label_text(_label(run)), by, FORMAT, StepKind.EDIT.value, None, IN_FORCE)]
    )
    ledger.insert("change", (
        (last.id, n, table, record, _cell(before), _cell(after))
        for n, ((table, record), (before, after)) in enumerate(changes.items())
    ))  # fmt: skip


def _label(run: Run) -> Message:
    return label(run[0]) if len(run) == 1 else _("Changes of {day}", day=date.fromisoformat(_day(run[0])))


def _cell(state: State) -> str | None:
    return None if state is None else dumps(state)
