"""python -m tests.faults.killing COUNT FOLDER: kill -9 at moments by chance, through the real Workspace.

What is killed is forked from this process, which has imported everything already, so that most of the time goes into
commits. It runs as a program of its own: no thread may be running where a process is forked.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from leaderplan.domain import edits
from leaderplan.domain.records import Achievement
from leaderplan.store import Workspace
from tests.faults.tally import Tally

_TO_A_PLAN = 100
"""Kills after which a new plan is begun, as opening a large one takes long."""


def kills(count: int, root: Path, seed: int = 1) -> Tally:
    """So many kills of a program that commits as fast as it can."""
    tally = Tally("kill -9")
    chance = random.Random(seed)
    begun = time.perf_counter()
    while tally.count < count:
        folder = root / f"plan-{tally.count}"
        Workspace.create(folder, [Achievement(id="shared-000001", title="Shared")]).close()
        acknowledged: set[str] = set()
        for _ in range(min(_TO_A_PLAN, count - tally.count)):
            acknowledged |= _killed(folder, f"kill{tally.count:06}", chance.random() * 0.025)
            tally.count += 1
        _compare(folder, acknowledged, tally)
    tally.seconds = time.perf_counter() - begun
    return tally


def _compare(folder: Path, acknowledged: set[str], tally: Tally) -> None:
    with Workspace.open(folder) as workspace:
        stored = {record.id for record in workspace.plan}
        tally.corrupt += [str(trouble.what) for trouble in workspace.check()]
    tally.lost += sorted(acknowledged - stored)
    unasked = len(stored - acknowledged) - 2  # the profile and the shared one
    if unasked > _TO_A_PLAN:  # each kill may come between the commit and its acknowledgement
        tally.corrupt.append(f"{unasked} records were stored that nobody was told of")
    tally.note = f"{int(tally.note or 0) + len(acknowledged)}"


def _killed(folder: Path, name: str, seconds: float) -> set[str]:
    """The ids that one program said were stored, before it was killed so long after its first."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:  # pragma: no cover - the coverage of a process that is killed is never written
        os.close(reading)
        _commit(folder, name, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        first = told.readline()
        if not first:
            raise AssertionError("the program found the plan unsound")
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        lines = [first, *told.readlines()]
    os.waitpid(child, 0)
    return {line.decode().strip() for line in lines if line.endswith(b"\n")}


def _commit(folder: Path, name: str, told: int) -> None:  # pragma: no cover
    try:
        with Workspace.open(folder) as workspace:
            for number in range(100_000):
                story = Achievement(id=f"{name}-{number:06}", title=f"{name} {number}", result="x" * (number % 7 * 300))
                workspace.commit(edits.add(story), by=name)
                os.write(told, f"{story.id}\n".encode())
                if number % 3 == 2:
                    workspace.commit(edits.alter(workspace.plan, story, task="Nobody knew"))
                    workspace.undo()
    finally:
        os._exit(1)


if __name__ == "__main__":
    came_to = kills(int(sys.argv[1]), Path(sys.argv[2]))
    print(came_to.line)
    sys.exit(not came_to.sound)
