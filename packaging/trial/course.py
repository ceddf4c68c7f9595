"""Which trials are run, in which order, and where: without a network, in a folder that is gone afterwards."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from facts import BUILD, DIST, ROOT, read
from trial import bundle, deb, tar, wheel
from trial.machine import Failed, Transcript
from trouble import Trouble

PARTS: Final = {"bundle": bundle, "tar": tar, "wheel": wheel, "deb": deb}
"""Each has ``prepare(dist, store)``, for what needs a network, and ``check(dist, store, work, facts, transcript)``."""
NOT_TRIED: Final = "Not tried:"
"""Begins the line on a part that was left out, or that this system cannot try."""
_CUT_OFF: Final = "LEADERPLAN_SMOKE_CUT_OFF"


def run(arguments: Sequence[str], script: Path) -> int:
    """Run the parts that are asked for; the exit status."""
    parser = argparse.ArgumentParser(prog="smoke.py")
    parser.add_argument("--dist", type=Path, default=DIST)
    parser.add_argument("parts", nargs="*", help=" ".join(PARTS))
    asked = parser.parse_args(arguments)
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    wanted = asked.parts or here()
    store = BUILD / "trial"
    try:
        if _CUT_OFF not in os.environ:
            for part in wanted:
                PARTS[part].prepare(asked.dist, store)
            if sys.platform.startswith("linux"):
                return again_without_network(script, [*arguments])
        return check(wanted, asked.dist, store)
    except (Failed, Trouble) as failure:
        print(failure, file=sys.stderr)
        return 1


def here() -> list[str]:
    """What this system can try."""
    if not sys.platform.startswith("linux"):
        return ["bundle", "wheel"]
    return list(PARTS) if os.geteuid() == 0 and shutil.which("debootstrap") else ["bundle", "tar", "wheel"]


def again_without_network(script: Path, arguments: Sequence[str]) -> int:
    """Run the same in a namespace without a network, and, for what it mounts, of its own."""
    options = ["--net", "--mount"] if os.geteuid() == 0 else ["--map-root-user", "--net"]
    words = ["unshare", *options, "--", sys.executable, str(script), *arguments]
    return subprocess.run(words, env={**os.environ, _CUT_OFF: "yes"}).returncode


def check(wanted: Sequence[str], dist: Path, store: Path) -> int:
    """Try each part in a folder of its own, and write down what was done."""
    transcript = Transcript()
    try:
        for part in wanted:
            transcript.say(f"== {part}")
            work = Path(
                tempfile.mkdtemp(prefix="leaderplan-trial-", dir="/var/tmp" if Path("/var/tmp").is_dir() else None)
            )
            work.chmod(0o755)
            transcript.shorter = {str(work): "WORK", str(ROOT): ".", f" {platform.release()}": ""}
            try:
                PARTS[part].check(dist, store, work, read(), transcript)
            finally:
                shutil.rmtree(work, ignore_errors=True)
        for part in sorted(set(PARTS) - set(wanted)):
            transcript.say(f"{NOT_TRIED} {part}")
        transcript.say("All went well.")
    except (Failed, Trouble) as failure:
        transcript.lines.append(f"It failed: {failure}")
        raise
    finally:
        (dist / "SMOKE.txt").write_text("\n".join(transcript.lines) + "\n", encoding="utf-8")
    return 0
