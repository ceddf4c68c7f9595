"""Full-text search over every text of every record, kept by the one door.

``search`` is an FTS5 table of (title, text); ``indexed`` says which record its row stands for, because deleting by
row number is twelve times quicker than by an id among the columns. A changed record gets a new, greater number, so
the order of the numbers is that of the last change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.plan import Plan
from leaderplan.store.query import expression, is_short, tokens

_TEXTS = {Kind.TEXT, Kind.PROSE, Kind.ADDRESS}
_OPEN, _CLOSE, _ROOM = "\x02", "\x03", 16
_CONTROLS = {code: " " for code in range(32) if code != 10} | {127: " "}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found; ``marks`` are (start, end) of the found words in ``snippet``, which is plain text."""

    id: str
    table: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


def create(db: Database) -> None:
    """Make the empty index, within the transaction at hand."""
    db.create_table("indexed", {"n": int, "record": str, "table": str}, pk="n", strict=True)
    db.table("indexed").create_index(["record"], "indexed_record", unique=True)
    db.execute(
        "CREATE VIRTUAL TABLE search USING fts5"
        "(title, text, prefix = '1 2', tokenize = 'unicode61 remove_diacritics 2')"
    )
    db.execute("INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 1.0)')")


def texts(record: Record) -> tuple[str, str]:
    """(title, the rest): what is found of a record, without control characters."""
    title, rest = record.heading, []
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if spec.inner:
            continue
        if spec.kind in _TEXTS and value and name != record.title_field:
            rest.append(value)
        elif spec.kind is Kind.TAGS:
            rest.extend(value)
        elif spec.kind is Kind.ATTACHMENT and value:
            rest.append(value.name)
    return title.translate(_CONTROLS), "\n".join(rest).translate(_CONTROLS)


def rebuild(db: Database, plan: Plan) -> None:
    """Make the index anew, within the transaction at hand."""
    db.execute("DROP TABLE search")
    db.execute("DROP TABLE indexed")
    create(db)
    Index(db).add(plan)


def renew(db: Database) -> None:
    """Write the index anew from the texts that it has kept, so that no word of what was removed is left in it."""
    db.execute("INSERT INTO search (search) VALUES ('rebuild')")


class Index:
    """The full-text index of one database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, records: Iterable[Record]) -> None:
        """Take in records that it does not hold; those without a text are left out."""
        first = self._db.execute("SELECT coalesce(max(n), 0) + 1 FROM indexed").fetchone()[0]
        found = [(record, *texts(record)) for record in records]
        kept = [(n, *one) for n, one in enumerate((one for one in found if any(one[1:])), first)]
        conn = self._db.conn
        conn.executemany("INSERT INTO indexed VALUES (?, ?, ?)", [(n, r.id, r.table) for n, r, _title, _text in kept])
        conn.executemany(
            "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
            [(n, title, text) for n, _r, title, text in kept],
        )

    def remove(self, ids: Iterable[str]) -> None:
        """Let go of records."""
        find = "SELECT n FROM indexed WHERE record = ?"
        rows = [row for id in ids if (row := self._db.execute(find, [id]).fetchone())]
        # In this order FTS5 gathers them; each step backwards would make it write out what it has.
        rows.sort()
        self._db.conn.executemany("DELETE FROM search WHERE rowid = ?", rows)
        self._db.conn.executemany("DELETE FROM indexed WHERE n = ?", rows)

    def take(self, edit: ChangeSet) -> None:
        """Follow an edit."""
        changed = [change for change in edit if not _same_texts(change.before, change.after)]
        self.remove(change.id for change in changed if change.before)
        self.add(change.after for change in changed if change.after)

    def find(self, text: str, limit: int) -> list[Hit]:
        """The records that hold all words of ``text``: best first, or newest first while it has one or two letters."""
        words = tokens(text)
        if not words:
            return []
        order = "search.rowid DESC" if is_short(words) else "rank"
        rows = self._db.execute(
            f"SELECT rowid, snippet(search, -1, '{_OPEN}', '{_CLOSE}', '…', {_ROOM}) FROM search"
            f" WHERE search MATCH ? ORDER BY {order} LIMIT ?",
            [expression(words), limit],
        ).fetchall()
        return [self._hit(n, snippet) for n, snippet in rows]

    def _hit(self, n: int, snippet: str) -> Hit:
        id, table = self._db.execute('SELECT record, "table" FROM indexed WHERE n = ?', [n]).fetchone()
        return Hit(id, table, *_marked(snippet))

    def held(self) -> Iterator[tuple[str, str, str, str]]:
        """(id, table, title, text) of all that it holds, for checking it."""
        return iter(
            self._db.execute(
                'SELECT record, "table", title, text FROM indexed JOIN search ON search.rowid = indexed.n'
            ).fetchall()
        )

    def rows(self) -> int:
        """How many rows it has, whether or not a record is known for each."""
        return int(self._db.execute("SELECT count(*) FROM search").fetchone()[0])


def _same_texts(before: Record | None, after: Record | None) -> bool:
    return before is not None and after is not None and texts(before) == texts(after)


def _marked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The plain text of a snippet, in one line, and where the found words stand in it."""
    plain, marks, start, length = [], [], 0, 0
    for piece in snippet.replace("\n", " ").split(_OPEN):
        found, closed, after = piece.partition(_CLOSE)
        if closed:
            start, length = length, length + len(found)
            marks.append((start, length))
            length += len(after)
            plain += [found, after]
        else:
            plain.append(piece)
            length += len(piece)
    return "".join(plain), tuple(marks)
