"""How far an erasure reaches in a database of any format: what is named, and all that hangs on it or ever did."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple

from sqlite_utils import Database

from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store.rows import shape, shapes
from leaderplan.store.schema import DRAFTS, HISTORY
from leaderplan.store.states import State, hanging_by, of_history, of_row

OWN = {*HISTORY, *DRAFTS}
"""The tables that hold no records."""


class Extent(NamedTuple):
    """What goes: ``ids`` are all that may not be referred to, ``gone`` gives the table of each that is known here.

    A living record that once hung on one of them and now hangs on something else stays; ``cut`` gives the last step of
    that time, up to which its history goes. ``headings`` is what those that go were ever called. ``copies`` gives the
    table of each record that stays, or lies in the bin, and loses the file in which it holds a copy of what goes.
    """

    ids: frozenset[str]
    gone: Mapping[str, str]
    cut: Mapping[str, int]
    headings: frozenset[str]
    copies: Mapping[str, str]


class _Manner(Enum):
    """What becomes of a record with another."""

    OWNER = auto()  # it goes with it
    COPY = auto()  # it loses its copy of it
    ALONG = auto()  # it goes when the other loses a copy


class _Link(NamedTuple):
    """That a record hangs on another, now (``step`` None) or before or after a step."""

    step: int | None
    record: str
    owner: str
    manner: _Manner = _Manner.OWNER


def extent(db: Database, ids: Iterable[str]) -> Extent:
    """What erasing ``ids``, not all of which need be known here, takes with it, within the transaction at hand.

    Raises ValueError for a database that was never written so.
    """
    now: dict[str, set[str]] = defaultdict(set)
    ever: dict[str, dict[str, int]] = defaultdict(dict)
    others: dict[tuple[_Manner, str], set[str]] = defaultdict(set)
    for link in _links(db):
        if link.manner is not _Manner.OWNER:
            others[link.manner, link.owner].add(link.record)
        elif link.step is None:
            now[link.owner].add(link.record)
        else:
            ever[link.owner][link.record] = max(link.step, ever[link.owner].get(link.record, 0))
    living = _living(db)
    found: set[str] = set()
    copies: set[str] = set()
    waiting = list(ids)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += now[id]
            waiting += ever[id].keys() - living.keys()
            holding = others[_Manner.COPY, id]
            copies |= holding
            waiting += (along for holder in holding for along in others[_Manner.ALONG, holder])
    cut: dict[str, int] = {}
    for owner in found:
        for id, step in ever[owner].items():
            if id not in found:
                cut[id] = max(step, cut.get(id, 0))
    gone, headings = _told(db, found, living)
    losing, _headings = _told(db, copies - found, living)
    return Extent(frozenset(found), gone, cut, headings, losing)


def written_format(db: Database) -> int:
    """The format that a database says it has."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _living(db: Database) -> dict[str, str]:
    tables = [table for table in shapes(db) if table not in OWN]
    return {id: table for table in tables for (id,) in db.execute(f'SELECT id FROM "{table}"')}


def _told(db: Database, found: Iterable[str], living: Mapping[str, str]) -> tuple[dict[str, str], frozenset[str]]:
    """Of the records that are known here the table, and what they were ever called."""
    gone: dict[str, str] = {}
    headings: set[str] = set()
    for id in sorted(found):
        for state in states_of(db, id, living.get(id)):
            gone[id] = state.table
            headings.add(str(state.fields.get(hanging_by(state.table).title) or ""))
    return gone, frozenset(headings - {""})


def states_of(db: Database, id: str, table: str | None) -> Iterator[State]:
    """A record as it is, in the ``table`` where it lives, if it does, then as it ever was."""
    if table is not None:
        columns = shape(db, table)
        (row,) = db.execute(f'SELECT * FROM "{table}" WHERE id = ?', [id]).fetchall()
        yield from of_row(table, dict(zip(columns, row[:-1], strict=True)), written_format(db))
    yield from (state for _step, state in of_history(db, "change.record = ?", [id]))


def _links(db: Database) -> Iterator[_Link]:
    """Everything that hangs or ever hung on something. In today's format only some tables need to be looked at."""
    if (written := written_format(db)) == FORMAT:
        yield from _links_in_tables(db)
    else:
        for table, columns in shapes(db).items():
            rows = db.execute(f'SELECT * FROM "{table}"') if table not in OWN else ()
            for row in rows:
                yield from _links_of(None, of_row(table, dict(zip(columns, row[:-1], strict=True)), written))
    tables = [table for table in BY_TABLE if any(_named_by(table))]
    where = f'step.format <> ? OR change."table" IN ({", ".join("?" * len(tables))})'
    for step, state in of_history(db, where, [FORMAT, *tables]):
        yield from _links_of(step, [state])


def _links_in_tables(db: Database) -> Iterator[_Link]:
    for table in BY_TABLE:
        for manner, field in _named_by(table):
            for id, cell in db.execute(f'SELECT id, "{field}" FROM "{table}" WHERE "{field}" IS NOT NULL'):
                yield from (_Link(None, id, owner, manner) for owner in _ids(cell))


def _links_of(step: int | None, states: Iterable[State]) -> Iterator[_Link]:
    for state in states:
        for manner, field in _named_by(state.table):
            yield from (_Link(step, state.id, owner, manner) for owner in _ids(state.fields.get(field)))


@cache
def _named_by(table: str) -> tuple[tuple[_Manner, str], ...]:
    """The fields by which the records of a table hang on others, and how."""
    by = hanging_by(table)
    return tuple(
        (manner, field)
        for manner, fields in ((_Manner.OWNER, by.owners), (_Manner.COPY, by.copied), (_Manner.ALONG, by.along))
        for field in fields
    )


def _ids(value: Any) -> list[str]:
    """The ids that a field holds, be it one or a list, as a row or the history has it."""
    if isinstance(value, str) and value.startswith("["):
        value = json.loads(value)
    return [value] if isinstance(value, str) else [id for id in value or () if isinstance(id, str)]
