"""The bundle as it lies where it was made."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from facts import BUNDLE, Facts
from trial import neighbours, network, versions, window, work
from trial.desktop import desktop
from trial.machine import Machine, Transcript


def prepare(_dist: Path, _store: Path) -> None:
    """Nothing is needed."""


def check(dist: Path, _store: Path, folder: Path, facts: Facts, transcript: Transcript) -> None:
    """The versions, the jobs without a window and, on Linux, the window; raises Failed."""
    program = shutil.which(facts.program.command, path=str(BUNDLE)) or facts.program.command
    machine = Machine(program, folder, transcript)
    machine.home.mkdir()
    versions.check(machine, facts)
    work.check(machine)
    if not sys.platform.startswith("linux"):
        return
    with desktop(folder / "desktop", dist) as screen:
        window.check(machine, screen, folder / "sample")
        neighbours.check(machine, screen, folder / "sample")
        network.check(machine, screen, folder / "sample")
