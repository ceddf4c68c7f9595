"""Measuring: repeated runs, medians and the 95th percentile."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Process:
    """What one process took: CPU and wall clock in seconds, its largest resident size in MiB."""

    cpu: float
    wall: float
    memory: float


def process(
    arguments: Sequence[str], environment: dict[str, str] | None = None, program: str = sys.executable
) -> Process:
    """Run a program, if not another this Python, with ``arguments``; raises CalledProcessError where it fails."""
    began = time.perf_counter()
    child = subprocess.Popen([program, *arguments], env=os.environ | (environment or {}), stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, arguments)
    return Process(usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss / 1024)


def median(processes: Sequence[Process]) -> Process:
    """The middle of each figure."""
    return Process(*(statistics.median(getattr(p, name) for p in processes) for name in ("cpu", "wall", "memory")))


def each(act: Callable[[int], object], times: int) -> list[float]:
    """How long each of several calls took, in milliseconds."""
    took = []
    for turn in range(times):
        began = time.perf_counter()
        act(turn)
        took.append((time.perf_counter() - began) * 1000)
    return took


def once(act: Callable[[], object]) -> float:
    """How long one call took, in milliseconds."""
    return each(lambda _turn: act(), 1)[0]


def p95(took: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(took)[max(round(len(took) * 0.95) - 1, 0)]


def line(what: str, figure: str, goal: str = "") -> None:
    """Print one figure beside its goal."""
    print(f"{what:62} {figure:>22}   {goal}".rstrip())
