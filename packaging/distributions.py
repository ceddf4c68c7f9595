"""The Python packages that LeaderPlan runs on: what pyproject.toml asks for, and what those ask for in turn."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from facts import ROOT

_OUT = frozenset({"pip"})
"""What none of LeaderPlan's ways reaches: sqlite-utils would install plugins for its own command with it."""
_OF_PIP = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"})


def runtime() -> frozenset[str]:
    """The canonical names of all of them that are installed here; a marker decides as it does for pip."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known: set[str] = set()
    waiting = [Requirement(line) for line in project["dependencies"]]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in known | _OUT or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        try:
            asked = distribution(wanted.name).requires or []
        except PackageNotFoundError:
            continue
        known.add(name)
        waiting += [Requirement(line) for line in asked]
    return frozenset(known)


def metadata() -> list[tuple[str, str]]:
    """(file, folder in the bundle) of what pip knows of each: its version and the texts of its licence."""
    chosen = []
    for name in sorted(runtime()):
        for file in distribution(name).files or []:
            folder, *inner = file.parts
            if folder.endswith(".dist-info") and inner[0] not in _OF_PIP | {"sboms"}:
                chosen.append((str(file.locate()), str(Path(*file.parts).parent)))
    return chosen
