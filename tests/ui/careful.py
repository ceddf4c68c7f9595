"""A desk whose plan is really kept: snapshots, archives and a second place in the folders of a test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from leaderplan.app.caring import Caring
from leaderplan.exchange import sealed
from leaderplan.exchange.passphrase import demand_strong
from leaderplan.exchange.sealed import Key
from leaderplan.ui.desk import Desk
from leaderplan.upkeep import apart as in_a_process

PASSPHRASE = "one key for all of these tests"


@cache
def cheap_key() -> Key:
    """Made once: a key costs seconds on purpose."""
    return sealed.new_key(PASSPHRASE)


@pytest.fixture
def kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The desk with what keeps its plan safe; whatever the passphrase, the key is the same."""

    def at_once(work, typed: str) -> Key:
        assert work is sealed.new_key
        demand_strong(typed)
        return cheap_key()

    monkeypatch.setattr(in_a_process, "apart", at_once)
    made = replace(desk, care=Caring(desk.workspace.folder))
    unwatch = desk.workspace.watch(made.signals.changed.emit)
    yield made
    unwatch()


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A folder that would do as a second place."""
    place = tmp_path / "elsewhere"
    place.mkdir()
    return place


def idle(desk: Desk, qtbot) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=10_000)
