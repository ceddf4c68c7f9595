"""The ways into a plan, as the start calls them; what stands behind each is the composition root's business."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

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
    newest_backup: Callable[[], datetime | None]
    """When the newest backup was made, for saying so before it is tried."""
