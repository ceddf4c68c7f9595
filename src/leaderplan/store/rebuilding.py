"""A plan of an older format: its rows fill a new file, which is proved and swapped in; the old file is kept.

Nothing is altered in place. Until the swap the old file is the plan, after it the new one.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.domain.plain import from_plain, plain_of
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.upgrades import Tables, upgraded
from leaderplan.store import building, database, troubles
from leaderplan.store.digests import Cell
from leaderplan.store.failures import Damaged
from leaderplan.store.folder import BACKUPS, identity, made, settle, write
from leaderplan.store.loading import load, structure
from leaderplan.store.rows import Progress, scanned, shape
from leaderplan.store.schema import DRAFTS, HISTORY

_READ = {*HISTORY, *DRAFTS}
"""The tables besides those of the records that every format has had."""


def rebuild(file: Path, written: int, at: datetime, progress: Progress | None = None) -> None:
    """Bring the plan in ``file`` from format ``written`` to today's; raises Damaged and leaves what is not sound."""
    which = identity(file)
    with closing(database.connect(file)) as old:
        old.execute("BEGIN EXCLUSIVE")
        if identity(file) != which:
            return  # another program has just done it
        rows = _rows(file, old)
        try:
            records = _records(rows, written)
        except (ValueError, TypeError, KeyError) as error:
            raise Damaged(file, _("A record in it cannot be read: {reason}.", reason=str(error))) from error
        with building.building(file) as (new, ledger):
            building.fill(new, ledger, records)
            for table in HISTORY:
                ledger.insert(table, rows[table])
            ledger.insert("draft", _drafts(rows, written))
        try:
            _prove(building.unfinished(file), records, progress)
            _keep(file, old, f"plan-format-{written}-{at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}.db")
            if os.name == "nt":  # pragma: no cover - there an open file cannot be replaced
                old.close()
            building.name(file)
        except BaseException:
            building.discard(file)
            raise


def _rows(file: Path, old: Database) -> dict[str, list[tuple[Cell, ...]]]:
    """Every row of every table that carries digests, proved; the keys of the result are the tables' names."""
    found = structure(old)
    rows = {}
    for table in _tables(old):
        if columns := shape(old, table):
            rows[table] = list(scanned(old, table, columns, found))
    found += [troubles.bad_table(table) for table in _READ - rows.keys()]
    if found:
        raise Damaged(file, found[0].what)
    return rows | {table: _plain_rows(old, table, rows[table]) for table in rows.keys() - _READ}


def _tables(old: Database) -> list[str]:
    names = [row[0] for row in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [name for name in names if not name.startswith("search")]


def _plain_rows(old: Database, table: str, rows: list[tuple[Cell, ...]]) -> list[Any]:
    """The rows of a record table as plain objects."""
    columns = shape(old, table)
    objects = (dict(zip(columns, row, strict=True)) for row in rows)
    known = BY_TABLE.get(table)
    return [plain_of(known, one) if known else one for one in objects]


def _records(rows: dict[str, list[Any]], written: int) -> list[Record]:
    tables: Tables = {table: plains for table, plains in rows.items() if table not in _READ}
    return [
        from_plain(BY_TABLE[table], plain) for table, plains in upgraded(tables, written).items() for plain in plains
    ]


def _drafts(rows: dict[str, list[Any]], written: int) -> Iterator[tuple[Cell, ...]]:
    """Drafts under the names that their fields have today."""
    tables = {plain["id"]: table for table, plains in rows.items() if table not in _READ for plain in plains}
    for record, field, at, text in rows["draft"]:
        yield record, _field_now(tables.get(record, ""), field, written), at, text


def _field_now(table: str, field: str, written: int) -> str:
    renamed = upgraded({table: [{field: ""}]}, written).get(table, [{}])
    return next(iter(renamed[0]), field) if renamed else field


def _prove(new: Path, records: list[Record], progress: Progress | None) -> None:
    """Read the new file back; what is in it must be what was meant."""
    with closing(database.connect(new)) as db, database.reading(db):
        if load(new, db, progress) != Plan.of(records):
            raise Damaged(new, _("It does not hold what was written."))


def _keep(file: Path, old: Database, name: str) -> None:
    """Give the old file a second name among the backups: not a byte of it is touched."""
    folder = file.parent / BACKUPS
    made(folder)
    try:
        os.link(file, folder / name)
        settle(folder)
    except OSError:
        # FAT and some network folders know one name for a file only. Reading the file here would let go of its lock.
        write(folder / name, old.conn.serialize())
