from __future__ import annotations

import email
import gzip
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facts import ROOT, read
from linux import debian, libraries
from tests.packaging import bundles
from tests.packaging.linux.tools import need, told

FACTS = read()
PROGRAM = "usr/lib/leaderplan/leaderplan"
DEMANDED = ["libc6 (>= 2.36)", "libegl1"]


@pytest.fixture(autouse=True)
def narrow_umask() -> Iterator[None]:
    """What is made has to be open to everybody wherever it is made."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small bundle in the place of the real one."""
    folder = bundles.small(tmp_path / "bundle" / "leaderplan")
    monkeypatch.setattr(debian, "BUNDLE", folder)
    monkeypatch.setattr(debian, "BUILD", tmp_path / "build")
    monkeypatch.setattr(debian, "DIST", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773273600")
    return folder


@pytest.fixture
def tree(bundle: Path, tmp_path: Path) -> Path:
    """All that the package installs."""
    debian.fill(tmp_path / "tree", FACTS)
    return tmp_path / "tree"


@pytest.fixture
def package(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package, with what it leans on as given: test_libraries.py is about that."""
    need("dpkg", "dpkg-deb")  # which packs with xz by itself
    monkeypatch.setattr(libraries, "depends", lambda _contents: DEMANDED)
    (made,) = debian.make(FACTS)
    return made


def files(tree: Path) -> dict[str, Path]:
    return {
        path.relative_to(tree).as_posix(): path for path in tree.rglob("*") if not path.is_dir() or path.is_symlink()
    }


# --- what is installed ------------------------------------------------------------------------------------------------


def test_it_installs_the_bundle_the_command_what_desktops_read_and_its_documents(tree: Path, bundle: Path) -> None:
    found = files(tree)
    assert {f"usr/lib/leaderplan/{name}" for name in (*bundles.FILES, "leaderplan")} <= set(found)
    assert {f"usr/share/doc/leaderplan/{name}" for name in ("copyright", "changelog.gz", "THIRD-PARTY.md")} <= set(
        found
    )
    assert {"usr/share/applications/leaderplan.desktop", "usr/share/man/man1/leaderplan.1.gz"} <= set(found)
    assert {name.split("/")[0] for name in found} == {"usr"}
    assert not [name for name in found if "__pycache__" in name or name.endswith(".pyc")]


def test_the_command_leads_to_the_program_wherever_the_tree_lies(tree: Path) -> None:
    command = tree / "usr" / "bin" / "leaderplan"
    assert command.is_symlink() and command.readlink() == Path("../lib/leaderplan/leaderplan")
    assert command.resolve() == (tree / PROGRAM).resolve()
    inner = tree / "usr/lib/leaderplan/_internal/libQt6Core.so.6"
    assert inner.is_symlink() and inner.readlink() == Path("PySide6/Qt/lib/libQt6Core.so.6")


def test_everybody_may_read_all_of_it_and_only_the_program_runs(tree: Path) -> None:
    modes = {path.relative_to(tree).as_posix(): path.stat().st_mode & 0o7777 for path in files(tree).values()}
    assert {name for name, mode in modes.items() if mode == 0o755} == {PROGRAM, "usr/bin/leaderplan"}
    assert {mode for name, mode in modes.items() if mode != 0o755} == {0o644}
    folders = [tree, *(path for path in tree.rglob("*") if path.is_dir())]
    assert {path.stat().st_mode & 0o7777 for path in folders} == {0o755}


def test_what_is_new_comes_along_as_debian_wants_it(tree: Path) -> None:
    packed = (tree / "usr/share/doc/leaderplan/changelog.gz").read_bytes()
    text = gzip.decompress(packed).decode()
    assert text.startswith(f"leaderplan ({FACTS.version}) stable; urgency=medium\n\n  * ")
    assert text.endswith(f" -- {FACTS.program.maintainer}  Thu, 12 Mar 2026 00:00:00 +0000\n")
    assert "quick capture from" in text and max(len(line) for line in text.splitlines() if line.startswith("  ")) <= 80
    assert packed[4:8] == b"\0\0\0\0", "without a time"


def test_the_copyright_is_that_of_the_project_in_the_form_that_machines_read() -> None:
    text = debian.rights(FACTS)
    paragraphs = [email.message_from_string(one) for one in text.split("\n\n")]
    assert paragraphs[0]["Format"] == "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
    assert paragraphs[0]["Upstream-Name"] == "LeaderPlan"
    assert paragraphs[1]["Files"] == "*" and str(paragraphs[1]["License"]).startswith("Expat\n")
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert f"Copyright (c) {paragraphs[1]['Copyright']}" in licence
    told_again = [line.strip() for line in str(paragraphs[1]["License"]).splitlines()[1:]]
    assert [line for line in told_again if line != "."] == [line for line in licence.splitlines() if line]


def test_the_size_is_told_in_kib_each_file_rounded_up(tmp_path: Path) -> None:
    for name, size in {"one": 1, "exact": 1024, "more": 1025, "inner/empty": 0}.items():
        bundles.put(tmp_path / "tree" / name, b"x" * size)
    assert debian.kilobytes(tmp_path / "tree") == 1 + 1 + 2


def test_the_sums_are_those_of_all_files_that_are_installed(tree: Path) -> None:
    bundles.put(tree / "DEBIAN" / "control")
    lines = {name: digest for digest, name in (line.split("  ") for line in debian.digests(tree).splitlines())}
    installed = {name: path for name, path in files(tree).items() if not path.is_symlink() and "DEBIAN" not in name}
    assert lines == {name: hashlib.md5(path.read_bytes()).hexdigest() for name, path in installed.items()}


def test_the_control_file_says_what_package_toml_says() -> None:
    control = email.message_from_string(debian.describe(FACTS, "arm64", DEMANDED, 1234))
    assert (control["Package"], control["Version"], control["Architecture"]) == ("leaderplan", FACTS.version, "arm64")
    assert control["Depends"] == "libc6 (>= 2.36), libegl1" and control["Installed-Size"] == "1234"
    assert (control["Maintainer"], control["Homepage"]) == (FACTS.program.maintainer, FACTS.program.home)
    first, *lines = str(control["Description"]).split("\n")
    assert first == FACTS.program.summary and max(map(len, lines)) <= 80
    assert " ".join(line.strip() for line in lines) == " . ".join(FACTS.program.description)
    assert all(line.startswith(" ") and line.strip() for line in lines), "an empty line would end the field"


# --- the package ------------------------------------------------------------------------------------------------------


def test_dpkg_reads_the_same_out_of_the_package(package: Path) -> None:
    architecture = told("dpkg", "--print-architecture").strip()
    assert package.name == f"leaderplan_{FACTS.version}_{architecture}.deb"
    fields = email.message_from_string(told("dpkg-deb", "--field", package))
    assert (fields["Package"], fields["Version"], fields["Architecture"]) == ("leaderplan", FACTS.version, architecture)
    assert fields["Depends"] == ", ".join(DEMANDED) and int(fields["Installed-Size"]) > 0


def test_everything_in_it_belongs_to_root_and_nothing_of_it_is_run_at_installing(package: Path, tmp_path: Path) -> None:
    listed = [line.split(maxsplit=5) for line in told("dpkg-deb", "--contents", package).splitlines()]
    assert len(listed) > 40 and {line[1] for line in listed} == {"root/root"}
    assert {line[0] for line in listed} == {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x", "lrwxrwxrwx"}
    assert [line[5] for line in listed if line[0] == "-rwxr-xr-x"] == [f"./{PROGRAM}"]
    assert any(line[5] == "./usr/bin/leaderplan -> ../lib/leaderplan/leaderplan" for line in listed)
    told("dpkg-deb", "--control", package, tmp_path / "control")
    assert {path.name for path in (tmp_path / "control").iterdir()} == {"control", "md5sums"}


def test_what_is_unpacked_verifies_against_its_sums(package: Path, tmp_path: Path) -> None:
    out = tmp_path / "unpacked"
    told("dpkg-deb", "--raw-extract", package, out)
    sums = (out / "DEBIAN" / "md5sums").read_text().splitlines()
    assert len(sums) > 30
    for line in sums:
        digest, name = line.split("  ", 1)
        assert hashlib.md5((out / name).read_bytes()).hexdigest() == digest
    installed = {name for name, path in files(out).items() if not path.is_symlink() and not name.startswith("DEBIAN")}
    assert {line.split("  ", 1)[1] for line in sums} == installed


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_the_same_source_makes_the_same_package_in_every_time_zone(
    package: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    first = package.read_bytes()
    package.unlink()
    monkeypatch.setenv("TZ", zone)
    (again,) = debian.make(FACTS)
    assert again.read_bytes() == first


def test_what_lay_in_the_tree_before_is_not_packed(package: Path, tmp_path: Path) -> None:
    bundles.put(tmp_path / "build" / "deb" / "usr" / "lib" / "leaderplan" / "of-an-older-one")
    shutil.rmtree(tmp_path / "build" / "deb" / "DEBIAN")
    (again,) = debian.make(FACTS)
    assert "of-an-older-one" not in told("dpkg-deb", "--contents", again)
