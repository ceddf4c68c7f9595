"""The history as rows: every step that was ever made, with the fields that it changed.

An undo is a step of its own. Only the newest edit may be extended (by the same piece of typing), and edits carry a
mark whether they are in force. Rows go in two ways only: thinned when they are old, and erased with their record.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from leaderplan.domain import messages
from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.messages import Message
from leaderplan.domain.plain import moment_text
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store.digests import Cell
from leaderplan.store.ledger import Ledger
from leaderplan.store.partial import Entry, entries, texts
from leaderplan.store.schema import TABLES
from leaderplan.store.steps import KEPT, StepKind

IN_FORCE, CAN_BE_REDONE, OVERTAKEN = 0, 1, 2

_COLUMNS = ", ".join(f'step."{name}"' for name in TABLES["step"])
_EFFECTIVE = "EXISTS (SELECT 1 FROM change WHERE change.step = step.id AND change.before IS NOT change.after)"


class StepRow(NamedTuple):
    """One row of ``step``."""

    id: int
    at: str
    label: str
    by: str
    format: int
    kind: str
    of: int | None
    undone: int

    @property
    def moment(self) -> datetime:
        """When it was made, in UTC."""
        return datetime.fromisoformat(self.at)

    @property
    def message(self) -> Message:
        """What it is called."""
        return messages.from_plain(json.loads(self.label))


def label_text(label: Message) -> str:
    """A label as it is kept: JSON in ASCII, so that any character of a file's name survives."""
    return json.dumps(messages.to_plain(label))


class History:
    """The rows of ``step`` and ``change`` of one database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def newest(self) -> int:
        """The id of the last step."""
        return int(self._db.execute("SELECT max(id) FROM step").fetchone()[0])

    def first(self) -> StepRow:
        """The step from which the history starts."""
        return next(self._steps("ORDER BY id LIMIT 1"))

    def row(self, id: int) -> StepRow:
        """One step."""
        return next(self._steps("WHERE id = ?", [id]))

    def young_from(self, at: datetime) -> int:
        """The id from which on steps are younger than 90 days at the moment ``at``; one more than the last if none is.

        A later step is a younger one, whatever a clock that was wrong has said; one of the future is young.
        """
        found = self._db.execute("SELECT min(id) FROM step WHERE at >= ?", [moment_text(at - KEPT)]).fetchone()[0]
        return self.newest() + 1 if found is None else int(found)

    def next_undo(self, at: datetime) -> StepRow | None:
        """The edit that undo would take back: the newest in force that changed anything, not older than 90 days."""
        found = next(self._steps(f"WHERE kind = 'edit' AND undone = 0 AND {_EFFECTIVE} ORDER BY id DESC LIMIT 1"), None)
        # As in young_from(), looked at from the end where the answer normally is.
        young = "SELECT 1 FROM step WHERE id <= ? AND at >= ? ORDER BY id DESC LIMIT 1"
        return found if found and self._db.execute(young, [found.id, moment_text(at - KEPT)]).fetchone() else None

    def next_redo(self) -> StepRow | None:
        """The edit that redo would do again: the oldest that was undone since the last new edit."""
        return next(self._steps(f"WHERE kind = 'edit' AND undone = 1 AND {_EFFECTIVE} ORDER BY id LIMIT 1"), None)

    def append(self, ledger: Ledger, kind: StepKind, label: Message, at: datetime, by: str = "", of: int | None = None,
               ) -> StepRow:  # fmt: skip
        """Add a step without changes."""
        newest = self._db.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0]
        row = StepRow(newest + 1, moment_text(at), label_text(label), by, FORMAT, kind.value, of, IN_FORCE)
        ledger.insert("step", [row])
        return row

    def append_edit(self, ledger: Ledger, edit: ChangeSet, at: datetime, by: str) -> int:
        """Add a new edit with its changes; what was undone before it cannot be redone any more."""
        for row in self._steps("WHERE undone = 1"):
            ledger.update("step", row._replace(undone=OVERTAKEN))
        id = self.append(ledger, StepKind.EDIT, edit.label, at, by).id
        ledger.insert("change", (
            (id, n, change.table, change.id, *texts(change.before, change.after)) for n, change in enumerate(edit)
        ))  # fmt: skip
        return id

    def extend(self, ledger: Ledger, id: int, label: Message, at: datetime, ends: dict[str, Change]) -> None:
        """Let an edit reach to new states: ``ends`` gives each record that changed again as before the edit and now.

        A record that is back where it was keeps an empty row, so that others see that it was touched.
        """
        ledger.update("step", self.row(id)._replace(at=moment_text(at), label=label_text(label)))
        places = {record: n for n, record in self._db.execute("SELECT n, record FROM change WHERE step = ?", [id])}
        for record, end in ends.items():
            known = record in places
            n = places.setdefault(record, len(places))
            row: tuple[Cell, ...] = (id, n, end.table, record, *texts(end.before, end.after))
            if known:
                ledger.update("change", row)
            else:
                ledger.insert("change", [row])

    def mark(self, ledger: Ledger, row: StepRow, undone: int) -> None:
        """Say whether an edit is in force."""
        ledger.update("step", row._replace(undone=undone))

    def entries(self, step: StepRow) -> list[Entry]:
        """What an edit changed, in its order."""
        rows = self._db.execute(
            'SELECT "table", record, before, after FROM change WHERE step = ? AND before IS NOT after ORDER BY n',
            [step.id],
        )
        return list(entries((*row, step.format) for row in rows))

    def touched_since(self, step: int) -> list[tuple[str, str]]:
        """(table, record) of all that was changed from this step on, the step included: it may have been extended."""
        rows = self._db.execute(
            'SELECT DISTINCT "table", record FROM change'
            " WHERE step IN (SELECT coalesce(of, id) FROM step WHERE id >= ?)",
            [step],
        )
        return [(table, record) for table, record in rows]

    def steps(self, limit: int, record: str | None = None) -> list[StepRow]:
        """The newest steps that changed anything, newest first; of one record if it is named."""
        touches = "change.step = coalesce(step.of, step.id) AND change.before IS NOT change.after"
        where = f"WHERE kind IN ('begin', 'erase') OR EXISTS (SELECT 1 FROM change WHERE {touches})"
        parameters: list[Cell] = [limit]
        if record is not None:
            where = f"WHERE EXISTS (SELECT 1 FROM change WHERE {touches} AND change.record = ?)"
            parameters.insert(0, record)
        return list(self._steps(f"{where} ORDER BY id DESC LIMIT ?", parameters))

    def of_record(self, record: str) -> list[tuple[StepRow, Entry]]:
        """Every edit, undo and redo that changed a record with its entry, newest first."""
        rows = self._db.execute(
            f'SELECT {_COLUMNS}, change."table", change.record, change.before, change.after, edit.format'
            " FROM change JOIN step AS edit ON edit.id = change.step JOIN step ON coalesce(step.of, step.id) = edit.id"
            " WHERE change.record = ? AND change.before IS NOT change.after ORDER BY step.id DESC",
            [record],
        )
        width = len(TABLES["step"])
        return [(StepRow(*row[:width]), entry) for row in rows for entry in entries([row[width:]])]

    def removals_since(self, at: datetime) -> list[tuple[StepRow, Entry]]:
        """What edits in force have removed since ``at``, newest first."""
        rows = self._db.execute(
            f'SELECT {_COLUMNS}, change."table", change.record, change.before, change.after, step.format'
            " FROM step JOIN change ON change.step = step.id WHERE step.kind = 'edit' AND step.undone = 0"
            " AND step.at >= ? AND change.after IS NULL AND change.before IS NOT NULL ORDER BY step.id DESC, change.n",
            [moment_text(at)],
        )
        width = len(TABLES["step"])
        return [(StepRow(*row[:width]), entry) for row in rows for entry in entries([row[width:]])]

    def before(self, id: int) -> list[StepRow]:
        """All steps that are older than the one with this id, the oldest first."""
        return list(self._steps("WHERE id < ? ORDER BY id", [id]))

    def referred_since(self, id: int) -> set[int]:
        """The edits that were undone or redone from this step on."""
        return {of for (of,) in self._db.execute("SELECT of FROM step WHERE id >= ? AND of IS NOT NULL", [id])}

    def forget(self, ledger: Ledger, row: StepRow) -> None:
        """Take a step away with its changes."""
        for (n,) in self._db.execute("SELECT n FROM change WHERE step = ?", [row.id]).fetchall():
            ledger.delete("change", [row.id, n])
        ledger.delete("step", [row.id])

    def _steps(self, where: str, parameters: list[Cell] | None = None) -> Iterator[StepRow]:
        for row in self._db.execute(f"SELECT {_COLUMNS} FROM step {where}", parameters or []).fetchall():
            yield StepRow(*row)
