"""What each package is made by, in the order in which they are made."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import contents
import rights
import starters
from facts import BUILD, BUNDLE, DIST, HERE, ROOT, Facts, read
from linux import debian, tarball
from macos import dmg
from trouble import Trouble, must
from windows import msi, signing


def make(wanted: Sequence[str]) -> list[Path]:
    """Make these packages into dist/; raises Trouble."""
    facts = read()
    DIST.mkdir(exist_ok=True)
    # The day that stands in packages and pictures is that of the source, so that the same source makes the same.
    # An unpacked source archive has no history, and perhaps lies in a repository of something else: changes.day knows.
    if "SOURCE_DATE_EPOCH" not in os.environ and (ROOT / ".git").exists():
        os.environ["SOURCE_DATE_EPOCH"] = must("git", "log", "-1", "--format=%ct").strip()
    made = []
    for name, maker in PACKAGES.items():
        if name in wanted or (name == "bundle" and _OF_A_BUNDLE & set(wanted) and not _mark(facts).is_file()):
            print(f"Making {name}", flush=True)
            made += maker(facts)
            if name == "bundle":
                _mark(facts).touch()
    faults = contents.compressed_fault(
        (one for one in made if one.suffix in {".deb", ".xz"}), facts.limits["compressed"]
    )
    if faults:
        raise Trouble("\n".join(faults))
    for one in made:
        print(f"{one.stat().st_size / 10**6:8.1f} MB  {one.relative_to(ROOT)}", flush=True)
    return made


def here() -> tuple[str, ...]:
    """The names of what this system can make."""
    system = {"win32": "", "darwin": "dmg"}.get(sys.platform, "deb tar")
    return ("bundle", *system.split(), "wheel")


def bundle(facts: Facts) -> list[Path]:
    """The folder that runs without Python, and the list of what is in it; raises Trouble for what must not be."""
    shutil.rmtree(BUNDLE.parent, ignore_errors=True)
    folders = ("--distpath", BUNDLE.parent, "--workpath", BUILD / "pyinstaller")
    must(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", *folders, HERE / "leaderplan.spec")
    found = contents.look_into(BUNDLE, starters.name(facts))
    listing = DIST / f"{facts.program.command}-{facts.version}-{sys.platform}-contents.txt"
    listing.write_text(contents.listing(found), encoding="utf-8")
    faults = contents.faults(found, facts.limits["bundle"]) + rights.faults(BUNDLE)
    if faults:
        raise Trouble("\n".join(faults))
    if sys.platform == "win32":
        print(signing.sign(signing.ours(BUNDLE, facts.program)))
    return [listing]


def _mark(facts: Facts) -> Path:
    """The file that says of a bundle that it is of this version and was found faultless."""
    return BUNDLE.parent / f"faultless-{facts.version}"


def wheel(facts: Facts) -> list[Path]:
    """The wheel and the source archive, made as hatchling does for anybody."""
    must(sys.executable, "-m", "hatchling", "build", "-d", DIST)
    return [DIST / f"leaderplan-{facts.version}{ending}" for ending in ("-py3-none-any.whl", ".tar.gz")]


_OF_A_BUNDLE: Final = frozenset({"deb", "tar", "dmg"})
PACKAGES: Mapping[str, Callable[[Facts], list[Path]]] = MappingProxyType(
    {"bundle": bundle, "deb": debian.make, "tar": tarball.make, "msi": msi.make, "dmg": dmg.make, "wheel": wheel}
)
"""What makes each, in the order in which they are made."""
