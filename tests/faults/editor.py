"""A program that works on a plan through the real Workspace, to be run beside others or killed."""

from __future__ import annotations

import sys
from pathlib import Path

from leaderplan.domain import edits
from leaderplan.domain.records import Achievement
from leaderplan.errors import UserError
from leaderplan.store import Workspace


def work(folder: Path, name: str, count: int) -> None:
    """Commit `count` achievements, and now and then a change of one that all share; tell each id once it is stored."""
    with Workspace.open(folder) as workspace:
        for number in range(count):
            story = Achievement(id=f"{name}-{number:06}", title=f"{name} {number}", result="x" * (number % 7 * 300))
            workspace.commit(edits.add(story), by=name)
            if number % 10 == 9:
                count_up(workspace)
            sys.stdout.write(story.id + "\n")
            sys.stdout.flush()


def count_up(workspace: Workspace) -> None:
    """One more in a record that every program changes; whoever comes too late looks again."""
    while True:
        workspace.poll()
        shared = workspace.plan.find("shared-000001")
        assert isinstance(shared, Achievement)
        try:
            workspace.commit(edits.alter(workspace.plan, shared, task=str(int(shared.task or 0) + 1)))
        except UserError:
            continue
        return


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
