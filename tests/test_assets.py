"""What LeaderPlan ships is found wherever it runs from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from leaderplan import assets


def test_a_checkout_reads_its_own_resources() -> None:
    assert Path(assets.__file__).parents[2] / "resources" == assets.ROOT
    assert assets.ROOT.is_dir()


def test_a_resource_is_read_as_bytes_text_and_tables() -> None:
    name = "themes/light.toml"
    assert name in assets.names("themes")
    assert assets.read_text(name).encode() == assets.read_bytes(name)
    assert assets.read_toml(name)


def test_names_come_sorted_and_every_one_can_be_read() -> None:
    icons = assets.names("icons")
    assert len(icons) > 20
    assert icons == sorted(icons)
    assert all(assets.read_bytes(name) for name in icons)


def test_a_folder_that_is_not_there_holds_nothing() -> None:
    assert assets.names("no-such-folder") == []


def test_a_resource_that_is_not_there_is_our_fault() -> None:
    with pytest.raises(FileNotFoundError):
        assets.read_bytes("themes/no-such-theme.toml")


def test_an_installed_wheel_reads_the_resources_it_carries(tmp_path: Path) -> None:
    checkout = assets.ROOT.parent
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=checkout, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    program = (
        "import json, leaderplan.assets as a, leaderplan.licences as l;"
        "texts = [l.text(work) for work in l.works()];"
        "print(json.dumps([str(a.ROOT), a.names('icons'), a.names('themes'), texts, len(l.lacking())]))"
    )
    said = subprocess.run(
        [sys.executable, "-S", "-c", program],
        env={**os.environ, "PYTHONPATH": str(site)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    root, icons, themes, texts, lacking = json.loads(said.stdout)
    assert Path(root) == site / "leaderplan" / "resources"
    assert icons == assets.names("icons")
    assert themes == assets.names("themes")
    assert all(texts) and any("The FreeType Project" in text for text in texts)
    assert lacking > 10  # it was started without any other package
    in_metadata = {path.name for path in site.glob("leaderplan-*.dist-info/licenses/*")}
    assert in_metadata == {"LICENSE", "THIRD-PARTY.md"}
