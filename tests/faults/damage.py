"""Bytes of a plan's file that are not as they were written: found when it is opened, or without any effect."""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from leaderplan.domain import edits
from leaderplan.errors import UserError
from leaderplan.store import Workspace
from leaderplan.store.search import texts
from tests.faults.pages import owners
from tests.faults.tally import Tally
from tests.faults.workloads import crowd, edit, sound
from tests.store.plans import Clock


class Damages:
    """A sound plan, some states of its file while it was worked on, and a copy that is damaged again and again."""

    def __init__(self, scratch: Path, seed: int = 1) -> None:
        self._folder = scratch / "plan"
        self._file = self._folder / "plan.db"
        self._chance = random.Random(seed)
        self._older: list[bytes] = []
        sound(self._folder)
        for _state in edit(self._folder):
            self._older.append(self._file.read_bytes())
        with Workspace.open(self._folder, clock=Clock()) as workspace:
            workspace.commit(edits.add(*crowd(60)))
        self._data = self._file.read_bytes()
        self._page = int.from_bytes(self._data[16:18])
        self._owners = owners(self._file)
        # Every seventh word that is indexed, and beginnings of words.
        with Workspace.open(self._folder) as workspace:
            words = {word for record in workspace.plan for word in " ".join(texts(record)).split() if len(word) < 30}
            self._words = [*sorted(words)[::7], "s", "st", "le", "so"]
            self._held, self._found = _held(workspace), self._finds(workspace)

    def flipped(self, count: int) -> Tally:
        """One bit is another."""
        return self._tried("bits flipped", count, self._flip)

    def put_back(self, count: int) -> Tally:
        """A page is as it was some commits before: a write was lost."""
        return self._tried("old pages put back", count, self._put_back)

    def miscounted(self, count: int) -> Tally:
        """A page says that it holds more or fewer cells."""
        return self._tried("cell counts altered", count, self._miscount)

    def _flip(self) -> tuple[int, bytes]:
        place = self._chance.randrange(len(self._data))
        return place, bytes([self._data[place] ^ 1 << self._chance.randrange(8)])

    def _put_back(self) -> tuple[int, bytes]:
        while True:
            old = self._chance.choice(self._older[-40:])
            place = self._chance.randrange(len(old) // self._page) * self._page
            page = old[place : place + self._page]
            if page != self._data[place : place + self._page]:
                return place, page

    def _miscount(self) -> tuple[int, bytes]:
        while True:
            page = self._chance.randrange(len(self._data) // self._page)
            place = page * self._page + (100 if page == 0 else 0)
            if self._data[place] in (2, 5, 10, 13):
                held = int.from_bytes(self._data[place + 3 : place + 5])
                other = max(0, held + self._chance.choice((-2, -1, 1, 2)))
                if other != held:
                    return place + 3, other.to_bytes(2)

    def _tried(self, what: str, count: int, damage: Iterator[tuple[int, bytes]] | object) -> Tally:
        tally = Tally(what)
        begun = time.perf_counter()
        found, where = Counter[str](), Counter[str]()
        for tally.count in range(1, count + 1):
            place, data = damage()  # type: ignore[operator]
            harm = self._harm(place, data)
            found[harm] += 1
            if harm == "missed":
                owner = self._owners[place // self._page]
                where[owner] += 1
                tally.lost.append(f"byte {place} ({owner})")
            elif harm.startswith("!"):
                tally.corrupt.append(f"byte {place}: {harm[1:]}")
        tally.seconds = time.perf_counter() - begun
        tally.note = ", ".join(f"{number} {name}" for name, number in sorted(found.items()))
        tally.note += "".join(f"; missed in {owner}: {number}" for owner, number in where.most_common(4))
        return tally

    def _harm(self, place: int, data: bytes) -> str:
        """What the damage does: found, harmless, missed, or a text that begins with an exclamation mark."""
        damaged = self._data[:place] + data + self._data[place + len(data) :]
        self._file.write_bytes(damaged)
        try:
            with Workspace.open(self._folder) as workspace:
                return self._effect(workspace)
        except UserError:
            return "found at open" if self._file.read_bytes() == damaged else "!the damaged file was changed"
        except Exception as error:
            return f"!{type(error).__name__} instead of a sentence: {error}"

    def _effect(self, workspace: Workspace) -> str:
        if _held(workspace) != self._held:
            return "missed"
        try:
            finds = self._finds(workspace)
        except UserError:
            finds = []
        if finds == self._found:
            return "harmless"
        repaired = workspace.check() != [] and self._finds(workspace) == self._found
        return "in the search index, mended by the check" if repaired else "missed"

    def _finds(self, workspace: Workspace) -> object:
        return [workspace.search(word, limit=10) for word in self._words]


def _held(workspace: Workspace) -> object:
    """All that a person can see of the plan and its history."""
    versions = [workspace.versions(record.id) for record in list(workspace.plan)[::10]]
    return workspace.plan, workspace.history(limit=100_000), dict(workspace.drafts()), workspace.removed(), versions


def damages(scratch: Path, count: int) -> Iterator[Tally]:
    """So many damages in all: half of them bits, a quarter old pages, a quarter cell counts."""
    damaged = Damages(scratch)
    yield damaged.flipped(count // 2)
    yield damaged.put_back(count // 4)
    yield damaged.miscounted(count // 4)
    shutil.rmtree(scratch / "plan")
