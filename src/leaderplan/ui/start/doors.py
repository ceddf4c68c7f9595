"""The ways into a plan, as the start calls them; what stands behind each is the composition root's business."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from leaderplan.ui.care import ArchiveCopy

if TYPE_CHECKING:  # the store is slow to import, and the window paints before it is needed
    from datetime import datetime

    from leaderplan.store.workspace import Workspace

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (steps done, steps in all)."""
Door: TypeAlias = "Callable[[Progress], Workspace]"
"""Runs in a thread of its own and raises UserError where it leads nowhere."""


@dataclass(frozen=True)
class Doors:
    """The ways into the plan of one folder."""

    exists: Callable[[], bool]
    """Whether there is anything to open."""
    open: Door
    begin: Door
    look: Door
    salvage: Door
    backup: Door
    archive: Callable[[Path, object, Progress], Workspace]
    """The plan of an archive in the place of the one that is there; with the key that :attr:`unlock` gave, or None."""
    sealed: Callable[[Path], bool]
    """Whether an archive asks for a passphrase; raises UserError for what is none."""
    unlock: Callable[[Path, str], object]
    """The key of a sealed archive under a passphrase; slow, raises UserError for a wrong one."""
    archives: Callable[[], Sequence[ArchiveCopy]]
    """The archives in the folders of this machine that are copied elsewhere, newest first; slow."""
    newest_backup: Callable[[], datetime | None]
    """When the newest backup was made, for saying so before it is tried."""
