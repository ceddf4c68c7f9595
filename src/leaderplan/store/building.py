"""A new plan file, whole on the disk before anybody finds it under its name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.store import database, schema, search
from leaderplan.store.folder import settle
from leaderplan.store.history import History
from leaderplan.store.ledger import Ledger
from leaderplan.store.rows import cells
from leaderplan.store.steps import StepKind


def unfinished(file: Path) -> Path:
    """Where a file is built before it gets its name."""
    return file.with_name(f"{file.name}.new")


@contextmanager
def building(file: Path) -> Iterator[tuple[Database, Ledger]]:
    """An empty database beside ``file``, under the name :func:`unfinished`, in one transaction.

    It is committed and closed when the block ends, and gone if the block fails.
    """
    new = unfinished(file)
    discard(file)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(database.connect(new)) as db, database.writing(db) as ledger:
            lay_out(db)
            yield db, ledger
    except BaseException:
        discard(file)
        raise


def lay_out(db: Database) -> None:
    """Make the tables and the index of an empty plan, within the transaction at hand."""
    schema.create(db)
    search.create(db)


def discard(file: Path) -> None:
    """Remove what an earlier attempt has left behind."""
    new = unfinished(file)
    for leftover in (new, new.with_name(f"{new.name}-journal")):
        leftover.unlink(missing_ok=True)


def fill(db: Database, ledger: Ledger, records: Iterable[Record]) -> None:
    """Write the records of a new file and index them."""
    records = tuple(records)
    for table in dict.fromkeys(record.table for record in records):
        ledger.insert(table, (cells(record) for record in records if record.table == table))
    search.Index(db).add(records)


def begin(db: Database, ledger: Ledger, at: datetime) -> None:
    """The first step of a history, from which every version starts."""
    History(db).append(ledger, StepKind.BEGIN, _("New plan"), at)


def name(file: Path) -> None:
    """Give the finished file its name; what had the name before is replaced in one moment."""
    new = unfinished(file)
    new.replace(file)
    discard(file)
    settle(file.parent)
