"""--version: what runs, and where the plan lives."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

from leaderplan import __version__
from leaderplan.faults import version_of


def about(folder: Path) -> str:
    """Versions of what runs, and where the plan lives."""
    qt = version_of("pyside6-essentials")
    return "\n".join(
        (
            f"LeaderPlan {__version__}",
            f"Python {platform.python_version()}, Qt {qt}, SQLite {sqlite3.sqlite_version}",
            f"Plan: {folder}",
        )
    )
