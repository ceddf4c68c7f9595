"""What is typed into a field and cannot be stored yet, so that a crash does not take it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database

from leaderplan.domain.plain import moment_text
from leaderplan.store.ledger import Ledger


def keep(db: Database, ledger: Ledger, record: str, field: str, text: str, at: datetime) -> None:
    """Keep ``text`` for a field; it may hold any character, so it lies there as JSON in ASCII."""
    row = (record, field, moment_text(at), json.dumps(text))
    if _holds(db, record, field):
        ledger.update("draft", row)
    else:
        ledger.insert("draft", [row])


def forget(db: Database, ledger: Ledger, record: str, field: str) -> None:
    """Let go of a draft, if there is one."""
    if _holds(db, record, field):
        ledger.delete("draft", (record, field))


def _holds(db: Database, record: str, field: str) -> bool:
    found = db.execute("SELECT 1 FROM draft WHERE record = ? AND field = ?", [record, field]).fetchone()
    return found is not None


def all_of(db: Database) -> Mapping[tuple[str, str], str]:
    """Every draft by (record, field), the oldest first."""
    rows = db.execute("SELECT record, field, text FROM draft ORDER BY at, record, field").fetchall()
    return {(record, field): json.loads(text) for record, field, text in rows}
