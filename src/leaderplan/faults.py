"""Reports of our own faults: enough to mend them, and no text of the person's in it."""

from __future__ import annotations

import platform
import sqlite3
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from leaderplan import __version__

_PARTS = ("pyside6-essentials", "reportlab", "sqlite-utils", "pikepdf")


def report(error: BaseException) -> str:
    """What went wrong, as text to copy.

    Names of errors and places in the code only: an error's own words may quote a record.
    """
    head = [f"LeaderPlan {__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC", *_surroundings()]
    return "\n".join([*head, *places(error)]) + "\n"


def places(error: BaseException) -> list[str]:
    """The kind of an error and of those behind it, each after an empty line and above its places in the code."""
    lines = []
    chain: BaseException | None = error
    while chain is not None:
        lines += ["", type(chain).__qualname__]
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(chain.__traceback__)
        ]
        chain = chain.__cause__ or chain.__context__
    return lines


def _surroundings() -> list[str]:
    system = f"{platform.system()} {platform.release()}"
    return [
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {system}",
        ", ".join(f"{part} {version_of(part)}" for part in _PARTS),
    ]


def version_of(part: str) -> str:
    """The version of an installed package; a question mark where it cannot be told."""
    # By the names of folders, as importlib.metadata costs 30 ms at every start. A bundle may lack what pip knows.
    name = part.replace("-", "_")
    for entry in sys.path:
        for folder in Path(entry).glob("*.dist-info"):
            found, _dash, version = folder.name.removesuffix(".dist-info").partition("-")
            if found.lower() == name:
                return version
    return "?"


def _place(filename: str) -> str:
    """A file below its package: the path above it may hold the person's name."""
    parts = Path(filename).parts
    for package in ("leaderplan", "site-packages"):
        if package in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(package) - 1 :])
    return parts[-1] if parts else ""


def keep(text: str, folder: Path) -> Path | None:
    """Write a report below ``folder``/log; None where that cannot be done."""
    file = folder / "log" / f"report-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return file
