"""What runs, and where the plan lives: for --version, for the window's About, and for whoever reports a fault."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

from leaderplan import __version__
from leaderplan.faults import version_of


def about(folder: Path, qt: str = "") -> str:
    """The versions of what runs, and where the plan lives; ``qt`` is that of a Qt that is loaded already."""
    return f"{versions(qt)}\nPlan: {folder}"


def versions(qt: str = "") -> str:
    """LeaderPlan's version and those of what it stands on."""
    return f"LeaderPlan {__version__}\n{parts(qt)}"


def parts(qt: str = "") -> str:
    """What LeaderPlan stands on."""
    qt = qt or version_of("pyside6-essentials")
    system = f"{platform.system()} {platform.release()}"
    return f"Python {platform.python_version()}, Qt {qt}, SQLite {sqlite3.sqlite_version}, {system}"
