"""Records as rows: written through a ledger, read back with their digests checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from leaderplan.domain.changes import Change
from leaderplan.domain.checks import Problem
from leaderplan.domain.fields import Record, specs
from leaderplan.domain.messages import _
from leaderplan.domain.plain import from_row, row_of, to_plain, to_row
from leaderplan.domain.records import BY_TABLE
from leaderplan.store import troubles
from leaderplan.store.digests import Cell, Total, digest
from leaderplan.store.failures import BadRow
from leaderplan.store.ledger import Ledger
from leaderplan.store.schema import DIGEST, TABLES
from leaderplan.store.troubles import Trouble

Progress = Callable[[int, int], None]
"""Told (done, of all); may raise Cancelled."""


def cells(record: Record) -> tuple[Cell, ...]:
    """The values of a record in the order of its columns, as SQLite gives them back."""
    columns = TABLES[record.table].values()
    # A REAL column gives 3 back as 3.0, and -0.0 as 0.0.
    return tuple(
        float(value) + 0.0 if column is float and value is not None else value
        for column, value in zip(columns, to_row(record).values(), strict=True)
    )


def misfits(record: Record) -> tuple[Problem, ...]:
    """The fields whose values would not come back from their columns as they are; normally none."""
    if _survives(record, to_plain(record)):
        return ()
    fields = specs(type(record))
    return tuple(
        Problem(record.id, name, _("{field} holds what it cannot keep: enter it again.", field=fields[name].label))
        for name, plain in to_plain(record).items()
        if name in fields and not _survives(type(record)(id=record.id, **{name: getattr(record, name)}), {name: plain})
    )


def _survives(record: Record, plain: dict[str, Any]) -> bool:
    row = dict.fromkeys(TABLES[record.table]) | row_of(type(record), plain) | {"id": record.id}
    try:
        return from_row(type(record), row) == record
    except ValueError:
        return False


def write(ledger: Ledger, changes: Iterable[Change]) -> None:
    """Bring the rows of the changed records to what is after; removals first, so that an id may come back."""
    added: dict[str, list[tuple[Cell, ...]]] = {}
    for change in changes:
        if change.after is None:
            ledger.delete(change.table, [change.id])
        elif change.before is None:
            added.setdefault(change.table, []).append(cells(change.after))
        else:
            ledger.update(change.table, cells(change.after))
    for table, rows in added.items():
        ledger.insert(table, rows)


def scanned(db: Database, table: str, columns: Sequence[str], found: list[Trouble]) -> Iterator[tuple[Cell, ...]]:
    """The sound rows of a table; what is wrong with the others, or with their sum, is added to ``found``."""
    digests = []
    names = ", ".join(f'"{name}"' for name in (*columns, DIGEST))
    for row in db.execute(f'SELECT {names} FROM "{table}"'):
        values, kept = row[:-1], row[-1]
        made = digest(table, values)
        digests.append(made)
        if made == kept:
            yield values
        else:
            found.append(troubles.bad_row(table, str(values[0])))
    total = Total().plus(*digests)
    expected = db.execute('SELECT "count", "sum" FROM meta WHERE name = ?', [table]).fetchone()
    if expected != (total.count, total.stored):
        found.append(troubles.bad_total(table))


def shape(db: Database, table: str) -> list[str]:
    """The columns of a table in their order, without the digest; none where there is no such table."""
    names = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
    return names[:-1] if names[-1:] == [DIGEST] else []


def shapes(db: Database) -> dict[str, list[str]]:
    """Every table whose rows carry digests with its columns, in a database of any format."""
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: columns for name in names if (columns := shape(db, name))}


def records_of(db: Database, table: str, found: list[Trouble]) -> dict[str, Record]:
    """The records of one table by id; what cannot be read is added to ``found``."""
    columns, record_type = tuple(TABLES[table]), BY_TABLE[table]
    records: dict[str, Record] = {}
    for values in scanned(db, table, columns, found):
        try:
            record = from_row(record_type, dict(zip(columns, values, strict=True)))
        except (ValueError, TypeError):
            found.append(troubles.bad_row(table, str(values[0])))
        else:
            records[record.id] = record
    return records


def record_in(db: Database, table: str, id: str) -> Record | None:
    """One record as it lies in the file; raises BadRow where its row is not as it was written."""
    row = db.execute(f'SELECT * FROM "{table}" WHERE id = ?', [id]).fetchone()
    if row is None:
        return None
    if digest(table, row[:-1]) != row[-1]:
        raise BadRow(table)
    return from_row(BY_TABLE[table], dict(zip(TABLES[table], row[:-1], strict=True)))
