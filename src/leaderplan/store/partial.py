"""Changes as the history keeps them: the changed fields only, as plain objects, and back to records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from leaderplan.domain.fields import Record, specs
from leaderplan.domain.plain import dumps, from_plain, to_plain, value_from_plain
from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.upgrades import FORMAT, upgraded

State = dict[str, Any] | None
"""Some fields of a record, all of them where it was added or removed; None where there was no record."""


class Entry(NamedTuple):
    """One row of ``change``, in the shape of today."""

    table: str
    record: str
    before: State
    after: State


def texts(before: Record | None, after: Record | None) -> tuple[str | None, str | None]:
    """The cells ``before`` and ``after`` of a row of ``change``."""
    if before is None or after is None:
        return _whole(before), _whole(after)
    old, new = to_plain(before), to_plain(after)
    names = [name for name in new if old[name] != new[name]]
    return dumps({name: old[name] for name in names}), dumps({name: new[name] for name in names})


def _whole(record: Record | None) -> str | None:
    if record is None:
        return None
    return dumps({name: value for name, value in to_plain(record).items() if name != "id" and value is not None})


def entries(rows: Iterable[tuple[str, str, str | None, str | None, int]]) -> Iterator[Entry]:
    """Rows (table, record, before, after, format) of ``change``, taken through the upgrades where they are older.

    Raises ValueError for a row that was never written so.
    """
    for table, record, before, after, written in rows:
        old, new = _state(before), _state(after)
        if written == FORMAT:
            yield Entry(table, record, old, new)
            continue
        befores, afters = _upgraded(table, record, old, written), _upgraded(table, record, new, written)
        for key in befores | afters:
            yield Entry(*key, befores.get(key), afters.get(key))


def _state(text: str | None) -> State:
    return None if text is None else json.loads(text)


def _upgraded(table: str, record: str, state: State, written: int) -> dict[tuple[str, str], dict[str, Any]]:
    if state is None:
        return {}
    tables = upgraded({table: [{"id": record} | state]}, written)
    return {(name, plain["id"]): plain for name, plains in tables.items() for plain in plains}


def applied(table: str, id: str, current: Record | None, state: State) -> Record | None:
    """``current`` with the fields of ``state``; raises ValueError for values that today's fields cannot hold."""
    if state is None:
        return None
    record_type = BY_TABLE[table]
    if current is None:
        return from_plain(record_type, state | {"id": id})
    fields = specs(record_type)
    values: dict[str, Any] = {
        name: value_from_plain(fields[name], plain) for name, plain in state.items() if name in fields
    }
    return replace(current, **values)
