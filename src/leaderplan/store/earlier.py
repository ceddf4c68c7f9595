"""Where a plan lay before it moved: what it left there holds what was in it then, also what is erased since."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from leaderplan.domain.messages import Message, _
from leaderplan.store.folder import write

FILE = "earlier-places.json"


def note(folder: Path, left_behind: Path) -> None:
    """Remember in a plan's folder where a copy of it was left; raises OSError."""
    write(folder / FILE, json.dumps([*_noted(folder), str(left_behind)], indent=1).encode())


def sentences(folder: Path) -> tuple[Message, ...]:
    """One for each place where such a copy still is."""
    return tuple(
        _("{folder} still holds the plan as it was before it moved here: delete it.", folder=place)
        for place in _noted(folder)
        if Path(place).exists()
    )


def _noted(folder: Path) -> list[str]:
    with suppress(OSError, ValueError):
        found = json.loads((folder / FILE).read_text("utf-8"))
        if isinstance(found, list):
            return [each for each in found if isinstance(each, str)]
    return []
