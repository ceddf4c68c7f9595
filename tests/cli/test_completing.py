from __future__ import annotations

import os
import subprocess
import sys

import pytest

from leaderplan.cli import COMMANDS
from tests.cli.test_program import HEAVY


def offered(line: str) -> tuple[list[str], set[str]]:
    """What the Tab key offers at the end of a line in bash, and the modules that were imported for it."""
    script = (
        "import atexit, os, sys; atexit.register(lambda: sys.stderr.write(' '.join(sys.modules)))\n"
        "from leaderplan.cli import main; main()"
    )
    words = line.split(" ")
    asked = {"_LEADERPLAN_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ | asked
    )
    return ended.stdout.split(), set(ended.stderr.split())


@pytest.mark.parametrize(
    ("line", "completions"),
    [
        ("leaderplan ", [f"plain,{name}" for name in COMMANDS]),
        ("leaderplan exp", ["plain,export"]),
        ("leaderplan --pl", ["plain,--plan"]),
        ("leaderplan export --un", ["plain,--unsealed"]),
        ("leaderplan bin ", ["plain,restore"]),
        ("leaderplan list achie", ["plain,achievement"]),
        ("leaderplan put servi", ["plain,service", "plain,service_step"]),
        ("leaderplan import Down", ["file,Down"]),
        ("leaderplan import --into pers", ["plain,person"]),
        ("leaderplan export archive -o here", ["file,here"]),
        ("leaderplan check --plan here", ["dir,here"]),
        ("leaderplan --plan here", ["dir,here"]),
    ],
)
def test_tab_offers_what_may_stand_there(line: str, completions: list[str]) -> None:
    assert offered(line)[0] == completions


def test_tab_imports_no_window_and_for_the_names_of_commands_no_command() -> None:
    for line in ("leaderplan ", "leaderplan o", "leaderplan open -", "leaderplan pictures --the"):
        assert not offered(line)[1] & HEAVY, line
    assert not [name for name in offered("leaderplan ")[1] if name.startswith("leaderplan.store")]
