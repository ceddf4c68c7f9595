from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import distributions
import rights
from tests.packaging import bundles
from trouble import Trouble


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return bundles.lawful(tmp_path / "bundle")


def folder_of(bundle: Path, package: str) -> Path:
    (found,) = (bundle / "_internal").glob(f"{package}-*.dist-info")
    return found


def test_a_bundle_with_the_text_of_every_licence_has_no_fault(bundle: Path) -> None:
    assert rights.faults(bundle) == []


@pytest.mark.parametrize("package", ["reportlab", "pyside6_essentials", "pillow"])
def test_a_package_whose_licence_did_not_come_along_is_named(bundle: Path, package: str) -> None:
    shutil.rmtree(folder_of(bundle, package))
    (fault,) = rights.faults(bundle)
    assert fault.startswith(f"The bundle lacks what pip knows of {package.replace('_', '-')}")


def test_a_package_that_came_without_its_text_is_named(bundle: Path) -> None:
    folder = folder_of(bundle, "click")
    shutil.rmtree(folder / "licenses")
    with pytest.raises(Trouble, match=r"click-.*LICENSE"):  # its own list of files names one that is not there
        rights.faults(bundle)
    lines = (folder / "RECORD").read_text("utf-8").splitlines(keepends=True)
    (folder / "RECORD").write_text("".join(line for line in lines if "licenses" not in line), "utf-8")
    (fault,) = rights.faults(bundle)
    assert fault.startswith("The bundle has no text of the licence of ") and "click" in fault.lower()


def test_a_library_of_the_system_with_an_empty_text_is_named(bundle: Path) -> None:
    bundles.put(bundle / "_internal/leaderplan/resources/licences/system/libempty1.txt", b"\n")
    assert rights.faults(bundle) == ["The bundle has no text of the licence of libempty1."]


def test_a_library_of_unknown_terms_is_named_where_no_system_knows_whose_it_is(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundles.put(bundle / "_internal" / "stranger.dll")
    told = {}
    for platform in ("linux", "win32", "darwin"):
        monkeypatch.setattr(rights, "sys", SimpleNamespace(platform=platform, executable=sys.executable))
        told[platform] = rights.faults(bundle)
    assert told["linux"] == []
    for platform in ("win32", "darwin"):
        (fault,) = told[platform]
        assert fault.startswith("stranger.dll comes from no wheel")


def test_a_bundle_that_lists_nothing_is_no_success(bundle: Path) -> None:
    licences = bundle / "_internal" / "leaderplan" / "resources" / "licences"
    (licences / "index.toml").write_text("work = []\n")
    shutil.rmtree(licences / "system")
    assert rights.faults(bundle) == ["The bundle lists none of the works that it carries."]
    (licences / "index.toml").unlink()
    with pytest.raises(Trouble):
        rights.faults(bundle)


def test_what_is_installed_here_does_not_stand_in_for_what_the_bundle_lacks(bundle: Path) -> None:
    for source, place in distributions.metadata():
        assert Path(source).is_file()
        shutil.rmtree(bundle / "_internal" / place.partition("/")[0], ignore_errors=True)
    assert len(rights.faults(bundle)) > 8
