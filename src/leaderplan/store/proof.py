"""A plan file that nobody writes to, looked at or proved whole, whatever format it has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from leaderplan.domain.messages import Message, _
from leaderplan.domain.upgrades import FORMAT
from leaderplan.errors import UserError
from leaderplan.store import database, header, troubles
from leaderplan.store.failures import as_sentences
from leaderplan.store.loading import examined, structure
from leaderplan.store.references import attachments_in
from leaderplan.store.rows import Progress, scanned, shape
from leaderplan.store.schema import DRAFTS, HISTORY
from leaderplan.store.troubles import Trouble

_NO_RECORDS = {*HISTORY, *DRAFTS}


class Unsound(UserError):
    """A backup that does not hold what it should; ``what`` is the first thing that is wrong."""

    def __init__(self, file: Path, what: Message) -> None:
        super().__init__(
            _("The backup {name} is not sound. {what}", name=file.name, what=what),
            _("It was left as it is. Choose another backup."),
        )
        self.what = what


@dataclass(frozen=True)
class Facts:
    """What a database says of itself: its newest step, its records by table, and a digest of all it holds."""

    format: int
    step: int
    state: str
    records: dict[str, int]
    attachments: frozenset[str]


def look(file: Path) -> Facts:
    """What the file says of itself, unproved; raises UserError where it is no plan that this version can read."""
    with _opened(file) as (db, written):
        return _facts(db, written)


def prove(file: Path, progress: Progress | None = None) -> Facts:
    """The same of a file of which every row, sum and reference is as it was written; raises UserError."""
    with _opened(file) as (db, written):
        found = examined(db, progress)[1] if written == FORMAT else _examined_older(db)
        if found:
            raise Unsound(file, found[0].what)
        return _facts(db, written)


def state_of(db: Database) -> tuple[int, str]:
    """The newest step, and a digest over the count and sum of every table: equal where two databases hold the same."""
    step = db.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0]
    totals = db.execute('SELECT name, "count", hex("sum") FROM meta ORDER BY name').fetchall()
    return int(step), sha256(repr(totals).encode()).hexdigest()


def digest_of(file: Path) -> str:
    """The SHA-256 of a file's bytes; not for a plan in use, whose lock closing the file would let go of."""
    made = sha256()
    with file.open("rb") as stream:
        while piece := stream.read(1 << 20):
            made.update(piece)
    return made.hexdigest()


@contextmanager
def _opened(file: Path) -> Iterator[tuple[Database, int]]:
    try:
        with as_sentences(file):
            written = header.written_format(file)
            if header.has_unfinished_work(file):
                raise Unsound(file, _("A program died while it wrote to it."))
            with closing(database.connect_still(file)) as db, database.reading(db):
                yield db, written
    except (sqlite3.Error, ValueError, TypeError) as error:  # a table is missing or has other columns
        raise Unsound(file, _("A table in it is missing or has another shape.")) from error


def _facts(db: Database, written: int) -> Facts:
    counts = dict(db.execute('SELECT name, "count" FROM meta').fetchall())
    records = {table: count for table, count in sorted(counts.items()) if count and table not in _NO_RECORDS}
    return Facts(written, *state_of(db), records, frozenset(attachments_in(db)))


def _examined_older(db: Database) -> list[Trouble]:
    found = structure(db)
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    shapes = {name: shape(db, name) for name in names if not name.startswith("search")}
    for table, columns in shapes.items():
        if columns:
            for _row in scanned(db, table, columns, found):
                pass
    return found + [troubles.bad_table(table) for table in sorted(_NO_RECORDS) if not shapes.get(table)]
