"""Whatever LeaderPlan ships or installs is named with its licence, and the text of that licence is there to be read."""

from __future__ import annotations

import importlib.metadata
import json
import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from leaderplan import assets, licences
from leaderplan.licences import Work

ROOT = Path(__file__).parents[1]
NAMED = (ROOT / "THIRD-PARTY.md").read_text("utf-8")
WORKS = licences.works()
ELSEWHERE = {"colorama"}
"""Packages of systems that may be others than this one."""
ASKS_FOR_NOTHING = re.compile(r"Apache-2\.0|Unlicense|0BSD|CC0-1\.0")
"""A Rust library is used under this licence wherever it is offered; the text of Apache-2.0 is shown beside the list."""
ONLY_BUILDS = {"cargo_metadata", "synstructure", "strsim", "pulldown-cmark", "redox_syscall"}
"""Rust libraries that help to build the package, or serve systems that LeaderPlan does not run on."""


def needed(name: str, known: set[str]) -> set[str]:
    """A package with all that it needs here, by their canonical names."""
    if (canonical := canonicalize_name(name)) not in known:
        known.add(canonical)
        for requirement in map(Requirement, importlib.metadata.requires(name) or []):
            if not requirement.marker or requirement.marker.evaluate({"extra": ""}):
                needed(requirement.name, known)
    return known


def test_every_package_the_program_runs_on_is_listed_and_no_other() -> None:
    packages = needed("leaderplan", set()) - {"leaderplan"}
    listed = [work.package for work in WORKS if work.package]
    assert len(packages) > 10
    assert set(listed) - ELSEWHERE == packages - ELSEWHERE
    assert len(listed) == len(set(listed))
    assert licences.lacking() == []


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_each_work_has_a_text_and_says_what_it_is(work: Work) -> None:
    assert len(licences.text(work)) > 200
    assert work.licence and work.by
    assert (work.purpose and work.source.startswith("https://")) or work.name == "LeaderPlan"
    assert bool(work.version) == bool(work.package)
    assert all(assets.read_text(name).strip() for name in work.texts)


def test_each_package_that_carries_a_text_of_its_own_shows_it() -> None:
    own = {work.name: licences.text(work) for work in WORKS if work.package}
    for name, words in {
        "click": "Pallets",
        "click-default-group": "Heungsub Lee",
        "pikepdf": "libjpeg-turbo",
        "pypdfium2": "FreeType",
        "Pillow": "LIBTIFF",
        "lxml": "Daniel Veillard",
        "pip": "urllib3",
    }.items():
        assert words in own[name], name


def test_each_folder_that_carries_a_licence_is_listed() -> None:
    carried = {
        path.relative_to(assets.ROOT).as_posix()
        for path in assets.ROOT.rglob("*")
        if re.search("LICENSE|OFL", path.name) or (path.parent.name == "licences" and path.suffix == ".txt")
    }
    assert len(carried) > 12
    assert carried == {name for work in WORKS for name in work.texts}
    for folder in (path for path in (assets.ROOT / "fonts").iterdir() if path.is_dir()):
        assert any(name.startswith(f"fonts/{folder.name}/") for name in carried), folder.name
        assert f"`resources/fonts/{folder.name}/`" in NAMED


def test_third_party_names_every_work() -> None:
    also_known_as = {
        "LeaderPlan": "leaderplan itself",
        "Qt and PySide6": "qt, pyside6",
        "Parts of Qt by others": "qt-parts.txt",
        "Lucide": "lucide icons",
        "EFF’s long word list": "dice words",
    }
    for work in WORKS:
        assert also_known_as.get(work.name, work.name).lower() in NAMED.lower(), work.name


def test_a_framework_after_the_work_of_others_shows_its_line() -> None:
    ours = {"MIT"}
    shown = {work.framework: licences.text(work) for work in WORKS if work.framework}
    for name in assets.names("frameworks"):
        framework = json.loads(assets.read_text(name))["framework"]
        if framework["licence"] not in ours:
            assert framework["licence"] in shown[name] and framework["licence_url"] in shown[name]
    assert any("Open Government Licence v3.0" in text for text in shown.values())


def test_what_the_lgpl_asks_for_stands_in_the_text_of_qt() -> None:
    [qt] = [licences.text(work) for work in WORKS if work.name == "Qt and PySide6"]
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "Copyright (C) The Qt Company",
        "reverse engineering",
        "_internal/PySide6/Qt/lib",
        "Contents/Frameworks/PySide6",
        "site-packages",
        "https://code.qt.io",
    ):
        assert words in qt, words


def test_the_licence_of_leaderplan_is_the_one_beside_its_source() -> None:
    assert assets.read_text("licences/leaderplan.txt") == (ROOT / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("package", ["pydantic-core", "pyrage"])
def test_each_rust_library_that_asks_to_be_named_is_named(package: str) -> None:
    [work] = [work for work in WORKS if work.package == package]
    listed = json.loads(importlib.metadata.distribution(package).read_text(work.parts) or "")["components"]
    text, named = licences.text(work), assets.read_text("licences/rust.txt")
    assert len(listed) > 50
    for part in listed:
        assert f"\n{part['name']} {part['version']}: " in text
        builds = part["name"] in ONLY_BUILDS or re.search(r"[-_](macros|derive|impl|utils)$", part["name"])
        if not (builds or ASKS_FOR_NOTHING.search(json.dumps(part["licenses"]))):
            assert re.search(rf"\b{part['name'].split('_')[0]}\b", named), part["name"]


def test_what_a_bundle_took_from_its_system_is_listed_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = licences.works()
    system = tmp_path / "licences" / "system"
    system.mkdir(parents=True)
    (system / "zlib1g.txt").write_text("As it is", encoding="utf-8")
    (system / "libxcb1.txt").write_text("Anyone may use it", encoding="utf-8")
    (system / "notes.md").write_text("no licence", encoding="utf-8")
    (tmp_path / "licences" / "index.toml").write_text(assets.read_text("licences/index.toml"), encoding="utf-8")
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    assert licences.works() == [
        *before,
        Work("libxcb1", "", texts=("licences/system/libxcb1.txt",)),
        Work("zlib1g", "", texts=("licences/system/zlib1g.txt",)),
    ]
    assert licences.text(licences.works()[-1]) == "As it is"


def test_a_package_that_was_left_out_of_a_bundle_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = importlib.metadata.distribution

    def partly(name: str) -> importlib.metadata.Distribution:
        if name in ("click", "pip"):
            raise importlib.metadata.PackageNotFoundError(name)
        return installed(name)

    monkeypatch.setattr(importlib.metadata, "distribution", partly)
    assert licences.lacking() == ["click"]
    assert not {"click", "pip"} & {work.package for work in licences.works()}
