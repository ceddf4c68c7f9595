"""Small bundles to try things on, laid out as PyInstaller does it; their archive of modules is made by PyInstaller."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PyInstaller.archive.writers import CArchiveWriter, ZlibArchiveWriter

import distributions
import inherited
from facts import ROOT
from notices import PLACE

MODULES: Final = ("leaderplan", "leaderplan.cli", "click", "json", "PySide6", "_pyi_rth_utils", "_sysconfigdata_x")
FILES: Final = (
    "_internal/base_library.zip",
    "_internal/libsqlite3.so.0",
    "_internal/libcrypto.so.3",
    "_internal/charset_normalizer/md.cpython-311-x86_64-linux-gnu.so",
    "_internal/leaderplan/resources/words.json",
    "_internal/leaderplan/resources/licences/system/libssl3.txt",
    "_internal/pikepdf.libs/libqpdf-781b0270.so",
    "_internal/PySide6/QtCore.abi3.so",
    "_internal/PySide6/Qt/lib/libQt6Core.so.6",
    "_internal/PySide6/Qt/lib/libQt6WaylandClient.so.6",
    "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
    "_internal/PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
    "_internal/python3.11/lib-dynload/_bz2.cpython-311-x86_64-linux-gnu.so",
)


def put(path: Path, content: bytes = b"not looked into") -> Path:
    """A file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def archive(executable: Path, modules: Iterable[str]) -> None:
    """An executable that carries these modules, all of which are empty; it cannot run."""
    packed = executable.with_suffix(".pyz")
    ZlibArchiveWriter(
        str(packed),
        [(one, f"{one}.py", "PYMODULE") for one in modules],
        {one: compile("", one, "exec") for one in modules},
    )
    CArchiveWriter(str(executable), [("PYZ.pyz", str(packed), False, "z")], "libpython3.11.so.1.0")
    packed.unlink()
    executable.chmod(0o755)


def small(folder: Path, *more: str, modules: Iterable[str] = ()) -> Path:
    """A bundle in which nothing is wrong, save with what is added to it."""
    for name in (*FILES, *more):
        put(folder / name)
    (folder / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    archive(folder / "leaderplan", (*MODULES, *modules))
    return folder


def lawful(folder: Path, *more: str, modules: Iterable[str] = ()) -> Path:
    """The same with the licences of all that LeaderPlan runs on."""
    small(folder, *more, modules=modules)
    inner = folder / "_internal"
    shutil.copytree(ROOT / "resources", inner / "leaderplan" / "resources", dirs_exist_ok=True)
    for source, place in distributions.metadata():
        (inner / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(source, inner / place)
    for text, path in inherited.texts(FILES).items():
        put(inner / PLACE / f"{text}.txt", path.read_bytes())
    return folder
