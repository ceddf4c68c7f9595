"""What the program asks of the system while it runs: no connection to any network."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

from trial.desktop import Desktop
from trial.machine import Failed, Machine
from trial.window import close, opened

_TO_A_NETWORK: Final = re.compile(r"connect\(.*sa_family=AF_INET6?\b")


def check(machine: Machine, desktop: Desktop, plan: Path) -> None:
    """Open and close the window, and make a document, under strace; raises Failed."""
    if not shutil.which("strace"):
        raise Failed("To see what the program connects to, install strace.")
    seen = machine.work / "calls.txt"
    watched = (
        "strace",
        "--follow-forks",
        "--trace=connect,execve",
        "--string-limit=200",
        f"--output={seen}",
        machine.program,
    )
    here = machine.environed(**desktop.environment, LEADERPLAN_PLAN=str(plan))
    with opened(here, desktop, *watched) as process:
        close(desktop, process)
    calls = seen.read_text(encoding="utf-8", errors="replace")
    here.do(*watched, "document", "portfolio", "-o", machine.work / "watched.pdf")
    calls += seen.read_text(encoding="utf-8", errors="replace")
    connections = [line for line in calls.splitlines() if "connect(" in line]
    outside = [line for line in connections if _TO_A_NETWORK.search(line)]
    if outside or not connections:
        raise Failed(f"The program connects to a network: {outside}" if outside else "strace saw nothing, not even X.")
    machine.transcript.say(f"{len(connections)} connections, all to sockets of this machine; none to a network.")
