#!/usr/bin/env python3
"""Everything that a release needs and one machine can do, in its order; python3 dev.py release runs it.

It stops at the first thing that fails. The packages, their checksums and what was done are in dist/ then.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from typing import Final

import changes
import sqlitelib
from facts import DIST, HERE, ROOT, read
from trial.course import NOT_TRIED
from trouble import Trouble, must

_DEV: Final = (sys.executable, str(ROOT / "dev.py"))
_STEPS: Final = {
    "check": (*_DEV, "check"),
    "test": (*_DEV, "test"),
    "faults": (*_DEV, "faults", "--release"),
    "build": (sys.executable, str(HERE / "build.py")),
    "sqlite": (*_DEV, "test", "tests/store", "tests/upkeep", "tests/old_files", "-q"),
    "smoke": (sys.executable, str(HERE / "smoke.py")),
    "bench": (*_DEV, "bench", "bundled", "starting"),
}
"""What is run, by the name under which it can be left out; "sqlite" is the store on the SQLite of the bundle."""


def main(arguments: list[str]) -> int:
    """The exit status: 0 if all went well and the version may be handed out, 1 if not."""
    parser = argparse.ArgumentParser(prog="dev.py release", description=__doc__)
    parser.add_argument("--without", action="append", default=[], choices=[*_STEPS], help="leave this out")
    left_out = parser.parse_args(arguments).without
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    done = []
    for name, command in _STEPS.items():
        if name in left_out:
            done.append(f"{name}: left out")
            continue
        print(f"\n=== {name}", flush=True)
        began = time.monotonic()
        status = subprocess.run(command, cwd=ROOT, env=_environment(name)).returncode
        done.append(
            f"{name}: {'ended well' if status == 0 else f'failed ({status})'}, {time.monotonic() - began:.0f} s"
        )
        if status:
            break
    else:
        _sums()
        done += [f"not to be handed out yet: {reason}" for reason in hindrances(left_out)] or ["may be handed out"]
    print("\n" + "\n".join(done))
    (DIST / "RELEASE.txt").write_text("\n".join(done) + "\n", encoding="utf-8")
    return 0 if done[-1] == "may be handed out" else 1


def hindrances(left_out: list[str]) -> list[str]:
    """Why the version may not be handed out although nothing failed."""
    facts = read()
    tried = (DIST / "SMOKE.txt").read_text(encoding="utf-8").splitlines() if (DIST / "SMOKE.txt").is_file() else []
    dated = any(one.day and one.version == facts.version for one in changes.releases(facts.version))
    checks = {
        f"left out: {', '.join(left_out)}": not left_out,
        "this system cannot try every package": not any(line.startswith(NOT_TRIED) for line in tried),
        f"CHANGELOG.md gives {facts.version} no day": dated,
        "package.toml has the addresses of nobody": ".example" not in facts.program.home + facts.program.maintainer,
        "something is not committed": not must("git", "status", "--porcelain").strip(),
    }
    return [reason for reason, holds in checks.items() if not holds]


def _environment(step: str) -> dict[str, str] | None:
    """With the bundle's SQLite in the place of Python's, for the step that tries the store on it; raises Trouble."""
    if step != "sqlite":
        return None
    sqlite = read().sqlite
    environment = {**os.environ, "LD_LIBRARY_PATH": str(sqlitelib.make(sqlite).parent)}
    taken = must(sys.executable, "-c", "import sqlite3; print(sqlite3.sqlite_version)", env=environment).strip()
    if taken != sqlite.version:
        raise Trouble(f"The store would be tried on SQLite {taken}, not on {sqlite.version}: leave out sqlite here.")
    return environment


def _sums() -> None:
    """Write SHA256SUMS, which ``sha256sum --check`` reads, for all that is handed out."""
    ours = ("SMOKE.txt", "RELEASE.txt", "SHA256SUMS", "smoke-*.png")
    files = [path for path in sorted(DIST.iterdir()) if not any(path.match(one) for one in ours)]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        sys.exit(str(trouble))
