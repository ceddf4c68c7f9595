"""A release is handed out only when nothing was left out, and somebody stands for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import changes
import facts
import release
from changes import Release
from trial.course import NOT_TRIED

FACTS = facts.read()
SOMEBODY = replace(
    FACTS, program=replace(FACTS.program, home="https://plan.gov", maintainer="The Office <office@plan.gov>")
)


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of packages that may be handed out."""
    dist = tmp_path / "dist"
    dist.mkdir()
    monkeypatch.setattr(release, "DIST", dist)
    monkeypatch.setattr(release, "read", lambda: SOMEBODY)
    monkeypatch.setattr(release, "must", lambda *words: "")
    monkeypatch.setattr(changes, "releases", lambda version: (Release(version, date(2026, 12, 1), ()),))
    (dist / "SMOKE.txt").write_text("All went well.\n")
    return dist


def test_what_lacks_nothing_may_be_handed_out(ready: Path) -> None:
    assert release.hindrances([]) == []


def test_a_step_that_was_left_out_is_named(ready: Path) -> None:
    assert release.hindrances(["faults", "bench"]) == ["left out: faults, bench"]


def test_a_package_that_was_not_tried_holds_it_back(ready: Path) -> None:
    (ready / "SMOKE.txt").write_text(f"== bundle\n{NOT_TRIED} deb\nAll went well.\n")
    assert release.hindrances([]) == ["this system cannot try every package"]


def test_the_day_of_another_version_is_not_its_own(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = (Release(FACTS.version, None, ()), Release("0.0.1", date(2026, 1, 1), ()))
    monkeypatch.setattr(changes, "releases", lambda version: told)
    assert release.hindrances([]) == [f"CHANGELOG.md gives {FACTS.version} no day"]


def test_a_publisher_writes_an_address_first(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "read", lambda: FACTS)
    assert release.hindrances([]) == ["package.toml has the addresses of nobody"]


def test_what_is_not_committed_is_not_released(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "must", lambda *words: " M dev.py\n")
    assert release.hindrances([]) == ["something is not committed"]


def test_the_sums_are_of_all_that_is_handed_out(ready: Path) -> None:
    for name in ("leaderplan.deb", "leaderplan-contents.txt", "smoke-archive.png", "RELEASE.txt"):
        (ready / name).write_bytes(b"one")
    release._sums()
    lines = (ready / "SHA256SUMS").read_text().splitlines()
    assert [line.split()[1] for line in lines] == ["leaderplan-contents.txt", "leaderplan.deb"]
    assert lines[0].split()[0] == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
