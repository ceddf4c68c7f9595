"""Things done to a plan, each of which may be stopped at any of its file operations; one line adds another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from leaderplan.store import Workspace, backups, restoring
from leaderplan.store.snapshot import Reason
from tests.faults.workloads import crowd, nothing, older, sound
from tests.store.plans import Clock, linked, queue, story

Act = Callable[[Path, Workspace | None], object]


class Scenario(NamedTuple):
    """``prepare`` makes the folder of a plan; ``act`` is given it, and the open plan where there is one to be open.

    ``done`` says of an open plan whether the act has taken place.
    """

    name: str
    prepare: Callable[[Path], None]
    act: Act
    done: Callable[[Workspace], bool]
    opens: bool = True


def save(_folder: Path, workspace: Workspace | None) -> None:
    """One edit, as typing makes it."""
    assert workspace
    workspace.commit(edits.alter(workspace.plan, queue(), result="Nobody waits longer than a day"))


def remove(_folder: Path, workspace: Workspace | None) -> None:
    """A record goes with all that hangs on it."""
    assert workspace
    workspace.commit(edits.remove(workspace.plan, story(workspace)))


def take_in(_folder: Path, workspace: Workspace | None) -> None:
    """An import of 200 records."""
    assert workspace
    workspace.commit(edits.add(*crowd(200)), by="import")


def undo(_folder: Path, workspace: Workspace | None) -> None:
    """What was edited last is taken back."""
    assert workspace
    workspace.undo()


def draft(_folder: Path, workspace: Workspace | None) -> None:
    """What cannot be stored yet is kept beside its field."""
    assert workspace
    workspace.draft("queue-0001", "ended", "May 2")


def attach(_folder: Path, workspace: Workspace | None) -> None:
    """A file is kept, then the record that refers to it is stored."""
    assert workspace
    kept = workspace.blobs.keep(b"thank you" * 9000, "letter.pdf")
    workspace.commit(edits.add(Evidence(id="proof-0001", title="A letter", attachment=kept)))


def create(folder: Path, _workspace: Workspace | None) -> None:
    """A new plan."""
    Workspace.create(folder, linked(), clock=Clock()).close()


def reopen(folder: Path, _workspace: Workspace | None) -> None:
    """A plan is opened; one of an older format is rebuilt."""
    Workspace.open(folder, clock=Clock()).close()


def back_up(folder: Path, workspace: Workspace | None) -> None:
    """A snapshot of a plan that is open."""
    assert workspace
    backups.take(folder, Reason.ASKED, Clock()())


def restore(folder: Path, _workspace: Workspace | None) -> None:
    """A snapshot becomes the plan."""
    (snapshot,) = (folder / "backups").glob("plan-*.db")
    restoring.restore(folder, snapshot, Clock()())


def backed_up(folder: Path) -> None:
    """A plan that was changed since its snapshot."""
    sound(folder)
    with Workspace.open(folder, clock=Clock()) as workspace:
        back_up(folder, workspace)
        save(folder, workspace)


def edited(folder: Path) -> None:
    """A plan with an edit that can be undone."""
    sound(folder)
    with Workspace.open(folder, clock=Clock()) as workspace:
        save(folder, workspace)


def _says(field: str, value: str) -> Callable[[Workspace], bool]:
    return lambda workspace: getattr(workspace.plan.find("queue-0001"), field, None) == value


def _holds(id: str) -> Callable[[Workspace], bool]:
    return lambda workspace: workspace.plan.find(id) is not None


SCENARIOS = (
    Scenario("save", sound, save, _says("result", "Nobody waits longer than a day")),
    Scenario("remove", sound, remove, lambda workspace: workspace.plan.find("queue-0001") is None),
    Scenario("import of 200 records", sound, take_in, _holds("person-0199")),
    Scenario("undo", edited, undo, _says("result", "")),
    Scenario("draft", sound, draft, lambda workspace: len(workspace.drafts()) == 1),
    Scenario("attach", sound, attach, _holds("proof-0001")),
    Scenario("new plan", nothing, create, _holds("queue-0001"), opens=False),
    Scenario("open", sound, reopen, _holds("queue-0001"), opens=False),
    Scenario("backup", sound, back_up, lambda workspace: backups.listed(workspace.folder) != []),
    Scenario("restore", backed_up, restore, _says("result", ""), opens=False),
    Scenario("upgrade", older, reopen, _holds("story-1"), opens=False),
)
"""What is stopped at every one of its operations. To add one: a function, and a line here."""
