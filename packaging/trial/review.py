"""A review, opened as a file manager does it by somebody without a plan; and an answer, by whoever sent the review."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from trial import work
from trial.desktop import Desktop
from trial.machine import Failed, Machine
from trial.window import close, end

_CONTENTS: Final = "The whole plan"


def check(machine: Machine, desktop: Desktop, *opener: str) -> None:
    """Open both by these words; raises Failed."""
    sent, back = (machine.work / name for name in (work.REVIEW, work.ANSWER))
    nowhere = machine.work / "no plan of their own"
    _open(machine.environed(**desktop.environment, LEADERPLAN_PLAN=str(nowhere)), desktop, sent, *opener)
    if nowhere.exists():
        raise Failed("Reading a review made a plan.")
    plan = machine.work / "sample"
    _bring(machine.environed(**desktop.environment, LEADERPLAN_PLAN=str(plan)), desktop, back, *opener)


def _open(here: Machine, desktop: Desktop, review: Path, *opener: str) -> None:
    process = here.start(*opener, review)
    try:
        desktop.wait_for(lambda one: one.role == "list item" and one.name == _CONTENTS, "the mentor's window")
        desktop.picture("review")
        end(desktop, process, "review$")
    finally:
        if process.poll() is None:
            process.kill()
    here.transcript.command([*opener, str(review)], "A window shows the review, and no plan was made.")


def _bring(here: Machine, desktop: Desktop, answer: Path, *opener: str) -> None:
    process = here.start(*opener, answer)
    try:
        desktop.wait_for(lambda one: one.name.startswith(work.MENTOR), "what the answer brings")
        desktop.picture("answer")
        close(desktop, process)
    finally:
        if process.poll() is None:
            process.kill()
    here.transcript.command([*opener, str(answer)], "The window of the plan shows what the answer brings.")
