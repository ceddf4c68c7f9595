"""The installers that wixl makes, as msitools reads them."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from pathlib import Path

import pytest

import facts
from trouble import Trouble
from windows import msi
from windows.scope import MACHINE, SCOPES, USER, Scope

pytestmark = pytest.mark.usefixtures("_wixl")


def said(*command: str | Path) -> str:
    return subprocess.run([*command], check=True, capture_output=True, encoding="utf-8").stdout


def rows(installer: Path, table: str) -> list[list[str]]:
    """The rows of a table, without its three lines of heading."""
    lines = said("msiinfo", "export", installer, table).replace("\r\n", "\n").strip("\n").split("\n")[3:]
    return [line.strip().split("\t") for line in lines]


def pairs(installer: Path, table: str) -> dict[str, str]:
    return {row[0]: row[-1] for row in rows(installer, table)}


def made(known: facts.Facts, scope: Scope, bundle: Path, icon: Path, folder: Path) -> Path:
    (installer,) = msi.installers(bundle, icon, folder, known, [scope])
    return installer


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_every_file_is_in_it_once_with_the_same_bytes(
    known: facts.Facts, scope: Scope, bundle: Path, icon: Path, tmp_path: Path
) -> None:
    installer = made(known, scope, bundle, icon, tmp_path / "dist")
    listed = said("msiextract", "--list", installer).split("\n")
    said("msiextract", "--directory", tmp_path / "out", installer)
    (top,) = (tmp_path / "out").rglob("LeaderPlan")
    assert {path.relative_to(top): path.read_bytes() for path in top.rglob("*") if path.is_file()} == {
        path.relative_to(bundle): path.read_bytes() for path in bundle.rglob("*") if path.is_file()
    }
    assert len(listed) == len(set(listed)) == 8 + 1


def test_there_is_one_for_a_person_and_one_for_everybody(
    known: facts.Facts, bundle: Path, icon: Path, tmp_path: Path
) -> None:
    made = msi.installers(bundle, icon, tmp_path / "dist", known)
    names = [f"leaderplan-{known.version}-x64-user.msi", f"leaderplan-{known.version}-x64-machine.msi"]
    assert [one.name for one in made] == names
    assert sorted(one.name for one in (tmp_path / "dist").iterdir()) == sorted(names)


def test_the_one_for_a_person_asks_for_no_administrator_and_leaves_the_machine_alone(
    known: facts.Facts, bundle: Path, icon: Path, tmp_path: Path
) -> None:
    installer = made(known, USER, bundle, icon, tmp_path)
    assert "ALLUSERS" not in pairs(installer, "Property")
    assert re.search(r"^Source: 10 ", said("msiinfo", "suminfo", installer), re.MULTILINE)  # 8: no rights asked for
    assert {row[1] for row in rows(installer, "Registry")} == {"1"}  # HKCU
    parents = {row[0]: row[1] for row in rows(installer, "Directory") if len(row) > 2}
    assert parents["INSTALLDIR"] == "PROGRAMS" and parents["PROGRAMS"] == "LocalAppDataFolder"
    assert "ProgramFiles64Folder" not in parents


def test_the_one_for_everybody_is_64_bit_and_writes_for_the_machine(
    known: facts.Facts, bundle: Path, icon: Path, tmp_path: Path
) -> None:
    installer = made(known, MACHINE, bundle, icon, tmp_path)
    summary = said("msiinfo", "suminfo", installer)
    assert pairs(installer, "Property")["ALLUSERS"] == "1"
    assert re.search(r"^Source: 2 ", summary, re.MULTILINE) and "Template: x64;1033" in summary
    assert {row[1] for row in rows(installer, "Registry")} == {"2"}  # HKLM
    assert all(int(row[3]) & 0x100 for row in rows(installer, "Component"))  # 64-bit
    assert next(row[1] for row in rows(installer, "Directory") if row[0] == "INSTALLDIR") == "ProgramFiles64Folder"


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_a_newer_version_takes_the_place_of_an_older_one_and_not_the_other_way_round(
    known: facts.Facts, scope: Scope, bundle: Path, icon: Path, tmp_path: Path
) -> None:
    installer = made(dataclasses.replace(known, version="1.2.3"), scope, bundle, icon, tmp_path)
    found = {row[-1]: row for row in rows(installer, "Upgrade")}
    _, least, below, _, attributes, *_ = found["OLDER"]
    assert (least, below, int(attributes) & 2) == ("0.0.0", "1.2.4", 0)  # 1.2.3 built again, too
    _, above, most, _, attributes, *_ = found["NEWER"]
    assert (above, most, int(attributes) & (2 | 256)) == ("1.2.3", "", 2)  # only looked for, and 1.2.3 is not newer
    assert pairs(installer, "LaunchCondition")["NOT NEWER"].startswith("A newer LeaderPlan is installed.")
    order = {row[0]: int(row[-1]) for row in rows(installer, "InstallExecuteSequence")}
    steps = "FindRelatedProducts AppSearch LaunchConditions InstallInitialize RemoveExistingProducts InstallFiles"
    assert sorted(steps.split(), key=order.__getitem__) == steps.split()
    handed_on = set(pairs(installer, "Property")["SecureCustomProperties"].split(";"))
    assert {"OLDER", "NEWER", "WINDOWSBUILD"} <= handed_on
    assert pairs(installer, "Property")["REINSTALLMODE"] == "amus"


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_the_start_menu_and_apps_show_the_program_with_its_icon(
    known: facts.Facts, scope: Scope, bundle: Path, icon: Path, tmp_path: Path
) -> None:
    installer = made(known, scope, bundle, icon, tmp_path)
    window = next(row[0] for row in rows(installer, "File") if row[2].endswith("|leaderplanw.exe"))
    (shortcut,) = rows(installer, "Shortcut")
    assert shortcut[1] == "ProgramMenuFolder" and shortcut[2].endswith("|LeaderPlan")
    assert f"[#{window}]" in shortcut and "program.ico" in shortcut
    shown = pairs(installer, "Property")
    assert shown["ARPPRODUCTICON"] == "program.ico" and shown["ARPURLINFOABOUT"] == known.program.home
    assert rows(installer, "Icon")[0][0] == "program.ico"


def test_texts_say_in_which_code_page_they_are(known: facts.Facts, bundle: Path, icon: Path, tmp_path: Path) -> None:
    assert "1252\t_ForceCodepage" in said(
        "msiinfo", "export", made(known, USER, bundle, icon, tmp_path), "_ForceCodepage"
    )


def test_what_wixl_complains_of_makes_no_installer(known: facts.Facts, bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="wixl"):
        msi.installers(bundle, tmp_path / "missing.ico", tmp_path / "dist", known)
    assert not list((tmp_path / "dist").iterdir())


def test_without_wixl_it_says_what_to_install(
    known: facts.Facts, bundle: Path, icon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble, match="apt install wixl"):
        msi.installers(bundle, icon, tmp_path / "dist", known)


def test_a_bundle_of_another_system_is_refused(
    known: facts.Facts, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle / "leaderplanw.exe").unlink()
    monkeypatch.setattr(msi, "BUNDLE", bundle)
    with pytest.raises(Trouble, match="not made on Windows"):
        msi.make(known)


def test_the_installers_of_a_fetched_bundle_have_the_program_s_own_icon(
    known: facts.Facts, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, place in {"BUNDLE": bundle, "BUILD": tmp_path / "build", "DIST": tmp_path / "dist"}.items():
        monkeypatch.setattr(msi, name, place)
    user, _machine = msi.make(known)
    drawn = (tmp_path / "build" / "icons" / "program.ico").read_bytes()
    stream = subprocess.run(["msiinfo", "extract", user, "Icon.program.ico"], check=True, capture_output=True).stdout
    assert stream == drawn and drawn[:4] == b"\0\0\1\0"
