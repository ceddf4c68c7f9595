"""What runs, and where the plan lives: for --version, for the window's About, and for whoever reports a fault."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

from leaderplan import __version__
from leaderplan.faults import version_of


def about(folder: Path, qt: str = "") -> str:
    """The versions of what runs, and where the plan lives; ``qt`` is that of a Qt that is loaded already."""
    return "\n".join((f"LeaderPlan {__version__}", parts(qt), f"Plan: {folder}"))


def parts(qt: str = "") -> str:
    """The versions of what LeaderPlan stands on."""
    qt = qt or version_of("pyside6-essentials")
    return f"Python {platform.python_version()}, Qt {qt}, SQLite {sqlite3.sqlite_version}"
