"""The program started twice, as an icon that is pressed again does it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from leaderplan.store import Workspace
from tests.store.plans import linked, opened

SURROUNDINGS = {"QT_QPA_PLATFORM": "offscreen", "LEADERPLAN_TODAY": "2026-03-12"}


@pytest.fixture
def folder(tmp_path):
    with opened(tmp_path, *linked()) as workspace:
        return workspace.folder


def start(*arguments: object) -> subprocess.Popen:
    command = [sys.executable, "-m", "leaderplan", *map(str, arguments)]
    return subprocess.Popen(command, env=os.environ | SURROUNDINGS, stderr=subprocess.PIPE, text=True)


def test_a_second_start_brings_the_first_window_forward_and_ends(folder: Path) -> None:
    first = start("open", folder)
    try:
        until = time.monotonic() + 30
        while not (folder / "log" / "leaderplan.log").exists() and time.monotonic() < until:
            time.sleep(0.1)
        second = start("open", folder)
        assert (second.communicate(timeout=30)[1], second.returncode) == ("", 0)
        assert first.poll() is None
        commanded = start("add", "Closed the last paper counter for good", "--plan", folder)
        assert (commanded.communicate(timeout=30)[1], commanded.returncode) == ("", 0)
    finally:
        first.kill()
        first.communicate()
    third = start("open", folder, "--quit-after-paint")
    assert (third.communicate(timeout=50)[1], third.returncode) == ("", 0)
    with Workspace.open(folder) as workspace:
        assert len(workspace.plan.of_table("achievement")) == 2
        assert workspace.check() == []


def test_the_log_of_a_run_holds_no_word_of_the_plan(folder: Path) -> None:
    ran = start("open", folder, "--quit-after-paint")
    assert (ran.communicate(timeout=50)[1], ran.returncode) == ("", 0)
    text = (folder / "log" / "leaderplan.log").read_text(encoding="utf-8")
    assert "A plan was opened: 7 records" in text
    assert not any(word in text for word in ("Cut the queue", "Ann", "Bob", str(folder)))
    assert len(list((folder / "backups").glob("plan-*-close.db"))) == 1
