#!/usr/bin/env python3
"""Makes the packages of LeaderPlan for the system that it runs on, into dist/.

python3 packaging/build.py [WHAT ...]   all of what this system can make, or only: bundle deb tar wheel msi dmg
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent


def set_up(script: str) -> None:
    """Go on with ``script`` in the project's own environment, which is made or renewed first."""
    sys.path.insert(0, str(HERE.parent))
    import dev

    try:
        dev.set_up()
    except dev.Trouble as trouble:
        sys.exit(str(trouble))
    if Path(sys.prefix).resolve() != dev.VENV.resolve():
        sys.exit(subprocess.run([str(dev.PYTHON), script, *sys.argv[1:]]).returncode)


def main(arguments: Sequence[str]) -> int:
    """Make what the arguments name; the exit status."""
    import making
    from trouble import Trouble

    unknown = sorted(set(arguments) - set(making.PACKAGES))
    if unknown:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        making.make(arguments or making.here())
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    set_up(__file__)
    sys.exit(main(sys.argv[1:]))
