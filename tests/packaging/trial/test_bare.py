from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facts import read
from tests.packaging import bundles
from tests.packaging.linux.tools import need, told
from trial import bare
from trouble import Trouble

FACTS = read()
CONTROL = (
    f"Package: leaderplan\nVersion: {FACTS.version}\nArchitecture: all\nMaintainer: A <a@b.example>\nDescription: x\n"
)


def test_the_package_of_this_version_is_tried_and_no_other(tmp_path: Path) -> None:
    bundles.put(tmp_path / "leaderplan_0.0.0_amd64.deb")
    with pytest.raises(Trouble, match=rf"no \.deb of {FACTS.version} .* packaging/build\.py"):
        bare.package(tmp_path, FACTS)
    own = bundles.put(tmp_path / f"leaderplan_{FACTS.version}_amd64.deb")
    assert bare.package(tmp_path, FACTS) == own


def test_the_older_package_is_the_same_under_an_older_number_with_a_file_to_be_rid_of(tmp_path: Path) -> None:
    need("dpkg-deb")
    tree = tmp_path / "tree"
    bundles.put(tree / "DEBIAN" / "control", CONTROL.encode())
    bundles.put(tree / "usr" / "lib" / "leaderplan" / "leaderplan")
    for path in (tree, *tree.rglob("*")):
        path.chmod(0o755)
    package = tmp_path / "leaderplan.deb"
    told("dpkg-deb", "--root-owner-group", "--build", tree, package)

    older = tmp_path / "older" / "leaderplan-older.deb"
    older.parent.mkdir()
    bare.older(package, "0.0.1", older)
    assert told("dpkg-deb", "--field", older, "Version", "Package") == "Version: 0.0.1\nPackage: leaderplan\n"
    assert told("dpkg-deb", "--field", package, "Version").strip() == FACTS.version
    names = {line.split()[-1] for line in told("dpkg-deb", "--contents", older).splitlines()}
    assert {f"./{bare.LEFT_BEHIND}", "./usr/lib/leaderplan/leaderplan"} <= names
    assert list(older.parent.iterdir()) == [older]


def test_each_trial_begins_with_a_copy_of_the_bare_system(tmp_path: Path) -> None:
    need("cp", "rm")
    bundles.put(tmp_path / "bookworm" / "etc" / "debian_version", b"12.0\n")
    first = bare.fresh(tmp_path)
    bundles.put(first / "etc" / "of-the-last-trial")
    assert bare.fresh(tmp_path) == first == tmp_path / "system"
    assert [path.name for path in (first / "etc").iterdir()] == ["debian_version"]
    shutil.rmtree(first)
    assert (tmp_path / "bookworm" / "etc" / "debian_version").is_file()
