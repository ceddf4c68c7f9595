from __future__ import annotations

import dataclasses
import hashlib
import shutil
import sys
import tarfile
from pathlib import Path

import pytest

import facts
import sqlitelib
from facts import parts
from tests.packaging.linux.tools import need
from trouble import Trouble, must

SOURCE = 'const char *sqlite3_libversion(void) { return "3.99.7"; }\n'
PINNED = dataclasses.replace(
    facts.read().sqlite, version="3.99.7", npm="stand-in@1.2.3", sha256=hashlib.sha256(SOURCE.encode()).hexdigest()
)
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="stands in with a script for sh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the sources were put by hand."""
    folder = tmp_path / "sqlite"
    folder.mkdir()
    (folder / "sqlite3.c").write_text(SOURCE, "utf-8", newline="\n")
    return folder


def test_a_source_that_is_what_was_pinned_is_taken_as_it_lies_there(folder: Path) -> None:
    assert sqlitelib.fetch(PINNED, folder) == folder / "sqlite3.c"


def test_a_source_that_somebody_altered_is_refused(folder: Path) -> None:
    (folder / "sqlite3.c").write_text(SOURCE.replace("7", "8"), "utf-8")
    with pytest.raises(Trouble, match=r"sqlite3\.c is not the SQLite 3\.99\.7 that package\.toml pins"):
        sqlitelib.fetch(PINNED, folder)
    (folder / PINNED.version).mkdir()
    shutil.move(folder / "sqlite3.c", folder / PINNED.version)
    with pytest.raises(Trouble, match="is not the SQLite"):
        sqlitelib.make(PINNED, folder)
    assert not list(folder.glob("*/*sqlite3.so*"))


def test_without_npm_it_says_what_to_install_or_where_to_put_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(Trouble, match=r"Install it, or put sqlite3\.c, sqlite3\.h into "):
        sqlitelib.fetch(PINNED, tmp_path / "sqlite")


@ON_POSIX
@pytest.mark.parametrize("content", [SOURCE, "/* something else */"], ids=["pinned", "tampered"])
def test_what_npm_fetches_is_unpacked_and_held_against_its_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    inner = tmp_path / PINNED.folder
    inner.mkdir(parents=True)
    (inner / "sqlite3.c").write_text(content)
    (inner / "sqlite3.h").write_text("/* header */")
    with tarfile.open(tmp_path / "package.tgz", "w:gz") as packed:
        packed.add(tmp_path / PINNED.folder.partition("/")[0], PINNED.folder.partition("/")[0])
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(
        f'#!/bin/sh\n[ "$1 $3" = "pack {PINNED.npm}" ] && /bin/cp "{tmp_path / "package.tgz"}" "$5/x-1.tgz"\n'
    )
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(npm.parent))
    if content == SOURCE:
        assert sqlitelib.fetch(PINNED, tmp_path / "sqlite").read_text() == SOURCE
        assert (tmp_path / "sqlite" / "sqlite3.h").read_text() == "/* header */"
    else:
        with pytest.raises(Trouble, match="is not the SQLite"):
            sqlitelib.fetch(PINNED, tmp_path / "sqlite")


@ON_POSIX
def test_the_library_says_its_version_and_is_compiled_once(tmp_path: Path, folder: Path) -> None:
    need("cc")
    place = tmp_path / "build" / PINNED.version
    shutil.copytree(folder, place)
    library = sqlitelib.make(PINNED, tmp_path / "build")
    assert sqlitelib.version_in(library) == "3.99.7" and library.parent == place
    (place / "sqlite3.c").unlink()
    assert sqlitelib.make(PINNED, tmp_path / "build") == library


@ON_POSIX
def test_what_does_not_compile_leaves_no_library_behind(folder: Path) -> None:
    need("cc")
    (folder / "sqlite3.c").write_text("this is no C")
    with pytest.raises(Trouble, match="This command failed"):
        sqlitelib.compile_to(folder / "libsqlite3.so.0", folder / "sqlite3.c")
    assert not (folder / "libsqlite3.so.0").exists()


@ON_POSIX
def test_without_a_compiler_it_says_that_there_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(Trouble, match=r"^cc is not installed here"):
        sqlitelib.compile_to(folder / "libsqlite3.so.0", folder / "sqlite3.c")


def test_the_library_of_this_checkout_is_the_pinned_one_and_has_what_the_store_uses() -> None:
    known = facts.read()
    library = facts.BUILD / "sqlite" / known.sqlite.version / sqlitelib._name()
    if not library.is_file():
        pytest.skip("no SQLite was compiled in this checkout: packaging/build.py bundle does it")
    version = sqlitelib.version_in(library)
    assert version == known.sqlite.version and parts(version) >= parts(known.floors["sqlite"])
    ask = (
        f"import ctypes; asked = ctypes.CDLL({str(library)!r}).sqlite3_compileoption_used; "
        "print(*[asked(name) for name in (b'ENABLE_FTS5', b'ENABLE_MATH_FUNCTIONS', b'THREADSAFE=1', b'NONSENSE')])"
    )
    assert must(sys.executable, "-c", ask).split() == ["1", "1", "1", "0"]
