"""Records as a database of any format holds them, now and in its history, in today's shape: some fields, or all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlite_utils import Database

from leaderplan.domain.fields import Kind, OnRemove, specs
from leaderplan.domain.plain import plain_of
from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.upgrades import FORMAT, upgraded

_HISTORY = (
    'SELECT change.step, change."table", change.record, step.format, change.before, change.after'
    " FROM change JOIN step ON step.id = change.step WHERE "
)


class State(NamedTuple):
    """A record at one time: fields that it had, with the id among them."""

    table: str
    id: str
    fields: Mapping[str, Any]


class Hanging(NamedTuple):
    """Of a table, the fields with whose targets its records are erased, and the field that holds the heading.

    Its ``files`` hold copies of what the fields ``copied`` refer to; ``along`` are fields with whose targets its
    records go when those lose such a file.
    """

    owners: tuple[str, ...] = ()
    title: str = ""
    files: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    along: tuple[str, ...] = ()


@cache
def hanging_by(table: str) -> Hanging:
    """By what the records of a table hang on others; by nothing in a table that today's format does not know."""
    record_type = BY_TABLE.get(table)
    if record_type is None:
        return Hanging()
    fields = specs(record_type)
    return Hanging(
        owners=tuple(n for n, s in fields.items() if s.kind is Kind.REFERENCE and s.erasing is OnRemove.WITH),
        title=record_type.title_field,
        files=tuple(n for n, s in fields.items() if s.copies),
        copied=tuple(dict.fromkeys(name for s in fields.values() for name in s.copies)),
        along=tuple(n for n, s in fields.items() if s.with_copy),
    )


def of_row(table: str, cells: dict[str, Any], written: int) -> Iterator[State]:
    """A row of a record's table; the upgrades may make several records of it. Lists are left as the row has them."""
    if written == FORMAT:
        yield State(table, cells["id"], cells)
    else:
        known = BY_TABLE.get(table)
        yield from _upgraded(table, plain_of(known, cells) if known else cells, written)


def of_history(db: Database, where: str, parameters: Sequence[str | int]) -> Iterator[tuple[int, State]]:
    """Both ends of the changes that ``where`` selects among ``change`` and ``step``, each with its step."""
    for step, table, record, written, *texts in db.execute(_HISTORY + where, parameters).fetchall():
        for text in texts:
            if text is not None:
                plain = json.loads(text) | {"id": record}
                states = [State(table, record, plain)] if written == FORMAT else _upgraded(table, plain, written)
                yield from ((step, state) for state in states)


def _upgraded(table: str, plain: dict[str, Any], written: int) -> Iterator[State]:
    for name, plains in upgraded({table: [plain]}, written).items():
        for one in plains:
            yield State(name, one["id"], one)
