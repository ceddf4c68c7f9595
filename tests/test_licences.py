"""Whatever LeaderPlan ships or installs is named with its licence."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from leaderplan import assets

ROOT = Path(__file__).parents[1]
NAMED = (ROOT / "THIRD-PARTY.md").read_text("utf-8")


def needed(name: str, known: set[str]) -> set[str]:
    """A package with all that it needs here, by their canonical names."""
    if (canonical := canonicalize_name(name)) not in known:
        known.add(canonical)
        for requirement in map(Requirement, importlib.metadata.requires(name) or []):
            if not requirement.marker or requirement.marker.evaluate({"extra": ""}):
                needed(requirement.name, known)
    return known


def test_each_font_and_the_icons_carry_their_licence() -> None:
    folders = [*(path for path in (assets.ROOT / "fonts").iterdir() if path.is_dir()), assets.ROOT / "icons"]
    assert len(folders) >= 3
    for folder in folders:
        assert any((folder / name).is_file() for name in ("LICENSE", "OFL.txt")), folder.name
        assert f"`resources/{folder.relative_to(assets.ROOT).as_posix()}/`" in NAMED


def test_every_package_the_program_runs_on_is_named() -> None:
    also_known_as = {"pyside6-essentials": "pyside6", "shiboken6": "shiboken", "rl-accel": "rl_accel"}
    packages = needed("leaderplan", set()) - {"leaderplan"}
    assert len(packages) > 10
    for name in packages:
        assert also_known_as.get(name, name) in NAMED.lower(), name


def test_the_texts_of_the_licences_of_qt_are_here() -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (ROOT / "licences" / "LGPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "licences" / "GPL-3.0.txt").read_text("utf-8")
