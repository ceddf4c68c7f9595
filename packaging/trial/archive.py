"""A sealed archive, opened as a file manager does it: the window asks for its passphrase, and shows what was in it.

The passphrase is tried in a process of its own, which in a package is the package's program once more.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from trial import work
from trial.desktop import Desktop
from trial.machine import Failed, Machine
from trial.window import close

_PATIENCE: Final = 30


def check(machine: Machine, desktop: Desktop, archive: Path, *opener: str) -> None:
    """Open it by these words where there is no plan yet, and see what a command made of it; raises Failed."""
    brought = machine.work / "brought"
    here = machine.environed(**desktop.environment, LEADERPLAN_PLAN=str(brought))
    process = here.start(*opener, archive)
    try:
        desktop.wait_for(lambda one: one.name == "Passphrase", "the question for the archive's passphrase")
        desktop.picture("archive")
        desktop.type(work.PASSPHRASE)
        desktop.press("Return")
        desktop.wait_for(lambda one: one.role == "list item" and one.name == "Achievements", "the plan of the archive")
        close(desktop, process)
    except Failed as failure:
        reports = [report.read_text(encoding="utf-8") for report in sorted(brought.glob("log/report-*.txt"))]
        raise Failed("\n".join([str(failure), *reports, *here.complaints()])) from failure
    finally:
        if process.poll() is None:
            process.kill()
    if work.records(here) != work.records(machine.environed(LEADERPLAN_PLAN=str(machine.work / "again"))):
        raise Failed("The window did not bring what is in the archive.")
    told = "The window asks for the passphrase, tries it, and shows the plan that was in the archive."
    machine.transcript.command([*opener, str(archive)], told)
    if complaints := here.complaints():
        raise Failed(f"The window complained: {complaints}")
