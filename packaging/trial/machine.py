"""Where the program is tried: on this system, or as a person on a bare one in a folder; and what is told of it."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

# What a process needs of the system that the program runs on; nothing else is handed down.
_PATH: Final = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
_LONGEST: Final = 12
# Qt 6.11 asks a newer AT-SPI for an address, and says so where it is older.
_EXPECTED: Final = ("GetApplicationBusAddress",)
_NOISE: Final = ("(Reading database", "Selecting previously unselected", "Preparing to unpack", "debconf:")


class Failed(Exception):
    """What did not go as a person relies on."""


@dataclass(slots=True)
class Transcript:
    """What was done and what was said, line by line, shown at once and kept."""

    lines: list[str] = field(default_factory=list)
    shorter: dict[str, str] = field(default_factory=dict)
    """Words to say in the place of others, such as of a folder that is called otherwise each time."""

    def say(self, text: str) -> None:
        """Add one line."""
        self.lines.append(text)
        print(text, flush=True)

    def command(self, words: Sequence[str], said: str) -> None:
        """Add a command with the first lines of what it said."""
        self.say(f"$ {self._short(shlex.join(words))}")
        told = [line for line in self._short(said).rstrip().splitlines() if not line.startswith(_NOISE)]
        for line in told[:_LONGEST]:
            self.say(f"  {line[:160]}")
        if len(told) > _LONGEST:
            self.say(f"  … {len(told) - _LONGEST} more lines")

    def _short(self, text: str) -> str:
        for long, short in self.shorter.items():
            text = text.replace(long, short)
        return text


@dataclass(frozen=True, slots=True)
class Machine:
    """A system to try ``program`` on: its ``root`` is a folder, or "/" for this one.

    ``work`` is a folder that has the same path here and there. ``user`` is the number of the person there; 0 is root.
    """

    program: str
    work: Path
    transcript: Transcript
    root: Path = Path("/")
    user: int = 0
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def _said(self) -> Path:
        return self.work / "said.txt"

    @property
    def home(self) -> Path:
        """The person's own folder."""
        return self.work / "home"

    def environed(self, **more: str) -> Machine:
        """The same with more in its environment."""
        return replace(self, environment={**self.environment, **more})

    def run(self, *words: str | Path, quiet: bool = False) -> str:
        """What the program says to these arguments; raises Failed unless it ends well."""
        return self.do(self.program, *words, quiet=quiet)

    def do(self, *words: str | Path, quiet: bool = False) -> str:
        """What a command says; raises Failed unless it ends well."""
        done = self.outcome(*words)
        said = done.stdout + done.stderr
        if not quiet:
            self.transcript.command([str(word) for word in words], said)
        if done.returncode:
            raise Failed(f"{shlex.join(str(word) for word in words)} ended with {done.returncode}:\n{said}")
        return done.stdout

    def refused(self, *words: str | Path) -> str:
        """The sentence with which the program refuses; raises Failed where it does not, or with more than that."""
        done = self.outcome(self.program, *words)
        self.transcript.command([self.program, *map(str, words)], done.stdout + done.stderr)
        if done.returncode != 1 or "Traceback" in done.stderr:
            raise Failed(f"{shlex.join(map(str, words))} was to be refused, and ended with {done.returncode}.")
        return done.stderr

    def outcome(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """A command that ran to its end, however it ended."""
        return subprocess.run(
            self.command(*words), capture_output=True, text=True, stdin=subprocess.DEVNULL, env=self.env()
        )

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """A command, running; what it says comes into ``complaints``."""
        self.work.mkdir(parents=True, exist_ok=True)
        with self._said.open("ab") as said:
            return subprocess.Popen(
                self.command(*words), stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=self.env()
            )

    def complaints(self) -> list[str]:
        """What the commands that were started have said so far, without what any Qt program says on this desktop."""
        lines = self._said.read_text(encoding="utf-8", errors="replace").splitlines() if self._said.exists() else []
        return [line for line in lines if line.strip() and not any(one in line for one in _EXPECTED)]

    def command(self, *words: str | Path) -> list[str]:
        """The words that run a command there."""
        said = [str(word) for word in words]
        if self.root == Path("/"):
            return said
        return ["chroot", f"--userspec={self.user}:{self.user}", str(self.root), *said]

    def env(self) -> dict[str, str]:
        """The whole environment of whatever runs there."""
        system = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {"PATH": _PATH, "LANG": "C.UTF-8"}
        return {**system, "HOME": str(self.home), "DEBIAN_FRONTEND": "noninteractive", **self.environment}
