"""The tables: one for each declared record type, the history, the drafts, and what proves that all are whole.

There are no foreign keys and no triggers: references are the domain's law, and the one door keeps everything in step.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from leaderplan.domain.fields import Kind, Record, Spec, specs
from leaderplan.domain.records import RECORDS
from leaderplan.domain.upgrades import FORMAT

APPLICATION_ID = 0x4C50_4C4E
"""``LPLN``: what SQLite's header says in every plan."""

DIGEST = "digest"

Columns = Mapping[str, type]

HISTORY: Mapping[str, Columns] = {
    # kind: begin, edit, undo, redo or erase; of: the edit that is undone or redone; undone: 0 in force, 1 can be
    # redone, 2 overtaken by a later edit; label: a message as JSON; format: that of the plain objects in its changes.
    "step": {"id": int, "at": str, "label": str, "by": str, "format": int, "kind": str, "of": int, "undone": int},
    # before, after: the changed fields as a plain object, all fields of a record that was added or removed, else NULL;
    # an erase names all records that it touched, with neither.
    "change": {"step": int, "n": int, "table": str, "record": str, "before": str, "after": str},
}
DRAFTS: Mapping[str, Columns] = {"draft": {"record": str, "field": str, "at": str, "text": str}}

KEYS: Mapping[str, tuple[str, ...]] = {"step": ("id",), "change": ("step", "n"), "draft": ("record", "field")}
"""The primary keys of the tables that hold no records; a record's is its id."""


def _column(spec: Spec) -> type:
    if spec.kind is Kind.NUMBER:
        return int if spec.whole else float
    return int if spec.kind in (Kind.LEVEL, Kind.FLAG) else str


def record_columns(record_type: type[Record]) -> Columns:
    """The columns of a record type, in the order in which they are digested."""
    return {"id": str} | {name: _column(spec) for name, spec in specs(record_type).items()}


TABLES: Mapping[str, Columns] = {
    **{record_type.table: record_columns(record_type) for record_type in RECORDS},
    **HISTORY,
    **DRAFTS,
}
"""Every table whose rows carry a digest."""


def key_of(table: str) -> tuple[str, ...]:
    """The names of the primary key's columns."""
    return KEYS.get(table, ("id",))


def create(db: Database) -> None:
    """Make all tables in an empty database, within the transaction at hand."""
    for table, columns in TABLES.items():
        key = key_of(table)
        db.create_table(
            table, dict(columns) | {DIGEST: bytes}, pk=key if len(key) > 1 else key[0], not_null={DIGEST}, strict=True
        )
    db.table("change").create_index(["record"], "change_of_record")
    db.create_table("meta", {"name": str, "count": int, "sum": bytes}, pk="name", strict=True)
    db.table("meta").insert_all({"name": table, "count": 0, "sum": bytes(32)} for table in TABLES)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {FORMAT}")
