"""The Python packages that LeaderPlan runs on: what pyproject.toml asks for, and what those ask for in turn."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from facts import ROOT

_OUT = frozenset({"pip"})
"""What none of LeaderPlan's ways reaches: sqlite-utils would install plugins for its own command with it."""
_UNREAD = ("*/INSTALLER", "*/REQUESTED", "*/direct_url.json", "platformdirs-*/sboms/*")
"""What is of use to pip alone, and half a megabyte that names no part of the package."""


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
            place = PurePosixPath(file)
            if place.parts[0].endswith(".dist-info") and not any(place.match(one) for one in _UNREAD):
                chosen.append((str(file.locate()), str(place.parent)))
    return chosen
