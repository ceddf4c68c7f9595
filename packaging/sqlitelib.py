"""The SQLite of a bundle: fetched as one C file, held against its digest, compiled as the library that Python loads."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tarfile
from pathlib import Path
from typing import Final

from facts import BUILD, Sqlite
from trouble import Trouble, must

_FILES: Final = ("sqlite3.c", "sqlite3.h")
# What Python's own module calls, and what the store uses; the rest is as SQLite recommends.
# https://sqlite.org/compile.html
_OPTIONS: Final = (
    "SQLITE_THREADSAFE=1",
    "SQLITE_ENABLE_FTS5",
    "SQLITE_ENABLE_FTS4",
    "SQLITE_ENABLE_COLUMN_METADATA",
    "SQLITE_ENABLE_MATH_FUNCTIONS",
    "SQLITE_LIKE_DOESNT_MATCH_BLOBS",
    "SQLITE_SECURE_DELETE",
    "HAVE_ISNAN",
    "HAVE_USLEEP",
)


def make(sqlite: Sqlite, folder: Path = BUILD / "sqlite") -> Path:
    """The library, compiled in ``folder`` unless it is there already; raises Trouble."""
    library = folder / sqlite.version / _name()
    if not library.is_file():
        source = fetch(sqlite, folder / sqlite.version)
        compile_to(library, source)
    return library


def fetch(sqlite: Sqlite, folder: Path) -> Path:
    """sqlite3.c, with its header beside it; raises Trouble where it cannot be fetched or is not what was pinned."""
    source = folder / _FILES[0]
    if not source.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        npm = shutil.which("npm")
        if npm is None:
            raise Trouble(
                f"npm is missing, which fetches SQLite. Install it, or put {', '.join(_FILES)} into {folder}."
            )
        must(npm, "pack", "--silent", sqlite.npm, "--pack-destination", folder)
        package = next(folder.glob("*.tgz"))
        with tarfile.open(package) as packed:
            for name in _FILES:
                content = packed.extractfile(f"{sqlite.folder}/{name}")
                assert content is not None, f"{sqlite.npm} holds no {name}"
                (folder / name).write_bytes(content.read())
    if hashlib.sha256(source.read_bytes()).hexdigest() != sqlite.sha256:
        raise Trouble(f"{source} is not the SQLite {sqlite.version} that package.toml pins. Delete it and try again.")
    return source


def compile_to(library: Path, source: Path) -> None:
    """Compile the C file with the system's compiler; raises Trouble where there is none."""
    part = library.with_name(f"{library.name}.part")
    must(*_compiler(part, source))
    part.replace(library)


def version_in(library: Path) -> str:
    """The version of SQLite in a library, told by a process that loads it."""
    ask = (
        f"import ctypes; version = ctypes.CDLL({str(library)!r}).sqlite3_libversion; "
        "version.restype = ctypes.c_char_p; print(version().decode())"
    )
    return must(sys.executable, "-c", ask).strip()


def _name() -> str:
    return {"win32": "sqlite3.dll", "darwin": "libsqlite3.dylib"}.get(sys.platform, "libsqlite3.so.0")


def _compiler(library: Path, source: Path) -> list[str]:
    if sys.platform == "win32":
        defines = [f"/D{option}" for option in (*_OPTIONS, "SQLITE_API=__declspec(dllexport)")]
        return ["cl", "/nologo", "/O2", "/MD", "/LD", *defines, f"/Fe{library}", f"/Fo{source.parent}\\", str(source)]
    named = (
        ["-install_name", "@rpath/libsqlite3.dylib"] if sys.platform == "darwin" else ["-Wl,-soname,libsqlite3.so.0"]
    )
    defines = [f"-D{option}" for option in _OPTIONS]
    return ["cc", "-O2", "-fPIC", "-shared", *defines, *named, "-o", str(library), str(source), "-lm", "-lpthread"]
