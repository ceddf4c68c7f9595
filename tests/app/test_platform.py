"""Qt's part for the display, where the system lacks what it needs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from leaderplan.app.platform import demand_platform
from leaderplan.errors import UserError

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X is tried before")


def test_a_part_that_does_not_load_is_said_and_does_not_end_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqxcb.so").write_bytes(b"\x7fELF")
    demand_platform(tmp_path)  # the tests have chosen another one
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(UserError) as told:
        demand_platform(tmp_path)
    assert "libqxcb.so" in str(told.value)


def test_where_wayland_is_tried_before_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("WAYLAND_DISPLAY", "w-0")
    demand_platform(tmp_path)
