"""apsw's connections with the face of the standard library's, which has no way to a virtual file system.

Only what sqlite_utils and the store use of :class:`sqlite3.Connection` is here. Errors are those of ``sqlite3``, with
their ``sqlite_errorcode``. apsw brings its own SQLite, so what is found here holds for that version.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

_KINDS: dict[int, type[sqlite3.Error]] = {
    sqlite3.SQLITE_CORRUPT: sqlite3.DatabaseError,
    sqlite3.SQLITE_NOTADB: sqlite3.DatabaseError,
    sqlite3.SQLITE_CONSTRAINT: sqlite3.IntegrityError,
    sqlite3.SQLITE_MISUSE: sqlite3.ProgrammingError,
}


@contextmanager
def as_sqlite3() -> Iterator[None]:
    """Turn apsw's errors into those that the standard library would raise."""
    try:
        yield
    except apsw.ConnectionClosedError as error:
        raise sqlite3.ProgrammingError("Cannot operate on a closed database.") from error
    except apsw.Error as error:
        code = max(getattr(error, "extendedresult", 0), 0) or sqlite3.SQLITE_ERROR
        made = _KINDS.get(code & 0xFF, sqlite3.OperationalError)(str(error))
        made.sqlite_errorcode = code
        raise made from error
    except UnicodeDecodeError as error:
        raise sqlite3.OperationalError("Could not decode to UTF-8 column") from error


class Cursor:
    """One statement and its rows."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._raw = connection.raw.cursor()

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        with as_sqlite3():
            self._raw.execute(sql, parameters)
        return self

    def executemany(self, sql: str, rows: Iterable[Any]) -> Cursor:
        with as_sqlite3():
            self._raw.executemany(sql, rows)
        return self

    def fetchone(self) -> Any:
        with as_sqlite3():
            return self._raw.fetchone()

    def fetchall(self) -> list[Any]:
        with as_sqlite3():
            return list(self._raw.fetchall())

    def fetchmany(self, size: int = 1) -> list[Any]:
        return [row for row in (self.fetchone() for _ in range(size)) if row is not None]

    def __iter__(self) -> Iterator[Any]:
        while (row := self.fetchone()) is not None:
            yield row

    @property
    def description(self) -> Sequence[Any] | None:
        try:
            return tuple((*column, None, None, None, None, None)[:7] for column in self._raw.description) or None
        except apsw.ExecutionCompleteError:
            return None

    @property
    def rowcount(self) -> int:
        return self.connection.raw.changes()

    @property
    def lastrowid(self) -> int:
        return self.connection.raw.last_insert_rowid()

    def close(self) -> None:
        with as_sqlite3():
            self._raw.close()


class Connection:
    """A connection without transactions of its own, as with ``isolation_level=None``."""

    isolation_level = None
    row_factory = None

    def __init__(self, raw: apsw.Connection) -> None:
        self.raw = raw

    def cursor(self) -> Cursor:
        with as_sqlite3():
            return Cursor(self)

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql: str, rows: Iterable[Any]) -> Cursor:
        return self.cursor().executemany(sql, rows)

    def commit(self) -> None:
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.in_transaction:
            self.execute("ROLLBACK")

    @property
    def in_transaction(self) -> bool:
        return self.raw.in_transaction

    @property
    def total_changes(self) -> int:
        return self.raw.total_changes()

    def create_function(self, name: str, narg: int, func: Any, *, deterministic: bool = False) -> None:
        self.raw.create_scalar_function(name, func, narg, deterministic=deterministic)

    def backup(self, target: Connection | sqlite3.Connection, *, pages: int = -1, progress: Any = None) -> None:
        assert isinstance(target, Connection)
        with as_sqlite3(), target.raw.backup("main", self.raw, "main") as backup:
            while not backup.done:
                backup.step(pages)
                if progress:
                    done = sqlite3.SQLITE_DONE if backup.done else sqlite3.SQLITE_OK
                    progress(done, backup.remaining, backup.page_count)

    def serialize(self) -> bytes:
        with as_sqlite3():
            return self.raw.serialize("main")

    def close(self) -> None:
        with as_sqlite3():
            self.raw.close()


def connected(file: Path, mode: str, vfs: str, seconds: float) -> Connection:
    """Open an existing file through a virtual file system; ``mode`` is that of a URI."""
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
    with as_sqlite3():
        raw = apsw.Connection(f"{file.absolute().as_uri()}?{mode}", flags=flags, vfs=vfs, statementcachesize=256)
        raw.set_busy_timeout(int(seconds * 1000))
    return Connection(raw)
