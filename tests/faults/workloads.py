"""What people do with a plan, through the real store, told step by step."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from leaderplan.domain import edits
from leaderplan.domain.fields import Record
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Evidence, Measure, Person
from leaderplan.store import Step, Workspace
from tests.store.plans import Clock, altered, linked, queue, story

OLD = Path(__file__).parent.parent / "old_files" / "format_1.sql"

Pair = tuple[str, str]


class Held(NamedTuple):
    """What a plan folder holds, as the store gives it, with the newest steps; sums prove the older ones."""

    plan: Plan
    steps: list[Step]
    drafts: dict[Pair, str]


def held(workspace: Workspace) -> Held:
    """What an open plan holds."""
    return Held(workspace.plan, workspace.history(limit=9), dict(workspace.drafts()))


Proof = Callable[[Path, bool], list[str]]
"""What is wrong beside the plan in a root that was left; whether the program was told that all is done."""


def nothing_more(_root: Path, _told: bool) -> list[str]:
    """The plan alone matters."""
    return []


class Workload(NamedTuple):
    """A piece of work; ``run`` yields what the folder holds after each thing that the store has acknowledged.

    None says that what it held last is found there once all is over.
    """

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path], Iterator[Held | None]]
    proof: Proof = nothing_more


def plan_in(root: Path) -> Path:
    """The folder of the plan below ``root``: ``plan``, or where it was moved to."""
    found = [file.parent for file in sorted(root.glob("*/plan.db"))]
    return max(found, key=lambda folder: folder.name == "plan", default=root / "plan")


def held_in(folder: Path) -> Held:
    """What a closed plan holds."""
    with Workspace.open(folder) as workspace:
        return held(workspace)


def nothing(_folder: Path) -> None:
    """An empty place."""


def sound(folder: Path, clock: Clock | None = None) -> None:
    """A plan with linked records."""
    Workspace.create(folder, linked(), clock=clock or Clock()).close()


def older(folder: Path) -> None:
    """A plan as format 1 left it."""
    folder.mkdir()
    altered(folder, OLD.read_text(encoding="utf-8"))


def edit(folder: Path) -> Iterator[Held]:
    """Edits of every kind."""
    chance = random.Random(20260301)
    with Workspace.open(folder, clock=Clock()) as workspace:
        for number in range(8):
            for _done in _edited(workspace, number, chance):
                yield held(workspace)


def _edited(workspace: Workspace, number: int, chance: random.Random) -> Iterator[object]:
    new = Achievement(id=f"story-{number:04}", title=f"Story {number}", result="x" * chance.choice((10, 900, 9000)))
    yield workspace.commit(edits.add(new), by="typing")
    for letter in range(3):
        yield workspace.commit(edits.alter(workspace.plan, new, title=f"Story {number}{letter}"), join=new.id)
    workspace.draft(new.id, "ended", f"May {number}")
    yield None
    kept = workspace.blobs.keep(chance.randbytes(chance.choice((20, 3000, 70_000))), "letter.pdf")
    proof = Evidence(id=f"proof-{number:04}", title="A letter", attachment=kept, supports=(new.id,))
    yield workspace.commit(edits.add(proof, Measure(id=f"days-1{number:03}", of=new.id, name="Days")))
    yield workspace.undo()
    yield workspace.redo()
    if number % 3 == 1:
        yield workspace.undo(steps=2)
    elif number % 3 == 2:
        yield workspace.commit(edits.remove(workspace.plan, story(workspace, new.id)))
        yield workspace.restore(new.id)
        workspace.forget_draft(new.id, "ended")
        yield None


def crowd(count: int) -> list[Record]:
    """Records as an import brings them."""
    return [Person(id=f"person-{n:04}", name=f"Somebody {n}", private_notes="x" * (n % 50 * 9)) for n in range(count)]


def take_in(folder: Path) -> Iterator[Held]:
    """An import, taken back and done again."""
    with Workspace.open(folder, clock=Clock()) as workspace:
        workspace.commit(edits.add(*crowd(120)), by="import")
        yield held(workspace)
        workspace.undo()
        yield held(workspace)
        workspace.redo()
        yield held(workspace)


def create(folder: Path) -> Iterator[Held]:
    """A new plan and its first edit."""
    with Workspace.create(folder, linked(), clock=Clock()) as workspace:
        yield held(workspace)
        workspace.commit(edits.alter(workspace.plan, queue(), result="Nobody waits"))
        yield held(workspace)


def rebuild(folder: Path) -> Iterator[Held]:
    """A plan of an older format, opened and changed."""
    with Workspace.open(folder, clock=Clock()) as workspace:
        yield held(workspace)
        kept = workspace.blobs.keep(b"thank you", "letter.txt")
        workspace.commit(edits.add(queue(), Evidence(id="proof-0001", title="A letter", attachment=kept)))
        yield held(workspace)


EDITING = (
    Workload("edits of every kind", sound, edit),
    Workload("import", sound, take_in),
    Workload("new plan", nothing, create),
    Workload("older format rebuilt", older, rebuild),
)
