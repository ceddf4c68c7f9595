"""The .tar.xz, unpacked where a person might put it, entered into the menu and taken out again."""

from __future__ import annotations

import platform
from pathlib import Path

from facts import Facts
from trial import versions
from trial.machine import Failed, Machine, Transcript
from trouble import must


def prepare(_dist: Path, _store: Path) -> None:
    """Nothing is needed."""


def check(dist: Path, _store: Path, work: Path, facts: Facts, transcript: Transcript) -> None:
    """It runs from a folder with a space in its name and by its link; raises Failed."""
    name = f"{facts.program.command}-{facts.version}-linux-{platform.machine()}"
    place = work / "My programs ä"
    place.mkdir()
    must("tar", "--extract", "--file", dist / f"{name}.tar.xz", "--directory", place)
    folder = place / name
    machine = Machine(str(folder / facts.program.command), work, transcript)
    machine.home.mkdir()
    versions.check(machine, facts)
    machine.do(folder / "register")
    entry = machine.home / ".local/share/applications" / f"{facts.program.command}.desktop"
    if str(folder) not in entry.read_text(encoding="utf-8"):
        raise Failed(f"{entry} does not start what was unpacked.")
    link = machine.home / ".local/bin" / facts.program.command
    machine.do(link, "new", "--sample", "--plan", work / "plan")
    machine.do(link, "document", "portfolio", "--plan", work / "plan", "-o", work / "portfolio.pdf")
    machine.do(folder / "register", "--remove")
    if entry.exists() or link.is_symlink() or not (work / "plan" / "plan.db").is_file():
        raise Failed("Taking it out of the menu left something, or took the plan.")
