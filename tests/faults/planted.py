"""python3 dev.py faults --planted: faults put into copies of the program, and which tests find them.

A fault is data, in ``plants.toml``. A text that is not found any more is an error, so that no fault goes stale unseen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_NEEDED = ("src", "tests", "resources", "pyproject.toml")
_SECONDS = 900
PLANTED = "LEADERPLAN_PLANTED"
"""Tells a test that it only has to find a fault, and not the shortest way to it."""


class Plant(NamedTuple):
    """``old``, a text in ``file`` of the package, gives way to ``new``; ``tests`` ought to find it."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


class Outcome(NamedTuple):
    """What became of a planted fault: the tests that found it, none if it went unseen."""

    plant: Plant
    found_by: tuple[str, ...]


def plants() -> list[Plant]:
    """All faults that can be planted."""
    found = tomllib.loads(Path(__file__).with_name("plants.toml").read_text(encoding="utf-8"))["plant"]
    return [Plant(**one | {"tests": tuple(one["tests"])}) for one in found]


def planted_text(plant: Plant, root: Path = ROOT) -> str:
    """The file with the fault in it; raises ValueError where the text is not there exactly once."""
    text = (root / "src" / "leaderplan" / plant.file).read_text(encoding="utf-8")
    old, new = plant.old, plant.new
    if old.endswith("\n") and "\n" in old[:-1]:  # whole lines, of which the last may go on
        old, new = old.removesuffix("\n"), new.removesuffix("\n")
    if text.count(old) != 1:
        raise ValueError(f"{plant.name}: the text is there {text.count(old)} times in {plant.file}: {old}")
    return text.replace(old, new)


def tried(plant: Plant, scratch: Path) -> Outcome:
    """Run the tests that ought to find a fault on a copy of the program that has it."""
    copy = scratch / "copy"
    try:
        for name in _NEEDED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / name)
        (copy / "src" / "leaderplan" / plant.file).write_text(planted_text(plant), encoding="utf-8")
        return Outcome(plant, _found(plant, copy))
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _found(plant: Plant, copy: Path) -> tuple[str, ...]:
    places = os.pathsep.join([str(copy), str(copy / "src")])
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:xdist",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
    ]
    done = subprocess.run(
        [*command, "--tb=no", "--no-header", *(f"tests/{test}" for test in plant.tests)],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": places, "QT_QPA_PLATFORM": "offscreen", "CI": "true", PLANTED: "1"},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{plant.name}: the tests did not run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    lines = [line.split(" - ")[0].removeprefix("FAILED ") for line in done.stdout.splitlines()]
    return tuple(line for line in lines if line.startswith("tests/")) if done.returncode else ()


def main(names: Sequence[str] = ()) -> int:
    """Plant every fault in turn, or those of which the name holds one of ``names``; gives the exit status."""
    print("| planted fault | found by |\n|---|---|", flush=True)
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for plant in (plant for plant in plants() if not names or any(name in plant.name for name in names)):
            outcome = tried(plant, Path(folder))
            missed += not outcome.found_by
            print(f"| {plant.name} | {outcome.found_by[0] if outcome.found_by else '**nothing**'} |", flush=True)
    return 1 if missed else 0
