"""How much room a plan takes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from leaderplan.domain.messages import Message, _
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, PLAN, SET_ASIDE

PARTS: Mapping[str, Message] = {
    PLAN: _("Plan"),
    ATTACHMENTS: _("Attachments"),
    BACKUPS: _("Backups"),
    SET_ASIDE: _("Set aside"),
}
"""What lies in the folder of a plan, in words."""


def sizes(folder: Path) -> dict[str, int]:
    """Bytes by the name of a part; a file that has two names, as what was set aside may have, counts once."""
    seen: set[tuple[int, int]] = set()
    return {part: _size(folder / part, seen) for part in PARTS}


def _size(place: Path, seen: set[tuple[int, int]]) -> int:
    if place.is_file():
        return _once(place, seen)
    return sum(_once(Path(parent, name), seen) for parent, _folders, files in os.walk(place) for name in files)


def _once(file: Path, seen: set[tuple[int, int]]) -> int:
    try:
        found = file.lstat()
    except OSError:  # it went while it was counted
        return 0
    known = (found.st_dev, found.st_ino)
    if known in seen:
        return 0
    seen.add(known)
    return found.st_size
