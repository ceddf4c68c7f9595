"""What the store costs: opening, an edit, search, an import, undo. ``python -m tests.benchmarks.store [RECORDS]``."""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import quantiles

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.records import Achievement, Measure, Person, Reading, Telling
from leaderplan.store import Workspace

Row = tuple[str, str]
LETTERS = "abcdefghijklmnoprstuvw"


class Words:
    """Made-up prose, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self.words = ["".join(self._chance.choices(LETTERS, k=self._chance.randint(3, 9))) for _ in range(4_000)]

    def __call__(self, count: int) -> str:
        return " ".join(self._chance.choices(self.words, k=count))


def records(count: int, words: Words) -> list[Record]:
    """A plan rich in prose: for each achievement a measure, a reading, a person and a telling."""
    found: list[Record] = []
    for n in range(count // 5):
        story = f"story-{n:06}"
        found += (
            Achievement(
                id=story, title=words(6), situation=words(30), task=words(20), action=words(40), result=words(25)
            ),
            Measure(id=f"measure-{n:06}", of=story, name=words(3), baseline=21.5),
            Reading(id=f"reading-{n:06}", measure=f"measure-{n:06}", on=PartialDate(2025, 5), value=3.0),
            Person(id=f"person-{n:06}", name=words(2), role=words(3), private_notes=words(15)),
            Telling(id=f"telling-{n:06}", achievement=story, person=f"person-{n:06}", on=PartialDate(2025, 6)),
        )
    return found


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the wall and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3


def spread(name: str, times: list[tuple[float, float]]) -> Row:
    """Median and 95th percentile of both clocks."""
    (wall, high), (cpu, high_cpu) = (
        (parts[9], parts[18]) for parts in (quantiles(t, n=20) for t in zip(*times, strict=True))
    )
    return name, f"p50 {wall:.1f} p95 {high:.1f} ms (processor p50 {cpu:.1f} p95 {high_cpu:.1f})"


def plain_commit(folder: Path) -> list[tuple[float, float]]:
    """What this disk asks for the smallest transaction with the same pragmas."""
    with sqlite3.connect(folder / "plain.db", isolation_level=None) as db:
        db.executescript("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; CREATE TABLE t (x)")
        times = [timed(lambda: db.execute("INSERT INTO t VALUES (1)")) for _ in range(100)]
    db.close()
    return times


def figures(count: int, folder: Path) -> Iterator[Row]:
    """Everything measured on a plan of ``count`` records, as (what, figures)."""
    words = Words()
    Workspace.create(folder / "plan", records(count, words)).close()
    opening = []
    for _ in range(5):
        opening.append(timed(lambda: Workspace.open(folder / "plan").close()))
    yield f"open {count:,} records", "best {:.0f} ms (processor {:.0f})".format(*min(opening))
    yield spread("smallest commit on this disk", plain_commit(folder))
    with Workspace.open(folder / "plan") as workspace:
        stories = workspace.plan.all(Achievement)

        def edit(story: Achievement) -> None:
            workspace.commit(edits.alter(workspace.plan, story, result=words(30)))

        yield spread("one edit", [timed(partial(edit, story)) for story in stories[:200]])
        typed = [word[:end] for word in words.words[:80] for end in range(1, len(word) + 1)]
        yield spread("search at each key press", [timed(partial(workspace.search, text)) for text in typed])
        people = [Person(id=f"import-{n:06}", name=words(2), private_notes=words(100)) for n in range(1_000)]
        yield (
            "import of 1,000 records",
            "{:.0f} ms (processor {:.0f})".format(*timed(lambda: workspace.commit(edits.add(*people)))),
        )
        yield "undo of it", "{:.0f} ms (processor {:.0f})".format(*timed(workspace.undo))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for what, figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, Path(place)):
            print(f"{what:32}{figure}")
