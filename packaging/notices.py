"""The licences of what a bundle carries beside Python packages, which bring their own: Python, SQLite, the starter,
and the libraries of the system that it was made on, or of the Python that it was made with."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

import inherited
from linux.owners import owner
from slim import Entry
from trouble import Trouble

PLACE: Final = "leaderplan/resources/licences/system"
"""Where *About* looks for them in the bundle."""
_SQLITE: Final = """SQLite, by D. Richard Hipp and others, is in the public domain: https://sqlite.org/copyright.html

{origin}
"""
_COMPILED: Final = "It was compiled for this package from its amalgamation, unchanged."
_PYTHONS: Final = "It came with Python, which holds it."
_SYSTEM: Final = ("/lib", "/usr/lib", "/usr/local/lib")
_PYTHON: Final = ("LICENSE.txt", "../LICENSE.txt", "../../LICENSE.txt", "../../../LICENSE.txt")
_DEBIAN_PYTHON: Final = "/usr/share/doc/python3.11/copyright"


def collect(binaries: Iterable[Entry], folder: Path) -> list[Entry]:
    """Write each text into ``folder`` under what it is about; where each goes. Raises Trouble if there is none."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    origin = _PYTHONS if sys.platform == "darwin" else _COMPILED
    (folder / "SQLite.txt").write_text(_SQLITE.format(origin=origin), encoding="utf-8")
    shutil.copyfile(_python(), folder / "Python.txt")
    shutil.copyfile(_starter(), folder / "PyInstaller.txt")
    if sys.platform.startswith("linux"):
        for package in sorted({found for _name, path, kind in binaries if (found := _owner(path, kind))}):
            shutil.copyfile(f"/usr/share/doc/{package}/copyright", folder / f"{package}.txt")
    else:
        for text, path in inherited.texts(name for name, _path, _kind in binaries).items():
            shutil.copyfile(path, folder / f"{text}.txt")
    return [(f"{PLACE}/{path.name}", str(path), "DATA") for path in sorted(folder.iterdir())]


def _python() -> Path:
    places = [Path(sysconfig.get_path("stdlib"), name) for name in _PYTHON]
    found = [place for place in (*places, Path(_DEBIAN_PYTHON)) if place.is_file()]
    if not found:
        raise Trouble("This Python has no text of its licence, which has to go with it.")
    return found[0]


def _starter() -> Path:
    files = distribution("pyinstaller").files or []
    return Path(str(next(file for file in files if file.name == "COPYING.txt").locate()))


def _owner(path: str, kind: str) -> str:
    """The package of Debian that a library comes from; empty for what comes from a wheel, from Python or from here."""
    if kind == "SYMLINK" or not path.startswith(_SYSTEM):
        return ""
    found = owner(path)
    if not found:
        raise Trouble(f"No package of this system owns {path}, so its licence is not known.")
    return found
