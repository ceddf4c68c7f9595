"""What LeaderPlan ships is found wherever it runs from."""

from __future__ import annotations

import shutil
import subprocess
import sys
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


def test_an_installed_package_reads_the_resources_inside_it(tmp_path: Path) -> None:
    package = tmp_path / "site" / "leaderplan"
    (package / "resources" / "themes").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "resources" / "themes" / "odd.toml").write_text("installed = true\n")
    shutil.copy(assets.__file__, package)
    say = "from leaderplan import assets; print(assets.names('themes'), assets.read_toml('themes/odd.toml'))"
    said = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(package.parent)!r}); {say}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "['themes/odd.toml'] {'installed': True}\n"
