from __future__ import annotations

from pathlib import Path

import pytest

import facts
from trial import bundle
from trial.machine import Failed, Transcript


def test_another_leaderplan_of_this_system_never_stands_in_for_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "bin" / "leaderplan"
    other.parent.mkdir()
    other.write_text(f"#!/bin/sh\ntouch {tmp_path / 'started'}\n")
    other.chmod(0o755)
    monkeypatch.setenv("PATH", f"{other.parent}:/usr/bin:/bin")
    monkeypatch.setattr(bundle, "BUNDLE", tmp_path / "bundle" / "leaderplan")
    with pytest.raises(Failed, match=r"leaderplan is not there to be started"):
        bundle.check(tmp_path, tmp_path, tmp_path / "work", facts.read(), Transcript())
    assert not (tmp_path / "started").exists()
