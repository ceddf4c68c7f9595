"""Which erasures are not finished: the records are out of the plan, but perhaps not yet out of every file beside it.

``erasing.json`` in the plan's folder names them by their ids alone, from just before the plan's own transaction ends
until all copies are clean, so that a program that dies in between is followed by one that goes on.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from leaderplan.store.folder import settle, write

ERASING = "erasing.json"


class Pending(NamedTuple):
    """One erasure: its step in the history, what it takes, and the attachments that nothing else in the plan names."""

    step: int
    ids: tuple[str, ...]
    attachments: tuple[str, ...]


def announce(folder: Path, erasure: Pending) -> None:
    """Write an erasure down, on the disk when this returns. One that never got its step makes room."""
    _write(folder, [*(one for one in pending(folder) if one.step < erasure.step), erasure])


def pending(folder: Path) -> list[Pending]:
    """What is written down; nothing where the file is none of ours."""
    try:
        found = json.loads((folder / ERASING).read_bytes())
        return [Pending(int(step), tuple(ids), tuple(attachments)) for step, ids, attachments in found]
    except (FileNotFoundError, ValueError, TypeError):
        return []


def settled(folder: Path, finished: Collection[Pending]) -> None:
    """Strike out what is finished."""
    _write(folder, [one for one in pending(folder) if one not in finished])


def sweep(folder: Path) -> None:
    """Remove what was half written down; only where nobody can be announcing, under the plan's write lock."""
    for part in folder.glob(f"{ERASING}.*.part"):
        part.unlink(missing_ok=True)


def _write(folder: Path, erasures: list[Pending]) -> None:
    if erasures:
        write(folder / ERASING, json.dumps(erasures).encode())
    else:
        (folder / ERASING).unlink(missing_ok=True)
        settle(folder)
