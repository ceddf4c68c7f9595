"""Which attachments a database speaks of."""

from __future__ import annotations

import re

from sqlite_utils import Database

from leaderplan.store.rows import shapes

_NAMED = re.compile(r'"sha256"\s*:\s*"([0-9a-f]{64})"')


def attachments_in(db: Database) -> set[str]:
    """The SHA-256 of every attachment that a record or the history refers to, in a database of any format."""
    found: set[str] = set()
    for table, columns in shapes(db).items():
        for column in columns:
            rows = db.execute(f"""SELECT "{column}" FROM "{table}" WHERE "{column}" LIKE '%"sha256"%'""")
            found.update(digest for (text,) in rows for digest in _NAMED.findall(text))
    return found
