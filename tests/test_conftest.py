"""What every test relies on without asking for it: a home of its own, and no warning that goes unseen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[1]

CARELESS = """
import logging, threading, warnings
from PySide6.QtCore import qWarning

def test_qt_warns():
    qWarning("a widget is lost")

def test_python_warns():
    warnings.warn("an old way", DeprecationWarning)

def test_the_log_warns():
    logging.getLogger("leaderplan.store").warning("a page is missing")

def test_a_thread_dies(qtbot):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_nothing_is_wrong():
    logging.getLogger("leaderplan.store").info("all is well")
"""


def test_a_warning_of_any_kind_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "test_careless.py").write_text(CARELESS)
    pytest = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path)]
    options = ["-p", "tests.conftest", "-p", "no:cacheprovider", "-p", "no:randomly", "-rA", "--tb=no"]
    done = subprocess.run(
        [*pytest, *options, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False, env=environment()
    )
    outcomes = {line.split("::")[1].split()[0]: line.split()[0] for line in done.stdout.splitlines() if "::" in line}
    assert outcomes == {
        "test_qt_warns": "FAILED",
        "test_python_warns": "FAILED",
        "test_the_log_warns": "ERROR",
        "test_a_thread_dies": "FAILED",
        "test_nothing_is_wrong": "PASSED",
    }, done.stdout


def environment() -> dict[str, str]:
    """What the tests inside need: Python's own variables and an offscreen window."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def test_a_test_never_sees_the_real_home(own_home: Path) -> None:
    assert Path.home() == own_home
    assert Path(os.environ["LEADERPLAN_PLAN"]).is_relative_to(own_home)
    assert "LEADERPLAN_TODAY" not in os.environ
    if os.name != "nt":
        assert platformdirs.user_data_path("leaderplan").is_relative_to(own_home)


@given(st.integers())
def test_examples_have_no_deadline(example: int) -> None:
    assert settings().deadline is None
