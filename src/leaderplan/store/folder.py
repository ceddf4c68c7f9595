"""What lies in the folder of a plan."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from pathlib import Path

PLAN = "plan.db"
ATTACHMENTS = "attachments"
BACKUPS = "backups"
SET_ASIDE = "set-aside"
WORKSHOP = ".work-"
"""How the folder begins in which something is made."""
_NOBODY_WORKS_FOR = 3600  # seconds


def sweep_workshops(folder: Path) -> None:
    """Remove what a program that died an hour ago or longer has left of its work."""
    for left in folder.glob(f"{WORKSHOP}*"):
        if time.time() - left.stat().st_mtime > _NOBODY_WORKS_FOR:
            shutil.rmtree(left, ignore_errors=True)


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
    """Write a file that is there whole or not at all, for this account only."""
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            part.chmod(0o600)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    settle(target.parent)
