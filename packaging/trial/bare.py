"""A bare Debian 12 in a folder, made by debootstrap and kept, of which each trial uses a copy."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from facts import Facts
from trouble import Trouble, must

_RELEASE: Final = "bookworm"
LEFT_BEHIND: Final = "usr/lib/leaderplan/of-the-older-version"
"""A file that only the older package has."""
# What a desktop has and a bare system lacks: how it learns the type of a file. The programs that show windows stay
# outside, so that the bare system has only what the package itself asks for.
_OF_A_DESKTOP: Final = ("xdg-utils", "libfile-mimeinfo-perl", "shared-mime-info", "desktop-file-utils")


def fresh(store: Path) -> Path:
    """A copy of the bare system; raises Trouble where it cannot be made."""
    bare, copy = store / _RELEASE, store / "system"
    if not bare.is_dir():
        bare.parent.mkdir(parents=True, exist_ok=True)
        part = bare.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        must("debootstrap", "--variant=minbase", _RELEASE, part)
        part.rename(bare)
    if copy.exists():
        must("rm", "-rf", "--one-file-system", copy)
    must("cp", "-a", "--reflink=auto", bare, copy)
    return copy


def fetch(root: Path, package: str) -> None:
    """Install what a desktop has, and lay in what ``package`` asks for without installing it; this needs a network."""
    for name in ("resolv.conf", "hosts"):
        if Path("/etc", name).is_file():
            shutil.copyfile(f"/etc/{name}", root / "etc" / name)
    env = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    within = ("chroot", root)
    must(*within, "apt-get", "update", "-qq", env=env)
    must(*within, "apt-get", "install", "--yes", "-qq", "--no-install-recommends", *_OF_A_DESKTOP, env=env)
    must(*within, "apt-get", "install", "--yes", "-qq", "--download-only", package, env=env)
    must(*within, "useradd", "--create-home", "--uid", "1000", "person", env=env)


def mounted(store: Path, work: Path) -> Path:
    """The copy, with ``work`` at the same path in it, and what programs expect of a system; for this process only."""
    root = store / "system"
    inside = root / work.relative_to("/")
    inside.mkdir(parents=True, exist_ok=True)
    must("mount", "--make-rprivate", "/")
    must("mount", "--bind", work, inside)
    must("mount", "-t", "proc", "proc", root / "proc")
    must("mount", "--rbind", "/dev", root / "dev")
    return root


def package(dist: Path, facts: Facts) -> Path:
    """The .deb of this version; raises Trouble where it was not made."""
    found = sorted(dist.glob(f"{facts.program.command}_{facts.version}_*.deb"))
    if not found:
        raise Trouble(f"There is no .deb of {facts.version} in {dist}. Make it with packaging/build.py.")
    return found[0]


def older(package: Path, version: str, target: Path) -> None:
    """The same package under an older number, with a file that the newer one lacks, as no older release exists."""
    tree = target.with_suffix("")
    shutil.rmtree(tree, ignore_errors=True)
    must("dpkg-deb", "--raw-extract", package, tree)
    control = tree / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines(keepends=True)
    control.write_text("".join(f"Version: {version}\n" if line.startswith("Version:") else line for line in lines))
    (tree / LEFT_BEHIND).write_text("to be gone after the upgrade\n", encoding="utf-8")
    must("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, target)
    shutil.rmtree(tree)
