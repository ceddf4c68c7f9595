"""Several programs on one plan, and programs that are killed in the middle of it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from leaderplan.domain.records import Achievement
from leaderplan.store import Workspace
from tests.store.plans import story

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("LEADERPLAN_KILLS", "80"))
STARTS = 8


@pytest.fixture
def folder(tmp_path):
    """A plan with the one record that everybody changes."""
    Workspace.create(tmp_path / "plan", [Achievement(id="shared-000001", title="Shared")]).close()
    return tmp_path / "plan"


def editor(folder: Path, name: str, count: int) -> subprocess.Popen:
    places = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.editor", str(folder), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": places},
        cwd=ROOT,
    )


@pytest.mark.timeout(300)
def test_two_programs_on_one_plan_lose_nothing_and_see_each_other(folder):
    count = 200
    seen: set[str] = set()
    with Workspace.open(folder) as window:
        window.watch(lambda edit, by: seen.update(change.id for change in edit))
        programs = [editor(folder, name, count) for name in ("one", "two")]
        while any(program.poll() is None for program in programs):
            window.poll()
            time.sleep(0.05)
        told = [line for program in programs for line in program.communicate()[0].split()]
        assert [program.returncode for program in programs] == [0, 0]
        window.poll()
        expected = {f"{name}-{number:06}" for name in ("one", "two") for number in range(count)}
        assert set(told) == expected
        assert seen == expected | {"shared-000001"}
        assert story(window, "shared-000001").task == str(2 * count // 10)
        assert window.check() == []
        with Workspace.open(folder) as again:
            assert again.plan == window.plan
            assert {step.by for step in again.history(limit=1000)} == {"", "one", "two"}


@pytest.mark.timeout(600)
def test_a_program_that_is_killed_loses_nothing_it_has_acknowledged(folder):
    chance = random.Random(20260301)
    acknowledged: set[str] = set()
    for kill in range(STARTS):
        program = editor(folder, f"kill{kill:04}", 100_000)
        assert program.stdout
        first = program.stdout.readline().strip()
        assert first, "the program found the plan unsound"
        time.sleep(chance.random() * 0.06)
        program.kill()
        lines = program.communicate()[0]
        acknowledged.add(first)
        acknowledged.update(line for line in lines.splitlines(keepends=False) if len(line) == len(first))
    with Workspace.open(folder) as workspace:
        stored = {record.id for record in workspace.plan}
        assert acknowledged <= stored
        assert len(stored - acknowledged) <= 2 + STARTS  # the profile, the shared one, and what was stored but not told
        assert workspace.check() == []


@pytest.mark.timeout(600)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="what is killed is forked")
def test_many_kills_lose_nothing_that_was_acknowledged(tmp_path):
    places = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    command = [sys.executable, "-m", "tests.faults.killing", str(KILLS), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": places}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KILLS}" in done.stdout.replace(",", "")
