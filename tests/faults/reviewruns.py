"""So many ways of a review, in memory and on a disk."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from leaderplan.domain.records import Profile
from leaderplan.store.workspace import Workspace
from tests.faults.planted import PLANTED
from tests.faults.reviewharm import Harmed
from tests.faults.reviewing import Reviewing
from tests.faults.tally import Tally


def real_plan(folder: Path) -> Workspace:
    """A plan on a disk, which takes the place of the one that is only in memory."""
    return Workspace.create(folder, (Profile(id="me", name="Rhian Holt"),))


class OnDisk(Harmed):
    """The same with a real plan."""

    def __init__(self) -> None:
        super().__init__(real_plan)


def ways(examples: int, machine: type[Reviewing] = Harmed, number: int = 0) -> None:
    """Try so many ways; raises what went wrong in the shortest of those that went wrong."""
    wanted = settings(
        max_examples=examples,
        stateful_step_count=30,
        deadline=None,
        database=None,
        print_blob=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
        phases=[phase for phase in Phase if phase is not Phase.shrink or PLANTED not in os.environ],
    )
    run_state_machine_as_test(seed(number)(machine), settings=wanted)


def reviews_tried(examples: int) -> Iterator[Tally]:
    """Ways in memory, and a tenth as many on a disk, as a table."""
    for what, count_, machine in (("reviews", examples, Harmed), ("reviews on a disk", examples // 10, OnDisk)):
        tally, start = Tally(what, count_), time.monotonic()
        try:
            ways(count_, machine)
        except Exception as wrong:  # whatever it is, it is what the table tells
            tally.lost.append(f"{type(wrong).__name__}: {wrong}")
        tally.seconds = time.monotonic() - start
        yield tally
