"""All that a plan's file holds, whatever its format: rows as plain objects, and a new file made of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from leaderplan.domain.fields import Attachment, Record
from leaderplan.domain.plain import from_plain, plain_of
from leaderplan.domain.records import BY_TABLE, Profile
from leaderplan.domain.upgrades import upgraded
from leaderplan.store import building, database, header, troubles
from leaderplan.store.digests import Cell
from leaderplan.store.failures import Damaged, as_sentences
from leaderplan.store.ledger import Ledger
from leaderplan.store.loading import structure
from leaderplan.store.rows import scanned, shape
from leaderplan.store.schema import DRAFTS, HISTORY
from leaderplan.store.troubles import Trouble

Row = dict[str, Any]

_BESIDE: Mapping[str, Sequence[str]] = {table: tuple(columns) for table, columns in {**HISTORY, **DRAFTS}.items()}
"""The tables besides those of the records, which every format has had, with their columns."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Rows by table as format ``format`` has them: records as plain objects, history and drafts as their cells."""

    format: int
    tables: Mapping[str, Sequence[Row]]

    @property
    def record_tables(self) -> dict[str, list[Row]]:
        """The rows that are records."""
        return {table: list(rows) for table, rows in self.tables.items() if table not in _BESIDE}


def read(db: Database, written: int) -> tuple[Contents, list[Trouble]]:
    """What can be read of a database of format ``written``, and everything that is wrong with it."""
    found = structure(db)
    tables: dict[str, list[Row]] = {}
    for table in _tables(db):
        if columns := shape(db, table):
            known = BY_TABLE.get(table)
            objects = (dict(zip(columns, row, strict=True)) for row in scanned(db, table, columns, found))
            tables[table] = [plain_of(known, one) if known else one for one in objects]
    for table, wanted in _BESIDE.items():
        if table not in tables or shape(db, table) != list(wanted):
            found.append(troubles.bad_table(table))
    return Contents(written, tables), found


def sound(db: Database, source: Path, written: int) -> Contents:
    """All that a database of format ``written`` holds; raises Damaged, of ``source``, where anything is wrong."""
    held, found = read(db, written)
    if found:
        raise Damaged(source, found[0].what)
    return held


def of(copy: Path, plan: Path) -> Contents:
    """All that lies in a copy of a plan to which nobody writes; raises UserError, of ``plan``, if it is not sound."""
    with as_sentences(plan):
        written = header.written_format(copy)
        with closing(database.connect(copy)) as db, database.reading(db):
            return sound(db, plan, written)


def profile_in(file: Path) -> str | None:
    """The id of the profile of a plan, which tells one plan from another; None where it cannot be read."""
    try:
        with closing(database.connect_beside(file)) as db:
            found = db.execute(f'SELECT id FROM "{Profile.table}"').fetchone()
    except sqlite3.Error:
        return None
    return str(found[0]) if found else None


def last_change_in(file: Path) -> datetime | None:
    """When the last step of a plan was made or extended; None where that cannot be read."""
    try:
        with closing(database.connect_beside(file)) as db:
            found = db.execute("SELECT max(at) FROM step").fetchone()[0]
    except sqlite3.Error:
        return None
    return datetime.fromisoformat(found) if found else None


def records(contents: Contents) -> list[Record]:
    """The records in today's shape; raises ValueError, TypeError or KeyError for one that no field can hold."""
    tables = upgraded(contents.record_tables, contents.format)
    return [from_plain(BY_TABLE[table], plain) for table, plains in tables.items() for plain in plains]


def attachments(contents: Contents) -> list[Attachment]:
    """Every file that a record refers to or has referred to, once for each digest."""
    found: dict[str, Attachment] = {}
    for table, rows in contents.tables.items():
        for row in rows:
            for value in row.values():
                for one in _attachments_in(value, within=table in _BESIDE):
                    found.setdefault(one.sha256, one)
    return list(found.values())


def _attachments_in(value: object, within: bool) -> Iterator[Attachment]:
    """The attachments in a plain value, and ``within`` the JSON of a cell."""
    if isinstance(value, dict):
        if value.keys() == {"sha256", "name", "size"}:
            yield Attachment(**value)
            return
        for inner in value.values():
            yield from _attachments_in(inner, within)
    elif within and isinstance(value, str) and "sha256" in value:
        try:
            inner = json.loads(value)
        except ValueError:
            return
        yield from _attachments_in(inner, within)


def fill(db: Database, ledger: Ledger, contents: Contents, found: Sequence[Record]) -> None:
    """Write everything into an empty plan: ``found`` are its records, history goes as it is, drafts are renamed."""
    building.fill(db, ledger, found)
    for table in HISTORY:
        ledger.insert(table, (_cells(table, row) for row in contents.tables[table]))
    ledger.insert("draft", _drafts(contents))


def _tables(db: Database) -> list[str]:
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [name for name in names if not name.startswith("search")]


def _cells(table: str, row: Row) -> tuple[Cell, ...]:
    return tuple(row[column] for column in _BESIDE[table])


def _drafts(contents: Contents) -> Iterator[tuple[Cell, ...]]:
    """Drafts under the names that their fields have today."""
    tables = {plain["id"]: table for table, plains in contents.record_tables.items() for plain in plains}
    for row in contents.tables["draft"]:
        record, field, at, text = _cells("draft", row)
        yield record, _field_now(tables.get(str(record), ""), str(field), contents.format), at, text


def _field_now(table: str, field: str, written: int) -> str:
    renamed = upgraded({table: [{field: ""}]}, written).get(table, [{}])
    return next(iter(renamed[0]), field) if renamed else field
