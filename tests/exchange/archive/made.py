"""Archives to read back: of records with every field filled, and of a plan in which somebody worked."""

from __future__ import annotations

import hashlib
import io
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, Record, Spec, specs
from leaderplan.domain.messages import _
from leaderplan.domain.plain import plain_of, to_plain
from leaderplan.domain.records import BY_TABLE, RECORDS, Achievement, Profile
from leaderplan.domain.upgrades import FORMAT
from leaderplan.exchange.archive import Archive, Head, write
from leaderplan.store import Workspace

HEAD = Head("0198c000-0000-7000-8000-0000000000a1", FORMAT, datetime(2026, 3, 12, 9, 30, tzinfo=UTC), "1.2.3")
TEXT = 'Tŷ Gŵyr, “R&D” <b>\\ "quoted"\t😀 \u2028 \x85 \x01 中 ' + ", [{" * 5
NO_BYTES: tuple[tuple[Attachment, Path | None], ...] = ()


def filled(record_type: type[Record]) -> Record:
    """A record with something in each of its fields."""
    return record_type(id=f"{record_type.table}-0001", **{n: _value(spec) for n, spec in specs(record_type).items()})


def _value(spec: Spec) -> Any:
    members = tuple(spec.choices or ())
    return {
        Kind.TEXT: TEXT,
        Kind.PROSE: TEXT + "\n" + "x" * 9_000,
        Kind.ADDRESS: "https://example.org/?a=b&c",
        Kind.DATE: PartialDate(2026, 3),
        Kind.MOMENT: datetime(2026, 3, 12, 9, 30, 1, 5, tzinfo=UTC),
        Kind.LEVEL: spec.highest,
        Kind.NUMBER: 12 if spec.whole else 0.1,
        Kind.SHARE: tuple(range(len(members))),
        Kind.CHOICE: members[-1] if members else None,
        Kind.CHOICES: members,
        Kind.TAGS: ("a, b", TEXT),
        Kind.REFERENCE: "someone-else",
        Kind.REFERENCES: ("someone-else", "and-another"),
        Kind.FLAG: True,
        Kind.ATTACHMENT: Attachment("a" * 64, TEXT, 3),
    }[spec.kind]


def every_record() -> dict[str, list[dict[str, Any]]]:
    """One full and one empty record of every type, as plain objects by table."""
    return {kind.table: [to_plain(filled(kind)), to_plain(kind(id="empty"))] for kind in RECORDS}


def worked_in(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of a plan with edits, an undo, a redo and drafts, as they lie in its file."""
    story = Achievement(id="story-0001", title="Cut the queue")
    with closing(Workspace.create(folder / "plan", [Profile(id=HEAD.plan, name=TEXT)])) as workspace:
        label = _("Import {file}", file="half a character \udcff.csv")
        workspace.commit(edits.add(story, label=label), by="test")
        workspace.commit(edits.alter(workspace.plan, story, result=TEXT), by="test")
        workspace.undo()
        workspace.redo()
        workspace.commit(edits.remove(workspace.plan, story), by="test")
        workspace.draft(HEAD.plan, "started", "half \ud83d of a date, \x00")
    with closing(sqlite3.connect(folder / "plan" / "plan.db")) as db:
        db.row_factory = sqlite3.Row
        return {table: _rows(db, table) for table in (*BY_TABLE, "step", "change", "draft")}


def _rows(db: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    rows: Iterable[dict[str, Any]] = (dict(row) for row in db.execute(f'SELECT * FROM "{table}"'))
    bare = [{name: cell for name, cell in row.items() if name != "digest"} for row in rows]
    return [plain_of(BY_TABLE[table], row) for row in bare] if table in BY_TABLE else bare


def kept(folder: Path, *contents: bytes) -> list[tuple[Attachment, Path | None]]:
    """Files as the store keeps them."""
    folder.mkdir(exist_ok=True)
    made: list[tuple[Attachment, Path | None]] = []
    for data in contents:
        sha256 = hashlib.sha256(data).hexdigest()
        (folder / sha256).write_bytes(data)
        made.append((Attachment(sha256, "photo.png", len(data)), folder / sha256))
    return made


def archived(tables: dict[str, list[dict[str, Any]]], files: Iterable[tuple[Attachment, Path | None]] = NO_BYTES
             ) -> io.BytesIO:  # fmt: skip
    """An archive in memory."""
    target = io.BytesIO()
    write(target, HEAD, tables, files)
    return target


def content(file: io.BytesIO) -> tuple[dict[str, list[dict[str, Any]]], dict[str, bytes]]:
    """Everything an archive gives: rows by table, and attachments by digest."""
    with Archive(file) as archive:
        rows = {table: found for table in ALL_TABLES if (found := list(archive.rows(table)))}
        files = {}
        for sha256, _size in archive.attachments():
            archive.copy_attachment(sha256, into := io.BytesIO())
            files[sha256] = into.getvalue()
    return rows, files


ALL_TABLES = (*BY_TABLE, "step", "change", "draft")


@cache
def small() -> bytes:
    """A small archive to damage, with records and an attachment."""
    tables = {"achievement": [{"id": f"a-{n}", "title": f"Cut the queue, number {n * n}"} for n in range(40)]}
    target = io.BytesIO()
    write(target, HEAD, tables, NO_BYTES)
    return target.getvalue()
