"""What things cost as the plan grows."""

from __future__ import annotations

from pathlib import Path

from leaderplan.domain import edits
from leaderplan.domain.records import Achievement
from leaderplan.domain.rules import advise
from leaderplan.store.workspace import Workspace
from tests.benchmarks.plans import TODAY, stored
from tests.benchmarks.timing import each, once, p95

SIZES = (100, 1_000, 10_000, 100_000)


def run(folder: Path) -> None:
    """Print one row for each size: opening, one edit, one search, all rules."""
    print(f"{'records':>10} {'open':>10} {'edit p95':>10} {'search p95':>11} {'rules':>10}")
    for size in SIZES:
        plan = folder / f"of-{size}"
        stored(plan, size)
        opened: list[Workspace] = []
        took = once(lambda plan=plan, opened=opened: opened.append(Workspace.open(plan)))  # type: ignore[misc]
        with opened[0] as workspace:
            stories = workspace.plan.all(Achievement)

            def edit(turn: int, workspace: Workspace = workspace, story: Achievement = stories[0]) -> None:
                workspace.commit(edits.alter(workspace.plan, story, result=f"Result {turn}"))

            def search(turn: int, workspace: Workspace = workspace) -> None:
                workspace.search(("wa", "waited", "bus school")[turn % 3])

            edited, found = p95(each(edit, 40)), p95(each(search, 40))
            rules = once(lambda workspace=workspace: advise(workspace.plan, TODAY))  # type: ignore[misc]
            print(f"{len(workspace.plan):>10,} {took:>7.0f} ms {edited:>7.1f} ms {found:>8.1f} ms {rules:>7.0f} ms")
