"""Reads every hostile review file and answer of a folder as the commands do, and watches what that touches."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from leaderplan.cli import program
from leaderplan.cli.running import run
from leaderplan.places import plan_folder

FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "ctypes.", "webbrowser.")


def read(corpus: Path, allowed: tuple[str, ...]) -> dict[str, Any]:
    """Statuses, what was touched that nobody may touch, and what the worst of them cost."""
    forbidden: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(FORBIDDEN):
            forbidden.append(event)
        named = event == "open" and isinstance(arguments[0], str) and arguments[0] != os.devnull
        if named and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR) and not arguments[0].startswith(allowed):
            forbidden.append(f"open {arguments[0]}")

    run_quietly("rounds")
    run_quietly("review", str(sorted((corpus / "review").iterdir())[-1]))
    before = most_memory()
    sys.addaudithook(watch)
    statuses, costs = set(), []
    files = [(kind, file) for kind in ("review", "merge") for file in sorted((corpus / kind).iterdir())]
    for kind, file in files:
        start = time.process_time()
        statuses.add(run_quietly(kind, str(file)))
        costs.append((time.process_time() - start, f"{kind} {file.name}"))
    grown = (most_memory() - before) // 1024
    return {
        "files": len(files),
        "statuses": sorted(statuses),
        "forbidden": forbidden,
        "megabytes": grown,
        "slowest": max(costs),
    }


def most_memory() -> int:
    """Kilobytes that this program took at most; what `resource` tells begins with those of the one that started it."""
    text = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("VmHWM"))


def run_quietly(*words: str) -> int:
    """The exit status of a command."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return run(program, words)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(read(Path(sys.argv[1]), (str(plan_folder()),))))
