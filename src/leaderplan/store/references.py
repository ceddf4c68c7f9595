"""Which attachments a database refers to: in its records, its history and its drafts, whatever its format."""

from __future__ import annotations

import re

from sqlite_utils import Database

# A draft is JSON within JSON, so its quotes may be escaped.
_REFERENCE = re.compile(r'sha256\\?"\s*:\s*\\?"([0-9a-f]{64})')


def attachments_in(db: Database) -> set[str]:
    """The SHA-256, as 64 hex digits, of every attachment named in any text of any table."""
    found: set[str] = set()
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in names:
        if not table.startswith(("search", "sqlite_")):
            found |= _in_table(db, table)
    return found


def _in_table(db: Database, table: str) -> set[str]:
    texts = [f'"{row[1]}"' for row in db.execute(f'PRAGMA table_info("{table}")') if row[2] == "TEXT"]
    if not texts:
        return set()
    mentions = " OR ".join(f"instr({text}, 'sha256')" for text in texts)
    rows = db.execute(f'SELECT {", ".join(texts)} FROM "{table}" WHERE {mentions}')
    return {digest for row in rows for text in row if text for digest in _REFERENCE.findall(text)}
