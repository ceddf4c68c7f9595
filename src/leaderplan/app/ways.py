"""The ways into the plan of a folder, as the start of the window takes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from leaderplan import assets
from leaderplan.exchange import passphrase, sealed
from leaderplan.exchange.sealed import Key
from leaderplan.places import remember_move, today
from leaderplan.store import backups, surroundings
from leaderplan.store.rows import Progress
from leaderplan.store.steps import now
from leaderplan.store.viewing import view
from leaderplan.store.workspace import Workspace
from leaderplan.ui.care import ArchiveCopy
from leaderplan.ui.start.doors import Door, Doors
from leaderplan.upkeep import archives, beginning, secondplace
from leaderplan.upkeep.apart import apart


def doors(folder: Path) -> Doors:
    """Every way into the plan in ``folder``."""

    def from_archive(file: Path, key: object, progress: Progress) -> Workspace:
        assert key is None or isinstance(key, Key)
        archives.restore(folder, file, key, now(), progress)
        if key is not None and secondplace.chosen(folder) is None and file.parent in surroundings.synced_folders():
            secondplace.choose(folder, file.parent, key)  # the copies go on where they have come from
        return Workspace.open(folder)

    def newest_backup() -> datetime | None:
        found = backups.listed(folder)
        return found[0].at if found else None

    return Doors(
        exists=lambda: beginning.has_plan(folder),
        open=lambda progress: Workspace.open(folder, progress=progress),
        begin=lambda _progress: beginning.begin(folder, today()),
        look=lambda _progress: beginning.look(folder),
        salvage=lambda _progress: beginning.look(folder, damaged=True),
        backup=lambda progress: beginning.from_backup(folder, progress),
        archive=from_archive,
        sealed=lambda file: archives.sealed_with(file) is not None,
        unlock=_unlocked,
        archives=_at_hand,
        newest_backup=newest_backup,
    )


def backup(folder: Path, file: Path) -> Door:
    """A backup of the plan in ``folder``, to be looked at."""
    return lambda _progress: view(file, folder)


def restored(folder: Path, file: Path) -> Door:
    """The plan in ``folder`` once a backup has taken its place."""
    return lambda progress: beginning.restored(folder, file, progress)


def moved(folder: Path, target: Path) -> Door:
    """The plan of ``folder`` once it lies in ``target``, where later starts find it too."""

    def door(progress: Progress) -> Workspace:
        workspace = beginning.moved(folder, target, progress)
        remember_move(target)
        return workspace

    return door


def _unlocked(file: Path, typed: str) -> Key:
    locked = archives.sealed_with(file)
    assert locked is not None
    return apart(sealed.unlock, locked, passphrase.normal(typed, passphrase.words(assets.read_bytes)))


def _at_hand() -> Sequence[ArchiveCopy]:
    found = [copy for folder in surroundings.synced_folders() for copy in secondplace.copies(folder)]
    found.sort(key=lambda copy: copy.at, reverse=True)
    return [ArchiveCopy(copy.file, copy.at, copy.size) for copy in found]
