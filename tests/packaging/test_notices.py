from __future__ import annotations

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

import notices
from leaderplan import licences
from slim import Entry
from trouble import Trouble

ON_DEBIAN = pytest.mark.skipif(
    shutil.which("dpkg") is None, reason="dpkg is not installed, which knows whose a library is"
)


def of_this_system(name: str) -> str:
    """Where a library of the system lies that this process may load."""
    with Path("/proc/self/maps").open() as maps:
        return next(line.split()[-1] for line in maps if f"/{name}" in line)


@pytest.mark.parametrize(("platform", "origin"), [("win32", "compiled for this package"), ("darwin", "with Python")])
def test_elsewhere_what_python_brings_has_its_terms_and_sqlite_its_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, origin: str
) -> None:
    monkeypatch.setattr(notices, "sys", SimpleNamespace(platform=platform))
    names = ["libcrypto-3.dll", "_bz2.pyd", "PySide6\\MSVCP140.dll", "PySide6\\QtCore.pyd"]
    entries = notices.collect([(name, f"C:\\{name}", "BINARY") for name in names], tmp_path)
    texts = {Path(place).stem: Path(path).read_text("utf-8") for place, path, _kind in entries}
    assert set(texts) == {"SQLite", "Python", "PyInstaller", "OpenSSL", "bzip2", "Microsoft-runtime"}
    assert origin in texts["SQLite"] and "Apache License" in texts["OpenSSL"]


def test_python_sqlite_and_the_starter_bring_their_terms_to_where_about_looks(tmp_path: Path) -> None:
    entries = notices.collect([], tmp_path / "notices")
    texts = {Path(place).name: Path(path).read_text("utf-8") for place, path, _kind in entries}
    assert set(texts) == {"SQLite.txt", "Python.txt", "PyInstaller.txt"}
    assert "public domain" in texts["SQLite.txt"]
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in texts["Python.txt"].upper()
    assert "Bootloader Exception" in texts["PyInstaller.txt"]
    assert {kind for _place, _path, kind in entries} == {"DATA"}
    assert {str(Path(place).parent.as_posix()) for place, _path, _kind in entries} == {notices.PLACE}
    assert f"leaderplan/resources/{licences._SYSTEM}" == notices.PLACE


def test_what_an_earlier_bundle_carried_is_not_told_of_this_one(tmp_path: Path) -> None:
    older = tmp_path / "libgone.txt"
    older.write_text("terms of what is not in it any more")
    assert older.name not in {Path(place).name for place, _path, _kind in notices.collect([], tmp_path)}
    assert not older.exists()


@ON_DEBIAN
def test_a_library_of_the_system_brings_the_terms_of_its_package_once(tmp_path: Path) -> None:
    library = of_this_system("libc.so.6")
    binaries: list[Entry] = [
        ("libc.so.6", library, "BINARY"),
        ("libm.so.6", str(Path(library).with_name("libm.so.6")), "BINARY"),
        ("lxml/etree.so", "/somewhere/site-packages/lxml/etree.so", "EXTENSION"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ]
    entries = notices.collect(binaries, tmp_path)
    (own,) = {Path(place).name for place, _path, _kind in entries} - {"SQLite.txt", "Python.txt", "PyInstaller.txt"}
    assert own == "libc6.txt"
    assert (tmp_path / own).read_bytes() == Path("/usr/share/doc/libc6/copyright").read_bytes()


@ON_DEBIAN
def test_a_library_is_known_by_its_link_and_by_its_place_before_lib_moved(tmp_path: Path) -> None:
    real = os.path.realpath(of_this_system("libc.so.6"))
    assert notices._owner(real, "BINARY") == notices._owner(real.removeprefix("/usr"), "BINARY") == "libc6"


@ON_DEBIAN
def test_a_library_that_no_package_owns_stops_the_work(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"No package of this system owns /usr/lib/libnobodys\.so\.1"):
        notices.collect([("libnobodys.so.1", "/usr/lib/libnobodys.so.1", "BINARY")], tmp_path)
