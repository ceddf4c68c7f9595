"""What keeps a plan safe: backups, restoring, archives, erasing, opening with everything proved."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pyrage

from leaderplan.domain.records import Person
from leaderplan.exchange.sealed import Key
from leaderplan.store import Workspace, backups, restoring
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.upkeep import archives, beginning
from tests.benchmarks.plans import stored
from tests.benchmarks.timing import line

SIZES = (1_000, 10_000, 100_000)
T = TypeVar("T")


def run(folder: Path) -> None:
    """Print the figures by size of the plan; each is one run, as a person waits for it once."""
    for size in SIZES:
        place = folder / f"kept-{size}"
        count = stored(place, size)
        line("", f"{count:,} records")
        _measure(place, folder / f"{size}.leaderplan", folder / f"new-{size}")


def _measure(place: Path, archive: Path, new: Path) -> None:
    key = Key(str(pyrage.x25519.Identity.generate()), b"none")
    made = timed("a backup taken and proved", lambda: backups.take(place, Reason.ASKED, now()))
    line("  its size", f"{made.size / 1e6:.1f} MB")
    timed("the plan opened, all proved", lambda: Workspace.open(place).close())
    timed("a backup put in place", lambda: restoring.restore(place, made.file, now(), proved=made.sha256))
    timed(
        "restored: backed up, put in place, opened",
        lambda: beginning.restored(place, made.file).close(),
        "goal 5 s at 100,000",
    )
    saved = timed("an archive written, sealed and read back", lambda: archives.save(place, archive, key, now()))
    line("  its size", f"{saved.size / 1e6:.1f} MB")
    timed("an archive restored", lambda: archives.restore(new, archive, key, now()))
    with Workspace.open(place) as workspace:
        someone = workspace.plan.all(Person)[0]
        timed("a person erased, of backups as well", lambda: workspace.erase([someone.id]))
    for left in (place, new):
        shutil.rmtree(left)


def timed(what: str, work: Callable[[], T], goal: str = "") -> T:
    """Print how long ``work`` takes on the wall, and give what it returns."""
    begun = time.perf_counter()
    made = work()
    line(what, f"{time.perf_counter() - begun:.2f} s", goal)
    return made
