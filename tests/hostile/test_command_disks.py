"""A real disk that is full or may only be read: one line, and the plan stays as it is.

Only root may mount one; elsewhere limits on the size of files stand in for it (test_command_plans.py).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from leaderplan.store.folder import PLAN
from tests.commandline import done, held, objects, refused

PERSON = objects({"name": "Ann", "private_notes": "x" * 10_000})


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small file system of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", place], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nothing can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def full(disk: Path, plan: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty plan on a disk that has no room left."""
    shutil.copytree(plan, disk / "plan")
    monkeypatch.setenv("LEADERPLAN_PLAN", str(disk / "plan"))
    with (disk / "ballast").open("wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(4096)) == 4096:
                pass
        except OSError:
            pass
    return disk


@pytest.mark.parametrize("words", ["put person -", "import - --into person --as json"])
def test_a_full_disk_is_said_and_keeps_the_plan_as_it_is(full: Path, words: str) -> None:
    assert refused(*words.split(), stdin=PERSON).startswith("The disk is full: ")
    (full / "ballast").unlink()
    done(*words.split(), stdin=PERSON)
    assert done("check", "--json").json["ok"]


def test_a_full_disk_takes_no_half_document_and_no_half_plan(full: Path) -> None:
    assert "p.pdf cannot be written (No space left on device)" in refused("document", "portfolio", "-o", full / "p.pdf")
    assert "The disk is full" in refused("new", "--sample", "--plan", full / "new")
    assert not (full / "p.pdf").exists()
    assert not (full / "new" / PLAN).exists()
    (full / "ballast").unlink()
    done("new", "--plan", full / "new")


def test_what_is_set_aside_comes_back_from_a_full_disk(full: Path) -> None:
    before = held()
    assert "The disk is full" in refused("new", "--force")
    assert held() == before


def test_a_plan_on_a_disk_that_may_only_be_read_is_said(
    disk: Path, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(plan, disk / "plan")
    monkeypatch.setenv("LEADERPLAN_PLAN", str(disk / "plan"))
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    for words in ("add Moved-in", "list achievement", "undo", "check"):
        assert "cannot be written: the system does not allow it" in refused(*words.split())
    assert "cannot be written" in refused("new", "--plan", disk / "new")
    assert "cannot be written" in refused("document", "portfolio", "-o", disk / "p.pdf", "--plan", plan)
