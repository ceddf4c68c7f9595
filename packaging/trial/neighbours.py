"""What the program starts, such as a file manager, runs in the surroundings of the system, not of the package."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from trial.desktop import Desktop
from trial.machine import Failed, Machine
from trial.window import close, opened

_OPENER: Final = "xdg-open"
_OF_THE_PACKAGE: Final = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH", "PYTHON")
_PATIENCE: Final = 10.0


def check(machine: Machine, desktop: Desktop, plan: Path) -> None:
    """Let the window open the plan's folder, and see what the opener is given; raises Failed."""
    opener, given = machine.work / "bin" / _OPENER, machine.work / "given.txt"
    opener.parent.mkdir()
    opener.write_text(
        f'#!/bin/sh\nenv > "{given}.part"\necho "ASKED=$1" >> "{given}.part"\nmv "{given}.part" "{given}"\n'
    )
    opener.chmod(0o755)
    path = f"{opener.parent}:{machine.env()['PATH']}"
    here = machine.environed(**desktop.environment, LEADERPLAN_PLAN=str(plan), PATH=path)
    with opened(here, desktop) as process:
        desktop.press("ctrl+k")
        desktop.type("About LeaderPlan")
        desktop.press("Return")
        desktop.click(desktop.wait_for_name("Open the folder"))
        until = time.monotonic() + _PATIENCE
        while not given.exists() and time.monotonic() < until:
            time.sleep(0.2)
        close(desktop, process)
    if not given.exists():
        raise Failed("The window does not open the plan's folder.")
    lines = given.read_text(encoding="utf-8").splitlines()
    if not any(line.startswith("ASKED=") and str(plan) in line for line in lines):
        raise Failed(f"{_OPENER} is asked for another folder.")
    if wrong := [line for line in lines if line.startswith(_OF_THE_PACKAGE)]:
        raise Failed(f"What the program starts would load the package's libraries: {wrong}")
    machine.transcript.say(f"{_OPENER} is started for the plan's folder in the system's own surroundings.")
