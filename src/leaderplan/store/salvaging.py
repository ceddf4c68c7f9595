"""What can still be read of a damaged plan: the sound rows on this side of a broken page, and those on the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from leaderplan.domain.belonging import lawful
from leaderplan.domain.fields import Record
from leaderplan.domain.plain import from_plain, plain_of
from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.upgrades import upgraded
from leaderplan.store import troubles
from leaderplan.store.digests import Cell, digest
from leaderplan.store.rows import shape
from leaderplan.store.schema import DIGEST, DRAFTS, HISTORY
from leaderplan.store.troubles import Trouble


def salvaged(db: Database, written: int) -> tuple[tuple[Record, ...], list[Trouble]]:
    """The records of a plan of format ``written`` that are as they were written, and what could not be read.

    References to what was lost are left out, so that the records make a plan.
    """
    tables: dict[str, list[dict[str, Any]]] = {}
    found: list[Trouble] = []
    for table in _tables(db, found):
        columns = shape(db, table)
        rows = dict(_sound(db, table, columns, found)) if columns else {}
        known = BY_TABLE.get(table)
        if rows and table not in HISTORY and table not in DRAFTS:
            objects = (dict(zip(columns, row, strict=True)) for row in rows.values())
            tables[table] = [plain_of(known, one) if known else one for one in objects]
    return lawful(_records(tables, written)), found


def _tables(db: Database, found: list[Trouble]) -> list[str]:
    try:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    except sqlite3.DatabaseError as error:
        found.append(troubles.bad_page(str(error)))
        return []
    return [name for name in names if not name.startswith("search")]


def _sound(
    db: Database, table: str, columns: Sequence[str], found: list[Trouble]
) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    """The rows by their key whose digest is right, read from the front and, where that breaks off, from the back."""
    names = ", ".join(f'"{name}"' for name in (*columns, DIGEST))
    for order in ("ASC", "DESC"):
        try:
            for *values, kept in db.execute(f'SELECT {names} FROM "{table}" ORDER BY rowid {order}'):
                if digest(table, values) == kept:
                    yield values[0], tuple(values)
                elif order == "ASC":
                    found.append(troubles.bad_row(table, str(values[0])))
        except (sqlite3.DatabaseError, UnicodeEncodeError) as error:
            found.append(troubles.bad_page(f"{table}: {error}"))
        else:
            return


def _records(tables: dict[str, list[dict[str, Any]]], written: int) -> Iterator[Record]:
    with suppress(ValueError, TypeError, KeyError):
        tables = upgraded(tables, written)
    for table, plains in tables.items():
        for plain in plains:
            with suppress(ValueError, TypeError, KeyError):
                yield from_plain(BY_TABLE[table], plain)
