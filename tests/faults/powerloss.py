"""The power goes at a moment by chance, and what may then be on the disk is opened as the next start would."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from leaderplan.errors import UserError
from leaderplan.store import Workspace
from tests.faults.disk import Act, Disk
from tests.faults.replay import Image, Platter, Way, put
from tests.faults.scenarios import WORKLOADS
from tests.faults.tally import Tally
from tests.faults.watching import watching
from tests.faults.workloads import Held, Workload, held, held_in, older, plan_in


class Recording(NamedTuple):
    """A piece of work as the disk saw it; ``states[n]`` is what the plan held after n acknowledgements."""

    work: Workload
    disk: Disk
    states: list[Held | None]
    before: Image


def recorded(work: Workload, root: Path) -> Recording:
    """Do the work once, in an empty folder."""
    folder = root / "plan"
    work.prepare(folder)
    first = held_in(folder) if (folder / "plan.db").exists() and work.prepare is not older else None
    states = [first]
    with watching(root) as disk:
        for state in work.run(folder):
            disk.acknowledge()
            states.append(state)
    states[-1] = states[-1] or held_in(plan_in(root))
    return Recording(work, disk, states, dict(disk.base))


class Losses:
    """Power losses during one recording."""

    def __init__(self, recording: Recording, scratch: Path, way: Way, seed: int) -> None:
        self._recording = recording
        self._scratch = scratch
        self._way = way
        self._chance = random.Random(seed)
        self._known: dict[tuple[bytes, bool], Held | str | None] = {}
        self.tally = Tally(f"power loss, {way}: {recording.work.name}")

    def run(self, count: int) -> Tally:
        """So many losses, spread over the whole work."""
        begun = time.perf_counter()
        log = self._recording.disk.log
        platter, places = (
            Platter(self._recording.disk),
            sorted(self._chance.randrange(len(log) + 1) for _ in range(count)),
        )
        fed = 0
        for place in places:
            for op in log[fed:place]:
                platter.feed(op)
            fed = place
            self._lose(platter)
        self.tally.seconds = time.perf_counter() - begun
        self.tally.note = f"{len(self._known)} different disks"
        return self.tally

    def _lose(self, platter: Platter) -> None:
        image = platter.crash(self._way, self._chance)
        done, states = platter.acknowledged, self._recording.states
        key = _key(image), done > 0
        if key not in self._known:
            self._known[key] = self._found(image, told=done > 0)
        self.tally.count += 1
        found = self._known[key]
        if isinstance(found, str):
            self.tally.corrupt.append(f"after {done}: {found}")
        elif found not in states[done : done + 2]:
            self.tally.lost.append(f"after {done}: the plan as after {states.index(found)}")

    def _found(self, image: Image, *, told: bool) -> Held | str | None:
        """What the next start finds, or what is wrong with it."""
        root = self._scratch / "crashed"
        try:
            put(image, self._recording.disk.root_path, root)
            found = self._opened(plan_in(root))
            if isinstance(found, str):
                return found
            wrong = self._recording.work.proof(root, told)
            return wrong[0] if wrong else found if found in self._recording.states else "a plan that never was"
        finally:
            shutil.rmtree(root, ignore_errors=True)

    def _opened(self, plan: Path) -> Held | str | None:
        """A state, None for no plan yet, or what is wrong."""
        prepare = self._recording.work.prepare
        if prepare is older and not _holds_old(plan, self._recording.before):
            return "the file of the older format is gone"
        if self._recording.states[0] is None and prepare is not older and not (plan / "plan.db").exists():
            with Workspace.create(plan) as workspace:
                return None if workspace.check() == [] else "a second try to create it failed"
        fresh = prepare is older and _is_old(plan, self._recording.before)
        try:
            with Workspace.open(plan) as workspace:
                found = held(workspace)
                if troubles := workspace.check():
                    return f"{troubles[0].what} ({troubles[0].where})"
        except UserError as error:
            return str(error)
        if fresh:
            return None if found == self._recording.states[1] else "rebuilding it once more gave another plan"
        return found


def _holds_old(plan: Path, before: Image) -> bool:
    (old,) = (data for path, data in before.items() if path.endswith("plan.db"))
    places = [plan / "plan.db", *(plan / "backups").glob("*.db")]
    return any(place.exists() and place.read_bytes() == old for place in places)


def _is_old(plan: Path, before: Image) -> bool:
    (old,) = (data for path, data in before.items() if path.endswith("plan.db"))
    return (plan / "plan.db").read_bytes() == old


def _key(image: Image) -> bytes:
    made = sha256()
    for path, data in sorted(image.items()):
        made.update(f"{path}\0{len(data)}\0".encode())
        made.update(data)
    return made.digest()


def losses(scratch: Path, way: Way, count: int, seed: int = 1) -> Iterator[Tally]:
    """``count`` losses of one way: half of them during the first kind of work, the others during each of the rest."""
    others = len(WORKLOADS) - 1
    for work, share in zip(WORKLOADS, (0.5, *[0.5 / others] * others), strict=True):
        root = scratch / "recorded"
        root.mkdir()
        yield Losses(recorded(work, root), scratch, way, seed).run(round(count * share))
        shutil.rmtree(root)


def is_whole(disk: Disk) -> bool:
    """Whether the log accounts for every byte that is really there: nothing went by unseen."""
    platter = Platter(disk)
    for op in disk.log:
        platter.feed(op)
    there = {
        str(path) + "/" * path.is_dir(): b"" if path.is_dir() else path.read_bytes()
        for path in disk.root_path.rglob("*")
    }
    return platter.everything() == there and any(op.act is Act.SYNC for op in disk.log)
