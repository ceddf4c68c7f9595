"""Things done to a plan, each of which may be stopped at any of its file operations; one line adds another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from leaderplan.domain import edits
from leaderplan.store import Workspace, backups
from tests.faults.forgetting import (
    collect,
    erase,
    files_are_there,
    is_collected,
    is_erased,
    is_thin,
    nothing_is_left,
    thin,
    versions_are_known,
    with_files,
    with_old_history,
    with_secret,
)
from tests.faults.roundtrip import (
    answered,
    every_file_has_its_round,
    is_merged,
    is_sent,
    merge,
    merging_again_completes_it,
    send,
)
from tests.faults.safekeeping import (
    LATER,
    archive,
    archive_holds_the_plan,
    archived,
    attach,
    back_up,
    backed_up,
    backups_prove,
    every_plan_is_whole,
    is_moved,
    move,
    restore,
    restore_archive,
    save,
    set_aside_opens,
)
from tests.faults.workloads import EDITING, Held, Proof, Workload, crowd, held, nothing, nothing_more, older, sound
from tests.store.plans import Clock, linked, story

Act = Callable[[Path, Workspace | None], object]


class Scenario(NamedTuple):
    """``prepare`` makes the folder of a plan; ``act`` is given it, and the open plan where there is one to be open.

    ``done``, without which the plan is not open, says of it whether the act has taken place; ``settled`` says of the
    folder of one that is not open whether a second try would be one too many. ``proof`` judges what lies beside it.
    """

    name: str
    prepare: Callable[[Path], None]
    act: Act
    done: Callable[[Workspace], bool] | None = None
    settled: Callable[[Path], bool] = lambda _folder: False
    proof: Proof = nothing_more


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


def create(folder: Path, _workspace: Workspace | None) -> None:
    """A new plan."""
    Workspace.create(folder, linked(), clock=Clock()).close()


def reopen(folder: Path, _workspace: Workspace | None) -> None:
    """A plan is opened; one of an older format is rebuilt."""
    Workspace.open(folder, clock=Clock()).close()


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
    Scenario("save", sound, save, _says("result", LATER)),
    Scenario("remove", sound, remove, lambda workspace: workspace.plan.find("queue-0001") is None),
    Scenario("import of 200 records", sound, take_in, _holds("person-0199")),
    Scenario("undo", edited, undo, _says("result", "")),
    Scenario("draft", sound, draft, lambda workspace: len(workspace.drafts()) == 1),
    Scenario("attach", sound, attach, _holds("proof-0001")),
    Scenario("new plan", nothing, create, settled=lambda folder: (folder / "plan.db").exists()),
    Scenario("open", sound, reopen),
    Scenario("backup", sound, back_up, lambda workspace: backups.listed(workspace.folder) != [], proof=backups_prove),
    Scenario("restore", backed_up, restore, proof=set_aside_opens),
    Scenario("upgrade", older, reopen),
    Scenario("archive", backed_up, archive, proof=archive_holds_the_plan),
    Scenario("archive restored", archived, restore_archive, proof=set_aside_opens),
    Scenario("move", backed_up, move, settled=is_moved, proof=every_plan_is_whole),
    Scenario("review sent", sound, send, is_sent, proof=every_file_has_its_round),
    Scenario("answer merged", answered, merge, is_merged, proof=merging_again_completes_it),
    Scenario("erase", with_secret, erase, is_erased, proof=nothing_is_left),
    Scenario("history thinned", with_old_history, thin, is_thin, proof=versions_are_known),
    Scenario("attachments collected", with_files, collect, settled=is_collected, proof=files_are_there),
)
"""What is stopped at every one of its operations. To add one: a function, and a line here."""


def _powerless(scenario: Scenario) -> Workload:
    """A scenario during which the power goes."""

    def run(folder: Path) -> Iterator[Held | None]:
        if scenario.done is None:
            scenario.act(folder, None)
            yield None
            return
        with Workspace.open(folder, clock=Clock()) as workspace:
            scenario.act(folder, workspace)
            yield held(workspace)

    return Workload(scenario.name, scenario.prepare, run, scenario.proof)


WORKLOADS = (*EDITING, *(_powerless(one) for one in SCENARIOS if one.proof is not nothing_more))
"""What goes on when the power goes."""
