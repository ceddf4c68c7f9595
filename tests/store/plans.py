"""Plans for the tests of the store: small ones by hand, any kind of record by Hypothesis."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from leaderplan.domain import edits
from leaderplan.domain.fields import Attachment, Record
from leaderplan.domain.records import Achievement, Claim, Competency, Framework, Measure, Person, Profile
from leaderplan.store import Step, Workspace
from leaderplan.store.digests import Total, digest

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)


LETTER = Attachment("ab" * 32, "letter.pdf", 3)
"""A file that was never kept."""


class Clock:
    """A clock that goes on by a second at each look."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def queue(**fields: object) -> Achievement:
    """An achievement to play with."""
    return Achievement(**{"id": "queue-0001", "title": "Cut the queue"} | fields)  # type: ignore[arg-type]


def linked() -> tuple[Record, ...]:
    """An achievement with all that hangs on it, and what refers to it."""
    return (
        Profile(id="me-000001", name="Ann"),
        Person(id="bob-00001", name="Bob"),
        Framework(id="frame-001", title="Frame"),
        Competency(id="comp-0001", framework="frame-001", title="Direction"),
        queue(people=("bob-00001",)),
        Measure(id="days-0001", of="queue-0001", name="Days"),
        Claim(id="claim-001", achievement="queue-0001", competency="comp-0001"),
    )


def opened(folder: Path, *records: Record, clock: Clock | None = None) -> Workspace:
    """A new plan of these records."""
    return Workspace.create(folder / "plan", records, clock=clock or Clock())


def renamed(workspace: Workspace, record: Record, **fields: Any) -> None:
    """Alter a record through the one door."""
    workspace.commit(edits.alter(workspace.plan, record, **fields))


def story(workspace: Workspace, id: str = "queue-0001") -> Achievement:
    """An achievement as it is now."""
    found = workspace.plan.get(Achievement, id)
    assert found
    return found


def moved(step: Step | None) -> Step:
    """A step that there must be."""
    assert step
    return step


def bytes_of(folder: Path) -> dict[str, str]:
    """The digest of every file under a folder, to see that nothing changed."""
    return {
        str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith(("-journal", ".lock"))
    }


def altered(folder: Path, script: str) -> None:
    """Change a plan's file behind the back of everything."""
    with closing(sqlite3.connect(folder / "plan.db")) as db:
        db.executescript(script)


def forged(folder: Path, table: str, id: str, column: str, value: object) -> None:
    """Change a row and put its digest and the table's sum right, as only this program can."""
    with closing(sqlite3.connect(folder / "plan.db")) as db:
        db.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', [value, id])
        total = Total()
        for *row, _digest in db.execute(f'SELECT * FROM "{table}"').fetchall():
            made = digest(table, row)
            db.execute(f'UPDATE "{table}" SET digest = ? WHERE id = ?', [made, row[0]])
            total = total.plus(made)
        db.execute("UPDATE meta SET count = ?, sum = ? WHERE name = ?", [total.count, total.stored, table])
        db.commit()


def flipped(file: Path, word: bytes) -> None:
    """Change one bit of the first place where ``word`` lies in a file."""
    data = bytearray(file.read_bytes())
    data[data.index(word)] ^= 1
    file.write_bytes(data)
