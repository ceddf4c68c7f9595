"""The package for Debian and its kin: the bundle in /usr/lib, a command, and all by which a desktop knows it.

Nothing runs when it is installed or removed: the caches of menus, file types, icons and manuals are renewed by the
triggers of the packages that keep them. https://www.debian.org/doc/debian-policy/
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import textwrap
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path
from typing import Final

import changes
import contents
from facts import BUILD, BUNDLE, DIST, ROOT, Facts
from linux import libraries, shares
from trouble import must

_DOC: Final = "usr/share/doc"


def make(facts: Facts) -> list[Path]:
    """The .deb of this machine's architecture in dist/; raises Trouble."""
    architecture = must("dpkg", "--print-architecture").strip()
    package = DIST / f"{facts.program.command}_{facts.version}_{architecture}.deb"
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    fill(tree, facts)
    control = tree / "DEBIAN"
    control.mkdir()
    depends = libraries.depends(contents.look_into(BUNDLE, facts.program.command))
    control.chmod(0o755)  # whatever the umask
    (control / "control").write_text(describe(facts, architecture, depends, kilobytes(tree)), encoding="utf-8")
    (control / "md5sums").write_text(digests(tree), encoding="utf-8")
    midnight = datetime.combine(changes.day(facts.version), time(), UTC)
    epoch = {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}
    must("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", tree, package, env=epoch)
    return [package]


def fill(tree: Path, facts: Facts) -> None:
    """Put everything that the package installs under ``tree``, with the rights that it is to have."""
    command = facts.program.command
    tree.mkdir(parents=True)
    tree.chmod(0o755)
    shutil.copytree(BUNDLE, tree / "usr" / "lib" / command, symlinks=True)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / command).symlink_to(f"../lib/{command}/{command}")
    shares.install(tree, "usr")
    documents = tree / _DOC / command
    documents.mkdir(parents=True)
    shutil.copyfile(ROOT / "THIRD-PARTY.md", documents / "THIRD-PARTY.md")
    (documents / "copyright").write_text(rights(facts), encoding="utf-8")
    (documents / "changelog.gz").write_bytes(gzip.compress(history(facts).encode(), mtime=0))
    program = tree / "usr" / "lib" / command / command
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)


def describe(facts: Facts, architecture: str, depends: list[str], size: int) -> str:
    """The control file; ``size`` in KiB, as installed."""
    told = "\n .\n".join(
        textwrap.fill(one, 78, initial_indent=" ", subsequent_indent=" ") for one in facts.program.description
    )
    return (
        f"Package: {facts.program.command}\n"
        f"Version: {facts.version}\n"
        f"Architecture: {architecture}\n"
        f"Maintainer: {facts.program.maintainer}\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join(depends)}\n"
        "Recommends: xdg-utils\n"
        "Section: misc\n"
        "Priority: optional\n"
        f"Homepage: {facts.program.home}\n"
        f"Description: {facts.program.summary}\n{told}\n"
    )


def rights(facts: Facts) -> str:
    """The file copyright in the form that machines read. https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    owner = next(line for line in licence.splitlines() if line.startswith("Copyright"))
    body = "\n".join(f" {line}" if line else " ." for line in licence.strip().splitlines())
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: {facts.program.name}\n"
        f"Source: {facts.program.home}\n"
        "Comment: What LeaderPlan brings of others is named in THIRD-PARTY.md beside this file; the texts of their\n"
        f" licences lie in /usr/lib/{facts.program.command}/_internal, and the program shows them in its window.\n"
        f"\nFiles: *\nCopyright: {owner.removeprefix('Copyright (c) ')}\nLicense: Expat\n{body}\n"
    )


def history(facts: Facts) -> str:
    """What is new, in the form that Debian's own tools read. https://www.debian.org/doc/debian-policy/ch-source.html"""
    told = []
    for release in changes.releases(facts.version):
        day = release.day or changes.day(facts.version)
        points = "\n".join(
            textwrap.fill(point, 78, initial_indent="  * ", subsequent_indent="    ") for point in release.points
        )
        moment = format_datetime(datetime.combine(day, time(), UTC))
        head = f"{facts.program.command} ({release.version}) stable; urgency=medium"
        told.append(f"{head}\n\n{points}\n\n -- {facts.program.maintainer}  {moment}\n")
    return "\n".join(told)


def kilobytes(tree: Path) -> int:
    """KiB of all files, each rounded up, as Debian counts them."""
    return sum(-(-path.lstat().st_size // 1024) for path in tree.rglob("*") if not path.is_dir())


def digests(tree: Path) -> str:
    """The MD5 sums by which ``dpkg --verify`` sees what was altered."""
    files = (
        path
        for path in sorted(tree.rglob("*"))
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts
    )
    return "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files)
