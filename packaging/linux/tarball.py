"""The package for any Linux: one folder that runs from wherever it is unpacked, and can enter itself into the menu."""

from __future__ import annotations

import platform
import shutil
from pathlib import Path

import changes
from facts import BUILD, BUNDLE, DIST, HERE, ROOT, Facts
from linux import shares
from trouble import must

_READ_ME = """{name} {version}

Start it:                         ./{command}
Put it into your menu:            ./register
Take it out of your menu again:   ./register --remove

It runs from any folder and needs nothing but a desktop. Your plan does not lie here: ./{command} --version says where.
To remove the program, take it out of the menu and delete this folder. Your plan stays.
"""


def make(facts: Facts) -> list[Path]:
    """The .tar.xz of this machine's architecture in dist/; raises Trouble."""
    folder = f"{facts.program.command}-{facts.version}-linux-{platform.machine()}"
    above = BUILD / "tar"
    shutil.rmtree(above, ignore_errors=True)
    fill(above / folder, facts)
    package = DIST / f"{folder}.tar.xz"
    as_anybody = ("--owner=0", "--group=0", "--numeric-owner", "--mode=u+rw,a+rX,go-w", "--sort=name")
    day = f"--mtime={changes.day(facts.version)} 00:00Z"
    must("tar", "--directory", above, *as_anybody, day, "-cJf", package, folder, env={"XZ_OPT": "-6 -T0"})
    return [package]


def fill(folder: Path, facts: Facts) -> None:
    """Put everything that is unpacked into ``folder``."""
    shutil.copytree(BUNDLE, folder, symlinks=True)
    shares.install(folder, "")
    shutil.copyfile(HERE / "linux" / "register.sh", folder / "register")
    (folder / "register").chmod(0o755)
    for name in ("LICENSE", "THIRD-PARTY.md"):
        shutil.copyfile(ROOT / name, folder / name)
    words = {"name": facts.program.name, "version": facts.version, "command": facts.program.command}
    (folder / "README.txt").write_text(_READ_ME.format(**words), encoding="utf-8")
