"""From a folder to an open plan, by each of the ways that there are; for the window and the commands alike."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.newplan import new_plan
from leaderplan.store import backups, relocating, restoring
from leaderplan.store.folder import PLAN
from leaderplan.store.rows import Progress
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.store.workspace import Workspace
from leaderplan.upkeep import secondplace


def has_plan(folder: Path) -> bool:
    """Whether there is anything where the plan would be."""
    return (folder / PLAN).exists()


def begin(folder: Path, today: date) -> Workspace:
    """A new plan; what lies there under its name is set aside."""
    return new_plan(folder, sample=False, today=today, force=has_plan(folder))


def from_backup(folder: Path, progress: Progress | None = None) -> Workspace:
    """Put the newest sound backup in the place of a plan that does not open; raises UserError where there is none."""
    newest = backups.newest_sound(folder)
    if newest is None:
        raise UserError(
            _("There is no sound backup in {folder}.", folder=str(folder)),
            _("Open an archive of the plan, if you have one."),
        )
    return restored(folder, newest.file, progress)


def restored(folder: Path, source: Path, progress: Progress | None = None) -> Workspace:
    """Put a backup in the place of the plan, which is set aside, and open it.

    A plan that can still be read is also kept as a backup of its own, so that the way back stands in the same list.
    """
    at = now()
    snapshot = backups.known(source)
    if snapshot is not None:
        backups.assure(snapshot)
    aside = restoring.restore(folder, source, at, progress, snapshot.sha256 if snapshot else None)
    if aside is not None:
        with suppress(UserError):  # one that is not sound is set aside all the same
            backups.adopt(folder, aside / PLAN, Reason.RESTORE, at)
    return Workspace.open(folder)


def moved(folder: Path, target: Path, progress: Progress | None = None) -> Workspace:
    """Move the plan with all that belongs to it to another folder, and open it there."""
    relocating.move(folder, target, now(), progress)
    secondplace.take_along(folder, target)
    return Workspace.open(target)
