"""Writing rows so that each carries its digest and each table's count and sum stay true."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from sqlite_utils import Database

from leaderplan.store.digests import Cell, Total, digest
from leaderplan.store.failures import BadRow
from leaderplan.store.schema import DIGEST, TABLES, key_of


class Ledger:
    """The writes of one transaction; :meth:`close` brings ``meta`` up to date just before it commits.

    ``tables`` gives the columns of each table, where they are not those of today's format.
    """

    def __init__(self, db: Database, tables: Mapping[str, Collection[str]] = TABLES) -> None:
        self._db = db
        self._tables = tables
        self._totals: dict[str, Total] = {}

    def insert(self, table: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Add rows, each with the values of all columns in their order."""
        kept = [(row, digest(table, row)) for row in rows]
        self._db.conn.executemany(_insertion(table, len(self._tables[table])), ((*row, made) for row, made in kept))
        self._totals[table] = self._total(table).plus(*(made for _row, made in kept))

    def update(self, table: str, row: Sequence[Cell]) -> None:
        """Give the row with the same key these values."""
        names = tuple(self._tables[table])
        key = [row[place] for place in _key_places(table, names)]
        total = self._total(table).minus(self._digest(table, key))
        made = digest(table, row)
        self._db.execute(_alteration(table, names), [*row, made, *key])
        self._totals[table] = total.plus(made)

    def delete(self, table: str, key: Sequence[Cell]) -> None:
        """Remove the row with this key."""
        self._totals[table] = self._total(table).minus(self._digest(table, key))
        self._db.execute(f'DELETE FROM "{table}" WHERE {_is_key(table)}', key)

    def close(self) -> None:
        """Write the totals of the tables that changed."""
        for table, total in self._totals.items():
            self._db.execute(
                'UPDATE meta SET "count" = ?, "sum" = ? WHERE name = ?', [total.count, total.stored, table]
            )
        self._totals = {}

    def _digest(self, table: str, key: Sequence[Cell]) -> bytes:
        found = self._db.execute(f'SELECT {DIGEST} FROM "{table}" WHERE {_is_key(table)}', key).fetchone()
        if found is None:
            raise BadRow(table)
        return bytes(found[0])

    def _total(self, table: str) -> Total:
        if table not in self._totals:
            count, stored = self._db.execute('SELECT "count", "sum" FROM meta WHERE name = ?', [table]).fetchone()
            self._totals[table] = Total(count, int.from_bytes(stored))
        return self._totals[table]


@cache
def _insertion(table: str, width: int) -> str:
    return f'INSERT INTO "{table}" VALUES ({", ".join("?" * (width + 1))})'


@cache
def _alteration(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{column}" = ?' for column in (*names, DIGEST))
    return f'UPDATE "{table}" SET {columns} WHERE {_is_key(table)}'


@cache
def _is_key(table: str) -> str:
    return " AND ".join(f'"{column}" = ?' for column in key_of(table))


@cache
def _key_places(table: str, names: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(names.index(column) for column in key_of(table))
