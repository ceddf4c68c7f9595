from __future__ import annotations

import sys
import time
from itertools import count

import pytest

from leaderplan.cli.progress import progress
from leaderplan.domain.messages import _
from tests.commandline import Stream


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock on which every look takes a second."""
    seconds = count()
    monkeypatch.setattr(time, "monotonic", lambda: float(next(seconds)))


def work(monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> str:
    """What is drawn while something is done."""
    drawn = Stream(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", drawn)
    with progress(_("Printing")) as tell:
        assert (tell is not None) is terminal
        for done in range(1, 4):
            if tell:
                tell(done, 3)
    return drawn.text()


def test_long_work_shows_a_bar_on_a_terminal(slow: None, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = work(monkeypatch, terminal=True)
    assert "Printing" in drawn
    assert "100%" in drawn
    assert drawn.endswith("\n")


def test_short_work_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 0.0)
    assert work(monkeypatch, terminal=True) == ""


def test_nothing_is_drawn_into_a_file(slow: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert work(monkeypatch, terminal=False) == ""


def fail() -> None:
    """Work that ends early."""
    with progress(_("Printing")) as tell:
        assert tell
        tell(1, 3)
        raise ZeroDivisionError


def test_work_that_fails_leaves_the_bar_behind(slow: None, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = Stream(terminal=True)
    monkeypatch.setattr(sys, "stderr", drawn)
    with pytest.raises(ZeroDivisionError):
        fail()
    assert drawn.text().endswith("\n")
