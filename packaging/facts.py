"""What every package says of LeaderPlan: package.toml as plain values, and where things lie."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
BUILD: Final = ROOT / "build"
"""Where packages are made; may be deleted at any time."""
DIST: Final = ROOT / "dist"
"""What is handed out: the packages, and the list of what is in the bundle."""
BUNDLE: Final = BUILD / "bundle" / "leaderplan"
"""The folder that PyInstaller makes: the executable and ``_internal/``."""


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file that a double click opens with LeaderPlan; ``suffix`` begins with its dot."""

    suffix: str
    mime: str
    name: str


@dataclass(frozen=True, slots=True)
class Program:
    """How the program is called, in machines' words (``id``, ``command``) and in people's."""

    id: str
    command: str
    name: str
    summary: str
    maintainer: str
    home: str
    description: tuple[str, ...]
    """Paragraphs of plain text."""


@dataclass(frozen=True, slots=True)
class Sqlite:
    """The SQLite of the bundle: what fetches its amalgamation, where it lies in that, and its digest."""

    version: str
    npm: str
    folder: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All of package.toml, and the version of the program."""

    version: str
    program: Program
    file_types: tuple[FileType, ...]
    floors: dict[str, str]
    """The oldest version that a bundle may carry, by ``sqlite``, ``qt``, ``python``."""
    sqlite: Sqlite
    limits: dict[str, int]
    """Megabytes (10^6 bytes): ``bundle`` on disk, ``compressed`` in a package."""


def read(path: Path = HERE / "package.toml") -> Facts:
    """The facts; raises KeyError or TypeError where the file lacks one or has one too many."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    program = dict(tables["program"])
    program["description"] = tuple(program["description"])
    return Facts(
        version=version(),
        program=Program(**program),
        file_types=tuple(FileType(**one) for one in tables["file_type"]),
        floors=dict(tables["floors"]),
        sqlite=Sqlite(**tables["sqlite"]),
        limits=dict(tables["limits"]),
    )


def version() -> str:
    """The version of the program, which stands in its source alone; hatchling reads it there too."""
    source = (ROOT / "src" / "leaderplan" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', source, re.MULTILINE)
    assert found, "src/leaderplan/__init__.py names no version"
    return found[1]


def parts(version: str) -> tuple[int, ...]:
    """A version as numbers that compare: "3.51.3" is (3, 51, 3); what follows the digits of a part is dropped."""
    return tuple(int(found[0]) if (found := re.match(r"\d+", part)) else 0 for part in version.split("."))
