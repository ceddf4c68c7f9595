"""Programs of a Linux desktop that judge what is made for it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest


def need(*programs: str) -> None:
    """Skips the test where one of the programs is not installed."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def told(*command: str | Path, env: Mapping[str, str] | None = None, may_fail: bool = False) -> str:
    """What a program says, on both streams; skips the test where the program is not installed."""
    need(str(command[0]))
    ended = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})},
    )
    assert may_fail or ended.returncode == 0, ended.stdout
    return ended.stdout
