"""The ways into the plan of a folder, as the start of the window takes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from leaderplan import assets
from leaderplan.places import remember_move, today
from leaderplan.store import backups, surroundings
from leaderplan.store.folder import PLAN
from leaderplan.store.rows import Progress
from leaderplan.store.steps import now
from leaderplan.store.viewing import view
from leaderplan.store.workspace import Workspace
from leaderplan.ui.care import ArchiveCopy
from leaderplan.ui.start.doors import Door, Doors

if TYPE_CHECKING:
    from leaderplan.exchange.sealed import Key

# What reads and writes files is slow to import (0.9 s), and most starts need none of it.


def doors(folder: Path) -> Doors:
    """Every way into the plan in ``folder``."""

    def from_archive(file: Path, key: object, progress: Progress) -> Workspace:
        from leaderplan.exchange.sealed import Key
        from leaderplan.upkeep import archives, secondplace

        assert key is None or isinstance(key, Key)
        archives.restore(folder, file, key, now(), progress)
        if key is not None and secondplace.chosen(folder) is None and file.parent in surroundings.synced_folders():
            secondplace.choose(folder, file.parent, key)  # the copies go on where they have come from
        return Workspace.open(folder)

    def newest_backup() -> datetime | None:
        found = backups.listed(folder)
        return found[0].at if found else None

    def begin(_progress: Progress) -> Workspace:
        from leaderplan.upkeep import beginning

        return beginning.begin(folder, today())

    def from_backup(progress: Progress) -> Workspace:
        from leaderplan.upkeep import beginning

        return beginning.from_backup(folder, progress)

    return Doors(
        exists=(folder / PLAN).exists,
        open=lambda progress: Workspace.open(folder, progress=progress),
        begin=begin,
        look=lambda _progress: view(folder / PLAN, folder),
        salvage=lambda _progress: view(folder / PLAN, folder, damaged=True),
        backup=from_backup,
        archive=from_archive,
        sealed=_is_sealed,
        unlock=_unlocked,
        archives=_at_hand,
        newest_backup=newest_backup,
    )


def backup(folder: Path, file: Path) -> Door:
    """A backup of the plan in ``folder``, to be looked at."""
    return lambda _progress: view(file, folder)


def restored(folder: Path, file: Path) -> Door:
    """The plan in ``folder`` once a backup has taken its place."""
    from leaderplan.upkeep import beginning

    return lambda progress: beginning.restored(folder, file, progress)


def moved(folder: Path, target: Path) -> Door:
    """The plan of ``folder`` once it lies in ``target``, where later starts find it too."""

    from leaderplan.upkeep import beginning

    def door(progress: Progress) -> Workspace:
        workspace = beginning.moved(folder, target, progress)
        remember_move(target)
        return workspace

    return door


def _is_sealed(file: Path) -> bool:
    from leaderplan.upkeep import archives

    return archives.sealed_with(file) is not None


def _unlocked(file: Path, typed: str) -> Key:
    from leaderplan.exchange import passphrase, sealed
    from leaderplan.upkeep import archives
    from leaderplan.upkeep.apart import apart

    locked = archives.sealed_with(file)
    assert locked is not None
    return apart(sealed.unlock, locked, passphrase.normal(typed, passphrase.words(assets.read_bytes)))


def _at_hand() -> Sequence[ArchiveCopy]:
    from leaderplan.upkeep import secondplace

    found = [copy for folder in surroundings.synced_folders() for copy in secondplace.copies(folder)]
    found.sort(key=lambda copy: copy.at, reverse=True)
    return [ArchiveCopy(copy.file, copy.at, copy.size) for copy in found]
