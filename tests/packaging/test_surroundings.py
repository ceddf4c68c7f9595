"""What programs that the bundle starts find in their environment. Its starter sets LD_LIBRARY_PATH for itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from facts import HERE

OURS, BEFORE = "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"
STARTING = (
    f"import json, os, runpy, subprocess, sys; runpy.run_path({str(HERE / 'surroundings.py')!r});"
    "subprocess.run([sys.executable, '-c', 'import json, os; print(json.dumps(dict(os.environ)))'], check=True)"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({OURS: "/bundle/_internal", BEFORE: "/opt/lib:/srv/lib"}, {OURS: "/opt/lib:/srv/lib"}),
        ({OURS: "/bundle/_internal"}, {}),
        ({OURS: "/bundle/_internal", BEFORE: ""}, {OURS: ""}),
        ({}, {}),
    ],
    ids=["a person's own path", "none before", "an empty one", "nothing at all"],
)
def test_what_the_program_starts_gets_the_libraries_of_the_system(
    before: dict[str, str], after: dict[str, str]
) -> None:
    clean = {name: value for name, value in os.environ.items() if name not in (OURS, BEFORE)}
    said = subprocess.run([sys.executable, "-c", STARTING], env={**clean, **before}, capture_output=True, check=True)
    found = json.loads(said.stdout)
    assert {name: value for name, value in found.items() if name in (OURS, BEFORE)} == after
    assert found["HOME"] == os.environ["HOME"], "all else is handed down"
