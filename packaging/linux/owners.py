"""Which package of Debian a file on this system belongs to."""

from __future__ import annotations

import os
import subprocess


def owner(path: str) -> str:
    """The package's name without its architecture; empty where none owns the file, or where there is no dpkg."""
    # Without its links, and as it is called since /lib became a link to /usr/lib, or before.
    real = os.path.realpath(path)
    for name in (real, real.removeprefix("/usr")):
        try:
            said = subprocess.run(["dpkg", "--search", name], capture_output=True, text=True)
        except FileNotFoundError:
            return ""
        for line in said.stdout.splitlines():
            owners, _colon, found = line.rpartition(": ")
            # Lines on files that one package keeps out of another's way name no owner.
            if found == name and not line.startswith("diversion "):
                return owners.partition(",")[0].partition(":")[0]
    return ""
