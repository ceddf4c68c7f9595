"""The bundle as it lies where it was made."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import starters
from facts import BUNDLE, Facts
from trial import archive, neighbours, network, review, versions, window, work
from trial.desktop import desktop
from trial.machine import Failed, Machine, Transcript


def prepare(_dist: Path, _store: Path) -> None:
    """Nothing is needed."""


def check(dist: Path, _store: Path, folder: Path, facts: Facts, transcript: Transcript) -> None:
    """The versions, the jobs without a window and, on Linux, the window; raises Failed."""
    program = starters.handed_out(facts, BUNDLE)
    # Never by its name alone, which may start another LeaderPlan that is installed here.
    if not os.access(program, os.X_OK):
        raise Failed(f"{program} is not there to be started. Make it first: python3 packaging/build.py")
    machine = Machine(str(program), folder, transcript)
    machine.home.mkdir()
    versions.check(machine, facts)
    work.check(machine)
    if not sys.platform.startswith("linux"):
        return
    with desktop(folder / "desktop", dist) as screen:
        window.check(machine, screen, folder / "sample")
        archive.check(machine, screen, folder / "sample.leaderplan", machine.program, "open")
        review.check(machine, screen, machine.program, "open")
        neighbours.check(machine, screen, folder / "sample")
        network.check(machine, screen, folder / "sample")
