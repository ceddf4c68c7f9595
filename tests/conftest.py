"""What holds for every test: no real home, no silent warning, the same examples twice on a build machine."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.logwatch import LogWatch, watched

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no reason to fail, so no example has a deadline.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("build", settings.get_profile("desk"), derandomize=True, database=None)
settings.register_profile("release", settings.get_profile("desk"), max_examples=5_000)
settings.load_profile(os.environ.get("LEADERPLAN_EXAMPLES") or ("build" if os.environ.get("CI") else "desk"))

HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_RUNTIME_DIR")
DIRECTORIES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that nothing is read from or written to the person's real one."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    for name in DIRECTORIES:
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("LEADERPLAN_PLAN", str(home / "plan"))
    monkeypatch.delenv("LEADERPLAN_TODAY", raising=False)
    return home


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fails the test on any log record from WARNING up that it did not `log_watch.expect`."""
    with watched() as watch:
        yield watch


def pytest_configure() -> None:
    """Garbage is collected between tests only: in the middle of one, another thread might find the widgets of the last.

    Widgets that are collected in a thread of their own are deleted later one by one, and a child after its parent ends
    the program; the program itself keeps its collector off while a task runs (`ui/tasks.py`).
    """
    gc.disable()


_COLLECTED_EVERY = 25
_DONE = pytest.StashKey[int]()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Collect garbage after every so many tests."""
    done = item.session.stash.get(_DONE, 0) + 1
    item.session.stash[_DONE] = done
    if done % _COLLECTED_EVERY == 0:
        gc.collect()
