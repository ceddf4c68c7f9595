"""A plan of an older format: its rows fill a new file, which is proved and swapped in; the old file is kept.

Nothing is altered in place. Until the swap the old file is the plan, after it the new one.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.store import building, contents, database
from leaderplan.store.contents import Contents
from leaderplan.store.failures import Damaged, as_sentences
from leaderplan.store.folder import BACKUPS, identity, make_folder, settle, write
from leaderplan.store.ledger import Ledger
from leaderplan.store.loading import load
from leaderplan.store.rows import Progress


def rebuild(file: Path, written: int, at: datetime, progress: Progress | None = None) -> None:
    """Bring the plan in ``file`` from format ``written`` to today's; raises Damaged and leaves what is not sound."""
    which = identity(file)
    with closing(database.connect(file)) as old:
        old.execute("BEGIN EXCLUSIVE")
        if identity(file) != which:
            return  # another program has just done it
        build(contents.sound(old, file, written), file, file, progress)
        try:
            _keep(file, old, f"plan-format-{written}-{at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}.db")
            if os.name == "nt":  # pragma: no cover - there an open file cannot be replaced
                old.close()
            building.name(file)
        except BaseException:
            building.discard(file)
            raise


def build(held: Contents, source: Path, file: Path, progress: Progress | None = None) -> None:
    """Make of what ``source`` held a plan of today beside ``file``, under the name that is not final.

    Raises Damaged, of the source, where a record in it cannot be.
    """
    with as_sentences(source), building.building(file) as (new, ledger):
        records = refill(new, ledger, held, source)
    try:
        prove(building.unfinished(file), records, progress)
    except BaseException:
        building.discard(file)
        raise


def refill(new: Database, ledger: Ledger, held: Contents, source: Path) -> list[Record]:
    """Fill an empty plan with all that ``source`` held; raises Damaged where a record in it cannot be."""
    try:
        records = contents.records(held)
        contents.fill(new, ledger, held, records)
    except (ValueError, TypeError, KeyError, sqlite3.IntegrityError) as error:
        raise Damaged(source, _("A record in it cannot be read: {reason}.", reason=str(error))) from error
    return records


def prove(new: Path, records: Sequence[Record], progress: Progress | None = None) -> None:
    """Read a new file back; raises Damaged unless what is in it is what was meant."""
    with closing(database.connect(new)) as db, database.reading(db):
        if load(new, db, progress) != Plan.of(records):
            raise Damaged(new, _("It does not hold what was written."))


def _keep(file: Path, old: Database, name: str) -> None:
    """Give the old file a second name among the backups: not a byte of it is touched."""
    folder = file.parent / BACKUPS
    make_folder(folder)
    try:
        os.link(file, folder / name)
        settle(folder)
    except OSError:
        # FAT and some network folders know one name for a file only. Reading the file here would let go of its lock.
        write(folder / name, old.conn.serialize())
