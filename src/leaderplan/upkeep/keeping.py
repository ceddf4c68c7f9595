"""What keeps a plan safe unasked: snapshots, archives in the second place, and the tidying that they need."""

from __future__ import annotations

import logging
from pathlib import Path
from time import monotonic

from leaderplan.errors import UserError
from leaderplan.store import backups, collecting
from leaderplan.store.folder import PLAN
from leaderplan.store.rows import Progress
from leaderplan.store.snapshot import Reason, Snapshot
from leaderplan.store.steps import now
from leaderplan.store.workspace import Workspace
from leaderplan.upkeep import secondplace
from leaderplan.upkeep.archives import Saved

_log = logging.getLogger(__name__)


def back_up(folder: Path, reason: Reason, progress: Progress | None = None) -> Snapshot:
    """Take a snapshot, and let go of those, and of attachments, that nothing needs any more. Raises UserError."""
    at, begun = now(), monotonic()
    made = backups.take(folder, reason, at, progress)
    backups.thin(folder, at)
    collecting.collect(folder, at)
    _log.info("A backup was made: %d bytes in %.2f s", made.size, monotonic() - begun)
    return made


def back_up_if_due(folder: Path, newest_step: int, progress: Progress | None = None) -> Snapshot | None:
    """Take a snapshot where the plan has changed and the newest is ten minutes old. Raises UserError."""
    return back_up(folder, Reason.REGULAR, progress) if backups.is_due(folder, now(), newest_step) else None


def copy_if_due(folder: Path, progress: Progress | None = None) -> Saved | None:
    """Write an archive into the second place where the newest there is a day old. Raises UserError."""
    at = now()
    return secondplace.write_copy(folder, at, progress) if secondplace.is_due(folder, at) else None


def on_close(folder: Path, newest_step: int) -> list[UserError]:
    """Leave a plan that was changed with a snapshot, and with an archive in its second place; what went wrong."""
    found: list[UserError] = []
    if not (folder / PLAN).exists():
        return found
    works = (
        lambda: backups.has_news(folder, newest_step) and back_up(folder, Reason.CLOSE),
        lambda: secondplace.has_news(folder, now()) and secondplace.write_copy(folder, now()),
    )
    for work in works:
        try:
            work()
        except UserError as error:
            _log.warning("On closing the plan, a copy could not be made: %s", type(error).__name__)
            found.append(error)
    return found


def tidy(workspace: Workspace) -> None:
    """What is done once a day: the search is proved, and history older than 90 days thinned. Raises UserError."""
    if workspace.mend_search():
        _log.warning("The search index was made anew")
    fewer = workspace.thin()
    if fewer:
        _log.info("The history was thinned by %d steps", fewer)
