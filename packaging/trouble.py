"""What stops the making of a package, and running the programs that make it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from facts import ROOT


class Trouble(Exception):
    """What stops the work, with what to do about it, as text for the terminal."""


class Runs(Protocol):
    """Runs a command; raises Trouble where it fails."""

    def __call__(self, *command: str | Path) -> str: ...


def must(*command: str | Path, env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> str:
    """Run a command with ``env`` added; what it wrote. Raises Trouble if it is missing, or fails, with all it said."""
    words = [str(part) for part in command]
    if shutil.which(words[0]) is None:
        raise Trouble(f"{words[0]} is not installed here, which is needed to run: {shlex.join(words)}")
    done = subprocess.run(
        words, cwd=cwd, env={**os.environ, **(env or {})}, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        raise Trouble(
            f"This command failed ({done.returncode}): {shlex.join(words)}\n{done.stdout}{done.stderr}".strip()
        )
    return done.stdout
