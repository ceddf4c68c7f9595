"""Really installs, upgrades and removes stand-ins of the program, in a Windows that Wine plays."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

import pytest

import facts
from windows import msi
from windows.scope import SCOPES, USER, Scope

pytestmark = [
    pytest.mark.usefixtures("_wixl"),
    pytest.mark.skipif(not shutil.which("wine"), reason="Wine is not installed here, which plays Windows"),
    pytest.mark.timeout(300),
]

ROOTS = {"user": "HKCU", "machine": "HKLM"}
KEYS = r"Software\LeaderPlan", r"Software\Classes\LeaderPlan.leaderplan", r"Software\Classes\.leaderplan"
PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
FAILED = 1603 & 0xFF  # Wine's loader hands on one byte of the installer's status


@dataclass(frozen=True)
class Windows:
    """A machine with nothing on it."""

    prefix: Path

    def run(self, *command: str | Path, program: str = "wine") -> tuple[int, str]:
        """The command's status, and what it said."""
        environment = {
            **os.environ,
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",  # no questions, nothing in our own menus
        }
        environment.pop("DISPLAY", None)
        with TemporaryFile("w+", encoding="utf-8", errors="replace") as said:  # a pipe would wait for Wine's services
            done = subprocess.run([program, *command], env=environment, stdout=said, stderr=said, timeout=200)
            said.seek(0)
            return done.returncode, said.read().replace("\r", "")

    def install(self, installer: Path) -> int:
        return self.run("msiexec", "/i", installer, "/qn")[0]

    def remove(self, installer: Path) -> int:
        return self.run("msiexec", "/x", installer, "/qn")[0]

    def registry(self, key: str) -> str:
        """All below a key as text; nothing where there is no such key."""
        status, said = self.run("reg", "query", key, "/s")
        return said if status == 0 else ""

    def local(self) -> Path:
        """%LOCALAPPDATA%"""
        return next(self.prefix.glob("drive_c/users/*/AppData/Local"))

    def place(self, scope: Scope) -> Path:
        """Where the program belongs."""
        return (self.local() / "Programs" if scope is USER else self.prefix / "drive_c/Program Files") / "LeaderPlan"

    def shortcuts(self) -> list[Path]:
        return list(self.prefix.glob("drive_c/**/Start Menu/**/*.lnk"))


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    machine = Windows(tmp_path_factory.mktemp("wine") / "prefix")
    machine.run("wineboot", "--init")
    machine.run("winecfg", "-v", "win10")
    machine.run("--wait", program="wineserver")  # until all is on disk
    return machine.prefix


@pytest.fixture
def windows(clean: Path, tmp_path: Path) -> Iterator[Windows]:
    prefix = tmp_path / "prefix"
    shutil.copytree(clean, prefix, symlinks=True)
    machine = Windows(prefix)
    yield machine
    machine.run("--kill", program="wineserver")


def built(known: facts.Facts, version: str, scope: Scope, bundle: Path, icon: Path) -> Path:
    (installer,) = msi.installers(
        bundle, icon, bundle.parent / "dist", dataclasses.replace(known, version=version), [scope]
    )
    return installer


def contents(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_it_comes_and_is_renewed_and_goes_and_the_plan_stays(
    windows: Windows, known: facts.Facts, scope: Scope, bundle: Path, icon: Path
) -> None:
    place, root = windows.place(scope), ROOTS[scope.name]
    plan = windows.local() / "LeaderPlan" / "plan" / "plan.db"
    plan.parent.mkdir(parents=True)
    plan.write_bytes(b"a plan")

    old = built(known, "0.1.0", scope, bundle, icon)
    assert windows.install(old) == 0
    assert contents(place) == contents(bundle)
    assert len(windows.shortcuts()) == 1
    command = windows.registry(rf"{root}\Software\Classes\LeaderPlan.leaderplan\shell\open\command")
    assert r'LeaderPlan\leaderplanw.exe" open "%1"' in command
    assert r"LeaderPlan\leaderplan.exe" in windows.registry(rf"{root}\{PATHS}\leaderplan.exe")
    other = "HKLM" if scope is USER else "HKCU"
    assert not "".join(windows.registry(rf"{other}\{key}") for key in KEYS)
    assert "0.1.0" in windows.registry(rf"HKLM\{UNINSTALL}")  # Wine lists programs for one person there too

    (bundle / "leaderplanw.exe").write_bytes(b"built again")
    again = built(known, "0.1.0", scope, bundle, icon)
    assert windows.install(again) == 0
    assert contents(place) == contents(bundle)
    assert windows.registry(rf"HKLM\{UNINSTALL}").count("DisplayName") == 1

    (bundle / "_internal" / "empty").unlink()
    (bundle / "_internal" / "added.dll").write_bytes(b"new")
    (bundle / "leaderplan.exe").write_bytes(b"newer")
    new = built(known, "0.2.0", scope, bundle, icon)
    assert windows.install(new) == 0
    assert contents(place) == contents(bundle)
    listed = windows.registry(rf"HKLM\{UNINSTALL}")
    assert "0.2.0" in listed and "0.1.0" not in listed

    assert windows.install(again) == FAILED
    assert contents(place) == contents(bundle)

    assert windows.remove(new) == 0
    assert not place.exists()
    assert not windows.shortcuts()
    for key in (*KEYS, rf"{PATHS}\leaderplan.exe", rf"{PATHS}\leaderplanw.exe"):
        assert not windows.registry(rf"HKCU\{key}") + windows.registry(rf"HKLM\{key}"), key
    assert "LeaderPlan" not in windows.registry(rf"HKLM\{UNINSTALL}")
    assert plan.read_bytes() == b"a plan"


def test_an_older_windows_is_refused(windows: Windows, known: facts.Facts, bundle: Path, icon: Path) -> None:
    windows.run("winecfg", "-v", "win81")
    assert windows.install(built(known, "0.1.0", USER, bundle, icon)) == FAILED
    assert not windows.place(USER).exists()
