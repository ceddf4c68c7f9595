from __future__ import annotations

import os
import platform
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import changes
from facts import HERE, ROOT, read
from linux import tarball
from tests.packaging import bundles
from tests.packaging.linux.tools import need

FACTS = read()
FOLDER = f"leaderplan-{FACTS.version}-linux-{platform.machine()}"


@pytest.fixture(autouse=True)
def narrow_umask() -> Iterator[None]:
    """What is made has to be open to everybody wherever it is made."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture(autouse=True)
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small bundle in the place of the real one."""
    folder = bundles.small(tmp_path / "bundle" / "leaderplan")
    monkeypatch.setattr(tarball, "BUNDLE", folder)
    monkeypatch.setattr(tarball, "BUILD", tmp_path / "build")
    monkeypatch.setattr(tarball, "DIST", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773273600")
    return folder


@pytest.fixture
def members(tmp_path: Path) -> dict[str, tarfile.TarInfo]:
    """What the package holds, by its place in it."""
    need("tar", "xz")
    (package,) = tarball.make(FACTS)
    assert package == tmp_path / f"{FOLDER}.tar.xz"
    with tarfile.open(package) as packed:
        return {one.name: one for one in packed.getmembers()}


def test_it_holds_the_bundle_what_desktops_read_and_what_a_person_reads(tmp_path: Path) -> None:
    folder = tmp_path / "filled"
    tarball.fill(folder, FACTS)
    assert [name for name in bundles.FILES if not (folder / name).is_file()] == []
    assert (folder / "_internal" / "libQt6Core.so.6").is_symlink()
    assert (folder / "share" / "applications" / "leaderplan.desktop").is_file()
    for name in ("LICENSE", "THIRD-PARTY.md"):
        assert (folder / name).read_bytes() == (ROOT / name).read_bytes()
    assert (folder / "register").read_bytes() == (HERE / "linux" / "register.sh").read_bytes()
    assert os.access(folder / "register", os.X_OK)


def test_each_command_that_the_read_me_names_is_there_and_runs(tmp_path: Path) -> None:
    tarball.fill(tmp_path / "filled", FACTS)
    text = (tmp_path / "filled" / "README.txt").read_text("utf-8")
    assert text.startswith(f"LeaderPlan {FACTS.version}\n") and "{" not in text
    commands = {word.strip(" :,") for word in text.split() if word.startswith("./")}
    assert commands == {"./leaderplan", "./register"}
    assert all(os.access(tmp_path / "filled" / command, os.X_OK) for command in commands)


def test_all_of_it_lies_in_one_folder_that_everybody_may_enter_and_read(members: dict[str, tarfile.TarInfo]) -> None:
    assert len(members) > 30 and {name.split("/")[0] for name in members} == {FOLDER}
    for one in members.values():
        assert (one.uid, one.gid) == (0, 0)
        runs = one.isdir() or one.name in (f"{FOLDER}/leaderplan", f"{FOLDER}/register")
        assert one.issym() or one.mode == (0o755 if runs else 0o644), one.name
    assert members[f"{FOLDER}/_internal/libQt6Core.so.6"].linkname == "PySide6/Qt/lib/libQt6Core.so.6"


def test_its_day_is_that_of_the_source(members: dict[str, tarfile.TarInfo]) -> None:
    days = {datetime.fromtimestamp(one.mtime, UTC).date().isoformat() for one in members.values()}
    assert days == {changes.day(FACTS.version).isoformat()}


def test_the_same_source_makes_the_same_bytes_in_every_time_zone(
    members: dict[str, tarfile.TarInfo], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / f"{FOLDER}.tar.xz"
    first = package.read_bytes()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    bundles.put(tmp_path / "build" / "tar" / FOLDER / "of-an-older-one")
    tarball.make(FACTS)
    assert package.read_bytes() == first


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may run it as somebody else")
def test_somebody_else_may_start_what_root_unpacked(members: dict[str, tarfile.TarInfo], tmp_path: Path) -> None:
    need("setpriv")
    place = Path("/var/tmp") / tmp_path.name
    try:
        with tarfile.open(tmp_path / f"{FOLDER}.tar.xz") as packed:
            packed.extractall(place, filter="tar")
        place.chmod(0o755)
        program = place / FOLDER / "leaderplan"
        program.write_text("#!/bin/sh\necho started\n")
        run = subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program], capture_output=True, text=True
        )
        assert run.stdout == "started\n", run.stderr
    finally:
        shutil.rmtree(place, ignore_errors=True)
