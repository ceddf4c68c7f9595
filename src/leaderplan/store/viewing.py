"""A plan to look at: a backup, a file that may not be written, or what can still be read of a damaged one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Never

from sqlite_utils import Database

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.store import building, contents, database, header, rebuilding, salvaging
from leaderplan.store.failures import as_sentences
from leaderplan.store.loading import load
from leaderplan.store.opening import Opened
from leaderplan.store.steps import now
from leaderplan.store.troubles import Trouble
from leaderplan.store.workspace import Clock, Workspace

_NO_FILE = (0, 0)


class ReadOnly(UserError):
    """Something was to be stored in a plan that is only looked at."""

    def __init__(self) -> None:
        super().__init__(
            _("This plan is only being looked at: nothing in it can be changed."),
            _("Take out of it what you need, or open a plan that may be written."),
        )


class View(Workspace):
    """A plan in memory, read from ``source`` when it was opened; whatever would store something raises ReadOnly."""

    read_only = True

    def __init__(self, folder: Path, found: Opened, source: Path, clock: Clock, lost: Sequence[Trouble]) -> None:
        super().__init__(folder, found, clock)
        self.source = source
        self.lost = tuple(lost)
        """What is wrong with the source, where only a part of it could be read."""

    def _writing(self) -> Never:
        raise ReadOnly

    def _demand_same_file(self) -> None:
        """The source may change or go: what was read of it stays."""


def view(source: Path, folder: Path, *, damaged: bool = False, clock: Clock = now) -> View:
    """Read the plan in the file ``source``, whose attachments lie in ``folder``, without writing a byte beside it.

    Raises UserError for what is no plan, and Damaged unless ``damaged`` asks for whatever can still be read.
    """
    memory = database.in_memory()
    found: list[Trouble] = []
    with _copied(source, damaged) as db, database.writing(memory) as ledger:
        building.lay_out(memory)
        written = int(db.execute("PRAGMA user_version").fetchone()[0])
        if damaged:
            records, found = salvaging.salvaged(db, written)
            building.fill(memory, ledger, records)
            building.begin(memory, ledger, clock())
        else:
            rebuilding.refill(memory, ledger, contents.sound(db, source, written), source)
    with database.reading(memory):
        return View(
            folder, Opened(memory, load(source, memory), database.version(memory), _NO_FILE), source, clock, found
        )


@contextmanager
def _copied(source: Path, damaged: bool) -> Iterator[Database]:
    """A copy of the file, with what a program that died had half written taken back in the copy."""
    with as_sentences(source):
        header.written_format(source, whole=not damaged)
        with tempfile.TemporaryDirectory(prefix="leaderplan-") as place:
            copy = Path(place) / source.name
            for end in ("", "-journal"):
                part = source.with_name(source.name + end)
                if part.exists():
                    shutil.copyfile(part, copy.with_name(copy.name + end))
            opened = database.connect_damaged(copy) if damaged else database.connect(copy)
            with closing(opened) as db, database.reading(db):
                yield db
