"""What starts a bundle, on each system: the executable that PyInstaller makes of the program."""

from __future__ import annotations

import sys
from pathlib import Path

from facts import BUNDLE, Facts
from macos.dmg import app_in
from windows.executables import console


def name(facts: Facts) -> str:
    """What the executable in the folder of the bundle is called, which carries the archive of modules."""
    return console(facts.program) if sys.platform == "win32" else facts.program.command


def handed_out(facts: Facts, bundle: Path = BUNDLE) -> Path:
    """The executable that people start: on macOS that of the program in the disk image, which is signed."""
    if sys.platform == "darwin":
        return app_in(bundle.parent, facts) / "Contents" / "MacOS" / name(facts)
    return bundle / name(facts)
