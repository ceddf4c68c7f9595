"""Which packages of Debian a bundle leans on: those that own the libraries it asks for and does not bring."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Final

from contents import Contents, needed
from facts import parts
from linux.owners import owner
from trouble import Trouble, must

_GLIBC: Final = re.compile(r"GLIBC_(2\.\d+)")
# Opened by Qt while it runs, so that no file asks for them by name: for OpenGL, and for the keyboards of X.
_OPENED: Final = ("libEGL.so.1", "libGL.so.1", "libxkbcommon.so.0")


def depends(contents: Contents) -> list[str]:
    """The packages that a bundle needs, for the field Depends; raises Trouble for a library that no package owns."""
    asked = {library for name in contents.files for library in needed(contents.folder / name)}
    here = {Path(name).name for name in contents.files}
    owners = {_owner(library) for library in (asked | set(_OPENED)) - here if not library.startswith("ld-linux")}
    return sorted(f"libc6 (>= {glibc(contents)})" if owner == "libc6" else owner for owner in owners)


def glibc(contents: Contents) -> str:
    """The newest version of the C library that any file of the bundle asks for."""
    asked = {version for name in contents.files for version in _glibc_of(contents.folder / name)}
    return max(asked, key=parts)


def _glibc_of(path: Path) -> set[str]:
    if not needed(path):
        return set()
    return set(_GLIBC.findall(must("readelf", "--version-info", "--wide", path)))


def _owner(library: str) -> str:
    """The package of Debian that brings a library."""
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    for line in listed.stdout.splitlines():
        name, _arrow, path = line.strip().partition(" => ")
        if name.split()[:1] == [library] and (found := owner(path)):
            return found
    raise Trouble(
        f"No package installed here brings {library}, so the .deb cannot demand it. Install the one that does."
    )
