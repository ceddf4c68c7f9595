from __future__ import annotations

import configparser
import os
import shutil
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

import icons
from facts import ROOT, read
from leaderplan.cli import COMMANDS
from leaderplan.exchange.archive import SUFFIX
from leaderplan.exchange.review import layout
from linux import desktopfiles
from tests.commandline import done
from tests.packaging.linux.tools import told

FACTS = read()
MIME = "application/vnd.leaderplan.archive"
IN_MIME = {"m": desktopfiles.MIME_NAMESPACE}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of a person in which the archive's type and the menu entry are registered."""
    data = tmp_path / "data"
    for folder in ("mime/packages", "applications"):
        (data / folder).mkdir(parents=True)
    (data / "mime" / "packages" / "leaderplan.xml").write_text(desktopfiles.mime_types(FACTS), "utf-8")
    (data / "applications" / desktopfiles.desktop_id(FACTS)).write_text(desktopfiles.desktop_entry(FACTS), "utf-8")
    program = tmp_path / "bin" / "leaderplan"  # a desktop leaves out what it cannot start
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    return data


def entry() -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keys are told apart by their case
    parser.read_string(desktopfiles.desktop_entry(FACTS))
    assert parser.sections() == ["Desktop Entry"]
    return parser["Desktop Entry"]


def test_the_menu_starts_a_command_that_there_is() -> None:
    program, command, file = entry()["Exec"].split()
    assert (program, command, file) == ("leaderplan", "open", "%f") and command in COMMANDS
    assert entry()["TryExec"] == program


def test_a_second_start_is_given_the_right_to_bring_the_window_forward() -> None:
    assert (entry()["StartupNotify"], entry()["Terminal"]) == ("true", "false")


def test_the_window_is_known_by_what_the_program_calls_itself() -> None:
    source = (ROOT / "src" / "leaderplan" / "app" / "running.py").read_text("utf-8")
    assert f'setDesktopFileName("{desktopfiles.desktop_id(FACTS).removesuffix(".desktop")}")' in source
    assert f'setApplicationName("{entry()["StartupWMClass"]}")' in source


def test_the_icon_and_the_file_types_are_those_that_are_installed(tmp_path: Path) -> None:
    written = {path.stem for path in icons.hicolor(tmp_path)}
    described = ET.fromstring(desktopfiles.mime_types(FACTS)).findall("m:mime-type", IN_MIME)
    assert entry()["MimeType"] == "".join(f"{kind.get('type')};" for kind in described)
    shown = {icon.get("name") for kind in described for icon in kind.findall("m:icon", IN_MIME)}
    assert written == {entry()["Icon"]} | shown


def test_a_file_is_known_by_the_suffix_that_the_program_gives_it() -> None:
    described = ET.fromstring(desktopfiles.mime_types(FACTS)).findall("m:mime-type", IN_MIME)
    patterns = [glob.get("pattern") for kind in described for glob in kind.findall("m:glob", IN_MIME)]
    assert patterns == [f"*{SUFFIX}", f"*{layout.SUFFIX}", f"*{layout.ANSWER_SUFFIX}"]
    assert [kind.findtext("m:comment", None, IN_MIME) for kind in described] == [
        "LeaderPlan archive",
        "LeaderPlan review",
        "Answer to a LeaderPlan review",
    ]


def test_desktops_find_nothing_to_say_about_the_entry(tmp_path: Path) -> None:
    path = tmp_path / desktopfiles.desktop_id(FACTS)
    path.write_text(desktopfiles.desktop_entry(FACTS), "utf-8")
    assert told("desktop-file-validate", path) == ""


def test_a_file_manager_opens_archives_with_leaderplan_sealed_or_not_and_no_other_file(data: Path) -> None:
    assert told("update-mime-database", data / "mime") == ""
    assert told("update-desktop-database", data / "applications") == ""
    done("new", "--sample")
    sealed, unsealed, upper = (data / name for name in ("a plan.leaderplan", "open.leaderplan", "LOUD.LEADERPLAN"))
    done("export", "archive", "-o", sealed)
    done("export", "archive", "-o", unsealed, "--unsealed")
    shutil.copy(sealed, upper)
    ordinary = data / "ordinary.zip"
    with zipfile.ZipFile(ordinary, "w") as written:
        written.writestr("manifest.json", "{}")
    as_gnome = {"XDG_CURRENT_DESKTOP": "GNOME", "DISPLAY": ":none"}
    for archive in (sealed, unsealed, upper):
        assert f"standard::content-type: {MIME}\n" in told("gio", "info", archive), archive
        assert told("xdg-mime", "query", "filetype", archive, env=as_gnome).strip() == MIME
    assert MIME not in told("gio", "info", ordinary)
    assert "leaderplan.desktop" in told("gio", "mime", MIME)
    assert "leaderplan" not in told("gio", "mime", "application/zip", may_fail=True)


def test_a_file_manager_tells_reviews_and_answers_from_archives(data: Path) -> None:
    told("update-mime-database", data / "mime")
    told("update-desktop-database", data / "applications")
    for name, mime in (
        (f"round 1{layout.SUFFIX}", layout.MIME),
        (f"ROUND 1{layout.SUFFIX.upper()}", layout.MIME),
        (f"round 1{layout.ANSWER_SUFFIX}", layout.ANSWER_MIME),
    ):
        file = data / name
        file.write_bytes(b"PK\x03\x04 as every ZIP file begins")
        assert f"standard::content-type: {mime}\n" in told("gio", "info", file), name
        assert "leaderplan.desktop" in told("gio", "mime", mime)
