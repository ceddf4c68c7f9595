"""The window of the packaged program: typed into, closed by its frame, opened again with the text there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from trial.desktop import Desktop
from trial.machine import Failed, Machine

_TYPED: Final = "Smoke rises from the packaged program"
_ADDED: Final = " and it draws well"
_PATIENCE: Final = 30


def check(machine: Machine, desktop: Desktop, plan: Path) -> None:
    """All of it, on a plan that is there; raises Failed."""
    here = machine.environed(**desktop.environment, LEADERPLAN_PLAN=str(plan))
    with opened(here, desktop) as process:
        write(desktop)
        close(desktop, process)
    machine.transcript.say(f"The window: typed “{_TYPED}{_ADDED}”, closed at once by its close button.")
    found = json.loads(here.run("list", "achievement", "--search", _TYPED, "--json", quiet=True))
    if [one["title"] for one in found] != [_TYPED + _ADDED]:
        raise Failed(f"What was typed is not stored: {[one['title'] for one in found]}")
    with opened(here, desktop) as process:
        desktop.click(desktop.wait_for(lambda one: one.role == "list item" and one.name == "Achievements", "the page"))
        desktop.click(desktop.wait_for_name(_TYPED + _ADDED))
        desktop.wait_for_name(f"Title: {_TYPED}{_ADDED}")
        desktop.picture("reopened")
        close(desktop, process)
    machine.transcript.say("Opened again: the text is there.")
    if complaints := here.complaints():
        raise Failed(f"The window complained: {complaints}")


def write(desktop: Desktop) -> None:
    """Capture an achievement, open it, and add to its title."""
    desktop.press("ctrl+shift+a")
    desktop.type(_TYPED)
    desktop.press("ctrl+Return")
    desktop.click(desktop.wait_for_name(f"Title: {_TYPED}"))
    desktop.press("End")
    desktop.type(_ADDED)


@contextmanager
def opened(machine: Machine, desktop: Desktop, *words: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program with its window shown; ended by force where what follows fails."""
    process = machine.start(*(words or (machine.program,)))
    try:
        desktop.wait_for(lambda one: one.role == "list item" and one.name == "Home", "the window")
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def close(desktop: Desktop, process: subprocess.Popen[bytes]) -> None:
    """Close the window on the plan, and wait for the end of the program; raises Failed where it does not end well."""
    end(desktop, process, "^LeaderPlan$")


def end(desktop: Desktop, process: subprocess.Popen[bytes], title: str) -> None:
    """Close the window with this title by its frame, and wait for the end of the program; raises Failed likewise."""
    desktop.close(desktop.windows(title)[0])
    try:
        status = process.wait(_PATIENCE)
    except subprocess.TimeoutExpired as error:
        desktop.picture("not-closed")
        raise Failed("The program goes on after its window was closed.") from error
    if status:
        raise Failed(f"The program ended with {status} when its window was closed.")
