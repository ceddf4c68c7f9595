"""One connection to a plan's file, set so that what was acknowledged stays written."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from leaderplan.store.ledger import Ledger
from leaderplan.store.schema import TABLES

BUSY_SECONDS = 5.0
"""How long to wait for another program's transaction."""

_READING = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY")
# TRUNCATE with EXTRA lost no acknowledged commit in 4,500 simulated power losses; WAL with NORMAL did in a third.
_PRAGMAS = (
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "secure_delete = ON",
    *_READING,
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)

# Without the first, SQLite reads nothing at all of a file whose end is missing.
_FORGIVING = ("writable_schema = ON", "trusted_schema = OFF", "mmap_size = 0")


def connect(file: Path) -> Database:
    """Open an existing file for reading and writing; raises sqlite3.Error.

    The connection may be used from any thread by whoever holds the workspace's lock.
    """
    return _connected(file, "mode=rw", _PRAGMAS)


def connect_beside(file: Path) -> Database:
    """Open a plan that others have open, to read it; what a program that died has half written is taken back."""
    return _connected(file, "mode=rw", (*_PRAGMAS, "query_only = ON"))


def connect_still(file: Path) -> Database:
    """Open a file to which nobody writes, without a lock and without looking for a journal."""
    return _connected(file, "mode=ro&immutable=1", _READING)


def connect_damaged(file: Path) -> Database:
    """Open a copy of a damaged file, to read what can be read of it."""
    return _connected(file, "mode=rw", _FORGIVING)


def _connected(file: Path, mode: str, pragmas: tuple[str, ...]) -> Database:
    conn = raw(file, mode)
    try:
        for pragma in pragmas:
            conn.execute(f"PRAGMA {pragma}").close()
        return Database(conn, execute_plugins=False)
    except BaseException:
        conn.close()
        raise


def raw(file: Path, mode: str) -> sqlite3.Connection:
    """A connection as SQLite makes it, before it is set."""
    return sqlite3.connect(
        f"{file.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )


def in_memory() -> Database:
    """An empty database that is on no disk."""
    conn = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    return Database(conn, execute_plugins=False)


@contextmanager
def writing(db: Database, tables: Mapping[str, Collection[str]] = TABLES) -> Iterator[Ledger]:
    """A transaction that holds the write lock from its first moment; nothing of it stays if anything fails.

    ``tables`` gives the columns of each table where they are not those of today's format.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        with db.atomic():
            ledger = Ledger(db, tables)
            yield ledger
            ledger.close()
        db.commit()
    except BaseException:
        db.rollback()
        raise


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """A transaction in which every read sees the same state."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()


def version(db: Database) -> int:
    """A number that differs from the last one if another connection has committed in between."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])
