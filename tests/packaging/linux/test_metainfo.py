from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from facts import ROOT, read
from linux import desktopfiles, metainfo
from tests.packaging.linux.tools import told

FACTS = read()
# Version 0.16 of AppStream does not know the name of the maker as versions from 1.0 on want it.
KNOWN = {"unknown-tag developer", f"cid-contains-uppercase-letter {FACTS.program.id}"}


@pytest.fixture
def top(monkeypatch: pytest.MonkeyPatch) -> ET.Element:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773273600")
    return ET.fromstring(metainfo.metainfo(FACTS))


def test_it_is_about_the_program_that_the_menu_starts(top: ET.Element) -> None:
    assert top.findtext("id") == FACTS.program.id and metainfo.file_name(FACTS) == f"{FACTS.program.id}.metainfo.xml"
    assert top.findtext("launchable") == desktopfiles.desktop_id(FACTS)
    assert [paragraph.text for paragraph in top.iterfind("description/p")] == list(FACTS.program.description)
    kinds = ("archive", "review", "answer")
    told = [kind.text for kind in top.iterfind("provides/mediatype")]
    assert told == [f"application/vnd.leaderplan.{kind}" for kind in kinds]


def test_the_licence_is_the_one_that_the_project_names(top: ET.Element) -> None:
    assert f'license = "{top.findtext("project_license")}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_each_picture_is_there_with_its_size_and_a_caption(top: ET.Element) -> None:
    shown = {image.get("width"): image.text for image in top.iterfind("screenshots/screenshot/image")}
    names = {str(image.text).rpartition("/")[2] for image in top.iterfind("screenshots/screenshot/image")}
    assert names == {path.name for path in (ROOT / "docs" / "pictures").glob("*.png")}
    assert set(shown) == {"1280"}
    assert all(str(each.text).startswith(f"{FACTS.program.home}/") for each in top.iterfind(".//image"))
    assert all(len(str(each.text)) <= 100 for each in top.iterfind("screenshots/screenshot/caption"))
    assert [each.get("type") for each in top.iterfind("screenshots/screenshot")].count("default") == 1


def test_the_newest_release_is_this_version_on_the_day_of_its_source(top: ET.Element) -> None:
    newest = top.find("releases/release")
    assert newest is not None and newest.get("version") == FACTS.version
    assert date.fromisoformat(str(newest.get("date"))) <= date(2026, 3, 12)
    assert "A plan in a folder of its own" in str(newest.findtext("description/ul/li"))


def test_appstream_finds_no_fault_but_what_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773273600")
    path = tmp_path / metainfo.file_name(FACTS)
    path.write_text(metainfo.metainfo(FACTS), "utf-8")
    said = told("appstreamcli", "validate", "--no-net", "--pedantic", path)
    assert "Validation was successful" in said
    found = {what for _level, what in re.findall(r"^([EWIP]): [\w.]+:\S+ (.+)$", said, re.MULTILINE)}
    assert found <= KNOWN
