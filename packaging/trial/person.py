"""Whoever sits at a desktop: the tools that run as them, with what their programs need to open windows."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trial.machine import Failed


@dataclass(frozen=True, slots=True)
class Person:
    """``user`` is a number, or None for whoever runs this; ``environment`` comes above that of this process."""

    environment: Mapping[str, str]
    user: int | None = None

    def outcome(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """A tool that ran to its end, however it ended."""
        return subprocess.run([str(word) for word in words], capture_output=True, text=True, **self._as_them())

    def do(self, *words: str | Path) -> str:
        """What a tool says; raises Failed unless it ends well."""
        done = self.outcome(*words)
        if done.returncode:
            raise Failed(f"{words[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    @contextmanager
    def running(self, *words: str | Path) -> Iterator[subprocess.Popen[bytes]]:
        """A tool that runs as long as this is open."""
        nowhere = subprocess.DEVNULL
        process = subprocess.Popen([str(word) for word in words], stdout=nowhere, stderr=nowhere, **self._as_them())
        try:
            yield process
        finally:
            process.terminate()
            process.wait()

    def _as_them(self) -> dict[str, Any]:
        whose = {} if self.user is None else {"user": self.user, "group": self.user, "extra_groups": []}
        return {"env": {**os.environ, **self.environment}, **whose}
