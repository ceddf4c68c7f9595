from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from leaderplan import __version__
from leaderplan.about import about


def test_what_runs_is_named_with_its_versions(tmp_path: Path) -> None:
    said = about(tmp_path)
    for words in (f"LeaderPlan {__version__}", "Python 3.", "Qt 6.", f"SQLite {sqlite3.sqlite_version}", str(tmp_path)):
        assert words in said


def test_a_bundle_without_the_lists_of_pip_still_says_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [])
    assert "Qt ?" in about(tmp_path)
