from __future__ import annotations

import os
import shutil
import stat
import subprocess
import time
from pathlib import Path

import pytest

from facts import HERE
from linux import shares
from tests.packaging.linux.tools import need, told

SCRIPT = HERE / "linux" / "register.sh"
NAMES = ["LeaderPlan", "Lead er", 'it\'s "half" of $HOME\\new `ls` & ä']


class Unpacked:
    """LeaderPlan as a person unpacked it, with a program that notes what it was asked, and that person's home."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        self.noted = home / "noted"
        shares.install(folder, "")
        (folder / "_internal").mkdir()
        self.program = folder / "leaderplan"
        self.program.write_text(
            '#!/bin/sh\nprintf "%s\\n" "$@" > "$HOME/noted.part"; mv "$HOME/noted.part" "$HOME/noted"\n'
        )
        shutil.copy(SCRIPT, folder / "register")
        for made in (self.program, folder / "register"):
            made.chmod(0o755)

    @property
    def data(self) -> Path:
        return self.home / ".local" / "share"

    @property
    def link(self) -> Path:
        return self.home / ".local" / "bin" / "leaderplan"

    @property
    def entry(self) -> Path:
        return self.data / "applications" / "leaderplan.desktop"

    def register(self, *arguments: str, status: int = 0, **env: str) -> str:
        """What the script says."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        ended = subprocess.run(
            [self.folder / "register", *arguments],
            env={**environment, "HOME": str(self.home), **env},
            cwd="/",
            capture_output=True,
            text=True,
        )
        assert ended.returncode == status, ended
        assert not ended.stderr or status, ended.stderr
        return ended.stdout + ended.stderr

    def files(self) -> set[str]:
        """What lies in the home, without the indexes that desktops make of it."""
        made = {path.relative_to(self.home).as_posix() for path in self.home.rglob("*") if not path.is_dir()}
        indexes = {path for path in made if path.startswith(".local/share/mime/") and "/packages/" not in path}
        return made - indexes - {".local/share/applications/mimeinfo.cache"}


@pytest.fixture(params=NAMES)
def unpacked(request: pytest.FixtureRequest, tmp_path: Path) -> Unpacked:
    home = tmp_path / "a home with spaces"
    home.mkdir()
    return Unpacked(tmp_path / request.param, home)


@pytest.fixture
def plain(tmp_path: Path) -> Unpacked:
    home = tmp_path / "home of a person"
    home.mkdir()
    return Unpacked(tmp_path / "un packed", home)


def test_the_menu_starts_the_program_in_the_folder_however_that_is_called(unpacked: Unpacked) -> None:
    unpacked.register()
    assert told("desktop-file-validate", unpacked.entry) == ""
    archive = unpacked.home / "my plan.leaderplan"
    archive.write_text("age-encryption.org/v1\n")
    told("gio", "launch", unpacked.entry, archive, env={"HOME": str(unpacked.home)})
    for _turn in range(100):
        if unpacked.noted.exists():
            break
        time.sleep(0.05)
    assert unpacked.noted.read_text() == f"open\n{archive}\n"


def test_the_desktop_gives_archives_to_it(unpacked: Unpacked) -> None:
    need("update-mime-database", "update-desktop-database")
    unpacked.register()
    archive = unpacked.home / "my plan.leaderplan"
    archive.write_text("age-encryption.org/v1\n")
    home = {"HOME": str(unpacked.home), "XDG_DATA_HOME": str(unpacked.data)}
    assert "application/vnd.leaderplan.archive" in told("gio", "info", archive, env=home)
    assert "leaderplan.desktop" in told("gio", "mime", "application/vnd.leaderplan.archive", env=home)


def test_the_command_starts_it_too(unpacked: Unpacked) -> None:
    unpacked.register()
    subprocess.run([unpacked.link, "list", "a b"], env={**os.environ, "HOME": str(unpacked.home)}, check=True)
    assert unpacked.noted.read_text() == "list\na b\n"


def test_remove_takes_everything_away_again(unpacked: Unpacked) -> None:
    (unpacked.home / "my own").touch()
    unpacked.register()
    assert len(unpacked.files()) > 20
    unpacked.register("--remove")
    assert unpacked.files() == {"my own"}
    folders = {path.relative_to(unpacked.data).as_posix() for path in unpacked.data.rglob("*") if path.is_dir()}
    assert all(folder.split("/")[0] in ("applications", "mime") for folder in folders)
    home = {"HOME": str(unpacked.home), "XDG_DATA_HOME": str(unpacked.data)}
    assert "leaderplan.desktop" not in told(
        "gio", "mime", "application/vnd.leaderplan.archive", env=home, may_fail=True
    )


def test_what_others_put_into_the_same_folders_stays(plain: Unpacked) -> None:
    theirs = [
        plain.data / place for place in ("applications/other.desktop", "man/man1/other.1.gz", "mime/packages/x.xml")
    ]
    for path in theirs:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            "theirs"
            if path.suffix != ".xml"
            else '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info"/>'
        )
    plain.link.parent.mkdir(parents=True)
    plain.link.write_text("a command of the person's own")
    assert f"Left alone, as it is not of this folder: {plain.link}" in plain.register()
    plain.register("--remove")
    assert plain.files() == {path.relative_to(plain.home).as_posix() for path in [*theirs, plain.link]}


def test_a_command_that_leads_to_another_installation_stays(plain: Unpacked, tmp_path: Path) -> None:
    other = tmp_path / "pipx" / "leaderplan"
    other.parent.mkdir()
    other.touch(mode=0o755)
    plain.link.parent.mkdir(parents=True)
    plain.link.symlink_to(other)
    plain.register()
    plain.register("--remove")
    assert plain.link.readlink() == other


def test_after_a_move_it_is_registered_anew(plain: Unpacked, tmp_path: Path) -> None:
    plain.register()
    moved = tmp_path / "moved to"
    plain.folder.rename(moved)
    plain.folder = moved
    plain.register()
    assert plain.link.readlink() == moved / "leaderplan"
    assert f'Exec="{moved}/leaderplan" open %f\n' in plain.entry.read_text()


def test_the_data_folder_may_be_elsewhere(plain: Unpacked, tmp_path: Path) -> None:
    elsewhere = tmp_path / "data else where"
    plain.register(XDG_DATA_HOME=str(elsewhere))
    assert (elsewhere / "applications" / "leaderplan.desktop").exists() and not plain.data.exists()
    plain.register("--remove", XDG_DATA_HOME=str(elsewhere))
    assert not (elsewhere / "applications" / "leaderplan.desktop").exists()


def test_it_says_what_is_wrong_and_changes_nothing(plain: Unpacked) -> None:
    assert "usage: ./register [--remove]" in plain.register("--help", status=2)
    assert "usage" in plain.register("--remove", "more", status=2)
    plain.program.rename(plain.folder / "gone")
    assert "LeaderPlan is not in" in plain.register(status=1)
    assert plain.files() == set()


@pytest.mark.parametrize("name", ["two\nlines", "100 %f"])
def test_a_folder_that_no_menu_entry_can_name_is_refused(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home of a person"
    home.mkdir()
    unpacked = Unpacked(tmp_path / name, home)
    assert "no menu entry can hold" in unpacked.register(status=1)
    assert unpacked.files() == set()


@pytest.mark.parametrize("shell", ["dash", "bash --posix"])
def test_any_posix_shell_understands_it(plain: Unpacked, shell: str) -> None:
    told(*shell.split(), "-n", SCRIPT)
    program, *options = shell.split()
    script = plain.folder / "register"
    script.write_text(SCRIPT.read_text().replace("#!/bin/sh", f"#!/usr/bin/env -S {program} {' '.join(options)}", 1))
    plain.register()
    assert plain.entry.exists() and plain.link.is_symlink()


def test_the_script_may_be_run() -> None:
    assert SCRIPT.stat().st_mode & stat.S_IXUSR
