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
        says = f"{count:,} records"
        made = timed(f"a backup taken and proved, {says}", lambda place=place: backups.take(place, Reason.ASKED, now()))
        line(f"  its size, {says}", f"{made.size / 1e6:.1f} MB")
        timed(f"the plan opened, all proved, {says}", lambda place=place: Workspace.open(place).close())
        timed(
            f"a backup put in place (swap alone), {says}",
            lambda place=place, made=made: restoring.restore(place, made.file, now()),
        )
        timed(
            f"restored: backed up, put in place, opened, {says}",
            lambda place=place, made=made: beginning.restored(place, made.file).close(),
            "goal 5 s at 100,000",
        )
        archive, key = folder / f"{size}.leaderplan", Key(str(pyrage.x25519.Identity.generate()), b"none")
        saved = timed(
            f"an archive written, sealed and read back, {says}",
            lambda place=place, archive=archive, key=key: archives.save(place, archive, key, now()),
        )
        line(f"  its size, {says}", f"{saved.size / 1e6:.1f} MB")
        new = folder / f"new-{size}"
        timed(
            f"an archive restored, {says}",
            lambda new=new, archive=archive, key=key: archives.restore(new, archive, key, now()),
        )
        with Workspace.open(place) as workspace:
            someone = workspace.plan.all(Person)[0]
            timed(f"a person erased, {says}", lambda someone=someone, w=workspace: w.erase([someone.id]))
        for left in (place, new):
            shutil.rmtree(left)


def timed(what: str, work: Callable[[], T], goal: str = "") -> T:
    """Print how long ``work`` takes on the wall, and give what it returns."""
    begun = time.perf_counter()
    made = work()
    line(what, f"{time.perf_counter() - begun:.2f} s", goal)
    return made
