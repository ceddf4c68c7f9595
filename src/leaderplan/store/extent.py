"""How far an erasure reaches in a database of any format: what is named, and all that hangs on it or ever did."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlite_utils import Database

from leaderplan.domain.fields import Kind, OnRemove, specs
from leaderplan.domain.plain import plain_of
from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.upgrades import FORMAT, upgraded
from leaderplan.store.rows import shapes
from leaderplan.store.schema import DRAFTS, HISTORY

OWN = {*HISTORY, *DRAFTS}
"""The tables that hold no records."""


class Extent(NamedTuple):
    """What goes: ``ids`` are all that may not be referred to, ``gone`` gives the table of each that is known here.

    A living record that once hung on one of them and now hangs on something else stays; ``cut`` gives the last step of
    that time, up to which its history goes. ``headings`` is what those that go were ever called.
    """

    ids: frozenset[str]
    gone: Mapping[str, str]
    cut: Mapping[str, int]
    headings: frozenset[str]


class _State(NamedTuple):
    """A record as it is (``step`` None) or was before or after a step, all or some of its fields, in today's shape."""

    step: int | None
    table: str
    id: str
    fields: Mapping[str, Any]


class _Known:
    """Who hangs on whom, now and at any time."""

    def __init__(self, states: Iterable[_State]) -> None:
        self.tables: dict[str, str] = {}
        self.living: set[str] = set()
        self.now: dict[str, set[str]] = defaultdict(set)
        self.ever: dict[str, dict[str, int]] = defaultdict(dict)
        self.names: dict[str, set[str]] = defaultdict(set)
        for state in states:
            self._take(state)

    def _take(self, state: _State) -> None:
        owners, title = _hanging_by(state.table)
        self.tables[state.id] = state.table
        if heading := state.fields.get(title):
            self.names[state.id].add(str(heading))
        if state.step is None:
            self.living.add(state.id)
        for field in owners:
            if not (owner := state.fields.get(field)):
                continue
            if state.step is None:
                self.now[owner].add(state.id)
            else:
                self.ever[owner][state.id] = max(state.step, self.ever[owner].get(state.id, 0))


def extent(db: Database, ids: Iterable[str]) -> Extent:
    """What erasing ``ids``, not all of which need be known here, takes with it, within the transaction at hand.

    Raises ValueError for a database that was never written so.
    """
    known = _Known(_states(db))
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += known.now[id]
            waiting += known.ever[id].keys() - known.living
    cut: dict[str, int] = {}
    for owner in found:
        for id, step in known.ever[owner].items():
            if id not in found:
                cut[id] = max(step, cut.get(id, 0))
    gone = {id: known.tables[id] for id in found if id in known.tables}
    return Extent(frozenset(found), gone, cut, frozenset(name for id in gone for name in known.names[id]))


def written_format(db: Database) -> int:
    """The format that a database says it has."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _states(db: Database) -> Iterator[_State]:
    written = written_format(db)
    for table, columns in shapes(db).items():
        if table not in OWN:
            for row in db.execute(f'SELECT * FROM "{table}"'):
                yield from _today(None, table, dict(zip(columns, row[:-1], strict=True)), written)
    history = db.execute(
        'SELECT change.step, change."table", change.record, step.format, change.before, change.after'
        " FROM change JOIN step ON step.id = change.step"
    )
    for step, table, record, format, *texts in history:
        for text in texts:
            if text is not None:
                yield from _today(step, table, json.loads(text) | {"id": record}, format)


def _today(step: int | None, table: str, fields: dict[str, Any], written: int) -> Iterator[_State]:
    if written == FORMAT:
        yield _State(step, table, fields["id"], fields)
        return
    if step is None and table in BY_TABLE:
        fields = plain_of(BY_TABLE[table], fields)
    for name, plains in upgraded({table: [fields]}, written).items():
        for plain in plains:
            yield _State(step, name, plain["id"], plain)


@cache
def _hanging_by(table: str) -> tuple[tuple[str, ...], str]:
    """The fields by which records of a table hang on others, and the one that holds their heading."""
    record_type = BY_TABLE.get(table)
    if record_type is None:
        return (), ""
    fields = specs(record_type)
    owners = (n for n, spec in fields.items() if spec.kind is Kind.REFERENCE and spec.on_remove is OnRemove.WITH)
    return tuple(owners), record_type.title_field
