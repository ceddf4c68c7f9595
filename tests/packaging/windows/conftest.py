from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import facts
from windows.tree import LONGEST

NASTY = (
    "leaderplan.exe",
    "leaderplanw.exe",
    "_internal/python311.dll",
    "_internal/one/same.txt",
    "_internal/one two/same.txt",
    "_internal/one two/Über – né & {co} 'x' [y] (z).txt",
    "_internal/empty",
    "_internal/" + "a folder in a folder/" * 6 + "n" * (LONGEST - 10 - 21 * 6),
)
"""Paths of a bundle; those that trouble installers, and both executables. The last is as long as it may be."""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A small bundle, in which no two files are the same save one that is empty."""
    folder = tmp_path / "bundle"
    for path in NASTY:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"" if file.name == "empty" else f"content of {path}".encode() * 1000)
    return folder


@pytest.fixture
def icon(tmp_path: Path) -> Path:
    """A file that may stand for an icon: nothing here looks into it."""
    file = tmp_path / "any name.ico"
    file.write_bytes(b"\0\0\1\0\0\0")
    return file


@pytest.fixture(scope="session")
def known() -> facts.Facts:
    """The facts of this checkout."""
    return facts.read()


@pytest.fixture
def _wixl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # msitools leave icons where they run
    missing = [name for name in ("wixl", "msibuild", "msiinfo", "msiextract") if not shutil.which(name)]
    if missing:
        pytest.skip(f"{' and '.join(missing)} are not installed here, which make and read installers")
