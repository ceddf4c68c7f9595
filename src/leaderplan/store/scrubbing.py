"""An erasure carried out in a database of any format, row by row."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlite_utils import Database

from leaderplan.domain.fields import Kind, OnRemove, Spec, specs
from leaderplan.domain.plain import dumps
from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store import search
from leaderplan.store.digests import Cell
from leaderplan.store.extent import OWN, Extent, written_format
from leaderplan.store.labels import Names
from leaderplan.store.ledger import Ledger
from leaderplan.store.partial import State
from leaderplan.store.rows import record_in
from leaderplan.store.schema import TABLES
from leaderplan.store.states import hanging_by


def scrub_records(db: Database, ledger: Ledger, tables: Mapping[str, Sequence[str]], extent: Extent) -> None:
    """Take the records out of their tables and of the index, and empty the references to them."""
    for table, columns in tables.items():
        if table not in OWN:
            _scrub_table(db, ledger, table, columns, extent)
    if (extent.gone or extent.copies) and db.execute("SELECT 1 FROM sqlite_master WHERE name = 'search'").fetchone():
        index = search.Index(db)
        index.remove((*extent.gone, *extent.copies))
        if written_format(db) == FORMAT:  # an older index is made anew when it is upgraded
            altered = (record_in(db, table, id) for id, table in extent.copies.items())
            index.add(record for record in altered if record)
        search.renew(db)


def _scrub_table(db: Database, ledger: Ledger, table: str, columns: Sequence[str], extent: Extent) -> None:
    referring = [name for name in columns if _refers(table, name)]
    files = [name for name in hanging_by(table).files if name in columns]
    names = ", ".join(f'"{name}"' for name in ("id", *referring))
    for id, *cells in db.execute(f'SELECT {names} FROM "{table}"').fetchall():
        if id in extent.gone:
            ledger.delete(table, [id])
            continue
        emptied = [_cell_without(cell, extent.ids) for cell in cells]
        lost = files if id in extent.copies else []
        if emptied != cells or lost:
            row = db.execute(f'SELECT * FROM "{table}" WHERE id = ?', [id]).fetchone()
            fields = dict(zip(columns, row[:-1], strict=True))
            after = fields | dict(zip(referring, emptied, strict=True)) | dict.fromkeys(lost)
            if after != fields:
                ledger.update(table, list(after.values()))


def _cell_without(cell: Cell, ids: Collection[str]) -> Cell:
    if not isinstance(cell, str):
        return cell
    if not cell.startswith("["):
        return None if cell in ids else cell
    before = json.loads(cell)
    after = _without(before, ids)
    return cell if before == after else None if after is None else dumps(after)


def scrub_history(db: Database, ledger: Ledger, extent: Extent) -> None:
    """Take the records out of the history and the drafts; a label that names one of them loses the name."""
    touched = _scrub_changes(db, ledger, extent)
    for record, field in db.execute("SELECT record, field FROM draft").fetchall():
        if record in extent.gone:
            ledger.delete("draft", [record, field])
    names = Names(extent.headings)
    rows = db.execute("SELECT * FROM step").fetchall()
    for *values, _digest in rows:
        id, _at, label, *_rest, of, _undone = values
        scrubbed = names.taken_out(label, of in touched or id in touched)
        if scrubbed != label:
            values[2] = scrubbed
            ledger.update("step", values)


def _scrub_changes(db: Database, ledger: Ledger, extent: Extent) -> set[int]:
    """Returns the steps that changed a record that goes."""
    touched: set[int] = set()
    rows = db.execute(
        'SELECT change.step, n, "table", record, before, after, format FROM change JOIN step ON step.id = change.step'
        " WHERE before IS NOT NULL OR after IS NOT NULL"  # an erasure has neither
    ).fetchall()
    for step, n, table, record, before, after, written in rows:
        if record in extent.gone:
            touched.add(step)
        if record in extent.gone or step <= extent.cut.get(record, 0):
            ledger.delete("change", [step, n])
            continue
        files = hanging_by(table).files if record in extent.copies else ()
        if written == FORMAT and not files and not _names_reference(table, (before, after)):
            continue
        ends = _state(before), _state(after)
        scrubbed = _emptied(table, ends, extent.ids, files)
        if scrubbed != ends and scrubbed == ({}, {}):
            ledger.delete("change", [step, n])
        elif scrubbed != ends:
            ledger.update("change", (step, n, table, record, *map(_text, scrubbed)))
    return touched


def _names_reference(table: str, texts: Iterable[str | None]) -> bool:
    """A quick look whether a state of today's format may refer to anything."""
    return any(f'"{name}":' in text for text in texts if text for name in _referring(table))


@cache
def _referring(table: str) -> tuple[str, ...]:
    return tuple(name for name in TABLES.get(table, ()) if _refers(table, name))


def _emptied(
    table: str, ends: tuple[State, State], ids: Collection[str], files: Collection[str]
) -> tuple[State, State]:
    """Both states without references to ``ids`` and without ``files``; a field that has not changed otherwise is left
    out.
    """
    before, after = (_references_emptied(table, state, ids, files) for state in ends)
    if (before, after) == ends:
        return ends
    if before is None or after is None:
        return tuple(state and {n: v for n, v in state.items() if v is not None} for state in (before, after))  # type: ignore[return-value]
    names = [name for name in before | after if before.get(name) != after.get(name)]
    return {n: before[n] for n in names if n in before}, {n: after[n] for n in names if n in after}


def _references_emptied(table: str, state: State, ids: Collection[str], files: Collection[str]) -> State:
    return state and {
        n: None if n in files else _without(value, ids) if _refers(table, n) else value for n, value in state.items()
    }


def _without(value: Any, ids: Collection[str]) -> Any:
    if isinstance(value, str):
        return None if value in ids else value
    if isinstance(value, list):
        left = [item for item in value if not isinstance(item, str) or item not in ids]
        return value if left == value else left or None
    return value


def _refers(table: str, name: str) -> bool:
    """Whether a field may hold references that end when their target is erased; one that today's format does not know
    may.
    """
    if name == "id":
        return False
    fields: Mapping[str, Spec] = specs(BY_TABLE[table]) if table in BY_TABLE else {}
    spec = fields.get(name)
    return spec is None or (spec.kind in (Kind.REFERENCE, Kind.REFERENCES) and spec.erasing is not OnRemove.KEEP)


def _state(text: str | None) -> State:
    return None if text is None else json.loads(text)


def _text(state: State) -> str | None:
    return None if state is None else dumps(state)
