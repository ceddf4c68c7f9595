"""What is tried are programs that are scripts for sh."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from trial.machine import Machine, Transcript

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []


@pytest.fixture
def machine(tmp_path: Path) -> Callable[[str], Machine]:
    """A machine whose program is a script with these lines."""

    def made(lines: str) -> Machine:
        program = tmp_path / "bin" / "program"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{lines}\n")
        program.chmod(0o755)
        return Machine(str(program), tmp_path / "work", Transcript())

    return made
