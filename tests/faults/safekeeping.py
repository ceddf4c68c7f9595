"""What keeps a plan safe: backups, archives, restoring one of them, moving the plan; and what it must leave."""

from __future__ import annotations

import shutil
from pathlib import Path

from leaderplan.domain import edits
from leaderplan.domain.messages import _
from leaderplan.domain.records import Evidence, Profile
from leaderplan.errors import UserError
from leaderplan.store import Workspace, backups, relocating, restoring
from leaderplan.store.snapshot import Reason
from leaderplan.upkeep import archives
from tests.faults.workloads import held_in, plan_in, sound
from tests.store.plans import Clock, linked, queue

ARCHIVE = "copy.leaderplan"
LATER = "Nobody waits longer than a day"


def save(_folder: Path, workspace: Workspace | None) -> None:
    """One edit, as typing makes it."""
    assert workspace
    workspace.commit(edits.alter(workspace.plan, queue(), result=LATER))


def attach(_folder: Path, workspace: Workspace | None) -> None:
    """A file is kept, then the record that refers to it is stored."""
    assert workspace
    kept = workspace.blobs.keep(b"thank you" * 9000, "letter.pdf")
    workspace.commit(edits.add(Evidence(id="proof-0001", title="A letter", attachment=kept)))


def back_up(folder: Path, _workspace: Workspace | None) -> None:
    """A snapshot of a plan that is open."""
    backups.take(folder, Reason.ASKED, Clock()())


def restore(folder: Path, _workspace: Workspace | None) -> None:
    """A snapshot becomes the plan."""
    restoring.restore(folder, next((folder / "backups").glob("plan-*.db")), Clock()())


def archive(folder: Path, _workspace: Workspace | None) -> None:
    """The plan is written into one file; who is told that it lacks an attachment throws it away."""
    saved = archives.save(folder, folder.parent / ARCHIVE, None, Clock()())
    if saved.missing:
        saved.file.unlink()
        raise UserError(_("{name} lacks a file.", name=saved.file.name), _("Try again."))


def restore_archive(folder: Path, _workspace: Workspace | None) -> None:
    """What an archive holds becomes the plan."""
    archives.restore(folder, folder.parent / ARCHIVE, None, Clock()())


def move(folder: Path, _workspace: Workspace | None) -> None:
    """The plan moves to another folder, to a second one where there is a plan in the first already."""
    targets = [folder.with_name(name) for name in ("elsewhere", "elsewhere-2")]
    target = next(target for target in targets if not (target / "plan.db").exists())
    relocating.move(folder, target, Clock()())


def is_moved(folder: Path) -> bool:
    """Whether no plan lies in the folder any more."""
    return not (folder / "plan.db").exists()


def backed_up(folder: Path) -> None:
    """A plan with a file attached, which was changed since its snapshot."""
    sound(folder)
    with Workspace.open(folder, clock=Clock()) as workspace:
        attach(folder, workspace)
        back_up(folder, workspace)
        save(folder, workspace)


def archived(folder: Path) -> None:
    """An archive of a plan with a file attached, beside the folder of the plan of somebody else, who has a backup."""
    other = folder.with_name("other")
    sound(other)
    with Workspace.open(other, clock=Clock()) as workspace:
        attach(other, workspace)
    archives.save(other, folder.parent / ARCHIVE, None, Clock()())
    shutil.rmtree(other)
    mine = [record for record in linked() if not isinstance(record, Profile)]
    with Workspace.create(folder, [Profile(id="me-000002", name="Bea"), *mine], clock=Clock()) as workspace:
        save(folder, workspace)
        back_up(folder, workspace)


def backups_prove(root: Path, told: bool) -> list[str]:
    """Every backup is whole; there is one if that was said."""
    found = backups.listed(plan_in(root))
    for snapshot in found:
        backups.prove(snapshot)
    return [] if found or not told else ["the backup is gone"]


def set_aside_opens(root: Path, told: bool) -> list[str]:
    """What gave way opens from where it was set aside."""
    plan = root / "plan"
    aside = [file.parent for file in plan.glob("set-aside/*/plan.db")]
    wrong = [f"{folder.name} is not whole" for folder in aside if not _is_whole(folder)]
    kept = any(map(_is_later, aside)) or (_is_later(plan) and not told)
    return wrong + ([] if kept else ["what gave way was not set aside"])


def archive_holds_the_plan(root: Path, told: bool) -> list[str]:
    """The archive is not there, or all of the plan comes out of it."""
    if not (root / ARCHIVE).exists():
        return ["the archive is gone"] if told else []
    archives.restore(root / "proved", root / ARCHIVE, None, Clock()())
    with Workspace.open(root / "proved") as workspace:
        troubles = [f"from the archive: {trouble.what}" for trouble in workspace.check()]
    same = held_in(root / "proved") == held_in(root / "plan")
    return troubles + ([] if same else ["the archive holds another plan"])


def every_plan_is_whole(root: Path, _told: bool) -> list[str]:
    """Wherever a plan lies, it has its files and its backups."""
    wrong = []
    for folder in [file.parent for file in root.glob("*/plan.db")]:
        if not (_is_whole(folder) and _is_later(folder)):
            wrong.append(f"{folder.name} is not whole")
        for snapshot in (found := backups.listed(folder)):
            backups.prove(snapshot)
        if not found:
            wrong.append(f"{folder.name} has lost its backup")
    return wrong


def _is_whole(folder: Path) -> bool:
    """Whether the plan there is sound, with its files."""
    with Workspace.open(folder) as workspace:
        return workspace.check() == []


def _is_later(folder: Path) -> bool:
    """Whether the plan there is the one that was edited last."""
    with Workspace.open(folder) as workspace:
        return getattr(workspace.plan.find("queue-0001"), "result", "") == LATER
