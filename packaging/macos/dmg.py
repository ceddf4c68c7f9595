"""Makes the disk image from which a person drags the program into the folder Applications."""

from __future__ import annotations

import platform
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from facts import BUILD, BUNDLE, DIST, Facts
from macos import signing
from trouble import Runs, Trouble, must


def make(facts: Facts) -> list[Path]:
    """Sign the program that PyInstaller made, put it into a disk image in dist/, and sign that; raises Trouble."""
    app = app_in(BUNDLE.parent, facts)
    if not app.is_dir():
        raise Trouble(f"{app} is missing. Make it first: python3 packaging/build.py bundle")
    print(signing.sign(app, facts.program, BUILD / "macos"))
    made = image(app, DIST, facts)
    print(signing.notarize(made))
    return [made]


def app_in(folder: Path, facts: Facts) -> Path:
    """Where PyInstaller puts the program."""
    return folder / f"{facts.program.name}.app"


def image(app: Path, folder: Path, facts: Facts, run: Runs = must, machine: str = platform.machine()) -> Path:
    """The disk image in ``folder``: the program, and a link to Applications beside it; raises Trouble."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"{facts.program.command}-{facts.version}-{machine}.dmg"
    with TemporaryDirectory() as work:
        shown = Path(work) / facts.program.name
        shutil.copytree(app, shown / app.name, symlinks=True)
        (shown / "Applications").symlink_to("/Applications")
        name = f"{facts.program.name} {facts.version}"
        # ULMO is the smallest, and every macOS that Qt runs on reads it.
        run("hdiutil", "create", "-volname", name, "-srcfolder", shown, "-fs", "HFS+", "-format", "ULMO", "-ov", made)
    run("hdiutil", "verify", made)
    return made
