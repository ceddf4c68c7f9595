"""python3 dev.py faults [--release] [--planted] [NAME...]: breaks what can break and counts what it does to a plan.

Without --release each runs for some seconds. With --planted, faults are put into copies of the program instead, to see
that the tests find them; a NAME is then a part of what a fault is called.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import damage, killing, planted, powerloss, reviewruns, stopping
from tests.faults.replay import Way
from tests.faults.scenarios import SCENARIOS
from tests.faults.tally import Tally

Run = Callable[[Path, bool], Iterator[Tally]]


def power(way: Way) -> Run:
    """Power losses of one way."""
    return lambda folder, release: powerloss.losses(folder, way, 50_000 if release else 500)


def errors(folder: Path, release: bool) -> Iterator[Tally]:
    """Errors of the disk, full disks and kills at every operation of every scenario."""
    for number, scenario in enumerate(SCENARIOS):
        place = folder / str(number)
        place.mkdir()
        yield from stopping.every_way(scenario, place, 1 if release else 11)


def kills(folder: Path, release: bool) -> Iterator[Tally]:
    """kill -9 at any moment."""
    yield killing.kills(20_000 if release else 200, folder)


def bytes_(folder: Path, release: bool) -> Iterator[Tally]:
    """Flipped bits, old pages, wrong cell counts."""
    return damage.damages(folder, 10_000 if release else 300)


def reviews(folder: Path, release: bool) -> Iterator[Tally]:
    """Rounds of review in any order."""
    return reviewruns.reviews_tried(50_000 if release else 500)


RUNS: dict[str, Run] = {
    **{way: power(way) for way in Way},
    "errors": errors,
    "kills": kills,
    "bytes": bytes_,
    "reviews": reviews,
}


def ram() -> Path | None:
    """A folder in memory where there is one: the disk that is watched loses nothing by it, and time is saved."""
    place = Path("/dev/shm")
    return place if os.access(place, os.W_OK) else None


def main(arguments: list[str]) -> int:
    """Run what is named, or all; gives the exit status."""
    names = [name for name in arguments if not name.startswith("--")]
    release = "--release" in arguments
    unknown = [name for name in names if name not in RUNS]
    if "--planted" in arguments:
        return planted.main(names)
    if unknown:
        print(f"No kind of fault is called {unknown[0]}. There are: {', '.join(RUNS)}.", file=sys.stderr)
        return 2
    print("| what | how many | corrupt | lost | seconds | |\n|---|---|---|---|---|---|", flush=True)
    sound = True
    for name in names or RUNS:
        with tempfile.TemporaryDirectory(dir=ram()) as folder:
            for tally in RUNS[name](Path(folder), release):
                print(tally.line, flush=True)
                for text in (*tally.corrupt, *tally.lost)[:5]:
                    print(f"  {text}", flush=True)
                sound = sound and tally.sound
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
