from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

import facts
import starters

KNOWN = facts.read()


@pytest.mark.parametrize(
    ("platform", "name", "started"),
    [
        ("linux", "leaderplan", "leaderplan/leaderplan"),
        ("win32", "leaderplan.exe", "leaderplan/leaderplan.exe"),
        ("darwin", "leaderplan", "LeaderPlan.app/Contents/MacOS/leaderplan"),
    ],
)
def test_each_system_starts_what_is_handed_out_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, name: str, started: str
) -> None:
    monkeypatch.setattr(starters, "sys", SimpleNamespace(platform=platform))
    assert starters.name(KNOWN) == name
    assert starters.handed_out(KNOWN, tmp_path / "leaderplan") == tmp_path / started
