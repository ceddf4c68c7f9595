"""What lies in the folder of a plan."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

PLAN = "plan.db"
ATTACHMENTS = "attachments"
BACKUPS = "backups"
SET_ASIDE = "set-aside"
WORKSHOP = ".work-"
"""How the folder begins in which something is made; what a program that died left of one goes at the next start."""


def settle(folder: Path) -> None:
    """Have the names in a folder written down before going on; Windows does so by itself and offers no way."""
    if os.name == "nt":  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder for this account only, with those above it; the names of the new ones are written down."""
    new = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for place in reversed(new):
        settle(place.parent)


def identity(file: Path) -> tuple[int, int]:
    """What tells a file from another one that was put in its place."""
    found = file.stat()
    return found.st_dev, found.st_ino


def write(target: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all."""
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    settle(target.parent)
