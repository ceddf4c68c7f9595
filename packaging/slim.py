"""What of all that PyInstaller finds goes into the bundle: an allow-list for what the system and Qt bring, so that
nothing comes in unseen."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Final

from trouble import must

Entry = tuple[str, str, str]
"""(where it goes in the bundle, where it lies, its kind), as PyInstaller keeps them."""

MODULES_OUT: Final = (
    "PIL.AvifImagePlugin PIL._avif PIL.ImageTk PIL.ImageQt PIL.WebPImagePlugin PIL._webp "  # no document holds such
    "PySide6.QtNetwork PySide6.QtDBus PySide6.QtOpenGL PySide6.QtTest ssl _ssl "  # the program uses no network
    "_curses curses readline _uuid tkinter pdb doctest unittest pydoc lib2to3 ensurepip "
    "lxml.html lxml.objectify lxml.isoschematron lxml.sax lxml.cssselect lxml.builder lxml.ElementInclude "
    "pytest _pytest hypothesis mypy ast_serialize setuptools pip wheel numpy IPython pytz "
    "pydantic.mypy pydantic._hypothesis_plugin pydantic.v1 "
    "reportlab.graphics.testshapes reportlab.graphics.testdrawings"
).split()
"""Modules that some library names without LeaderPlan needing them."""

_QT_LIBRARIES: Final = (
    "Qt6Core Qt6DBus Qt6Gui Qt6Svg Qt6SvgWidgets Qt6Widgets Qt6XcbQpa Qt6WaylandClient Qt6WlShellIntegration "
    "icudata icui18n icuuc"
).split()
_QT_PLUGINS: Final = (
    "platforms/*qxcb*",
    "platforms/*qwayland*",
    "platforms/*qoffscreen*",
    "platforms/*qwindows*",
    "platforms/*qcocoa*",
    "styles/*",
    "platformthemes/*xdgdesktopportal*",  # the desktop's own file dialogs; the GTK one loads all of GTK
    "platforminputcontexts/*compose*",  # dead keys
    "platforminputcontexts/*ibus*",
    "imageformats/*qjpeg*",
    "imageformats/*qsvg*",
    "iconengines/*svg*",
    "wayland-shell-integration/*xdg-shell*",
    "wayland-decoration-client/*bradient*",
)
_SYSTEM_LIBRARIES: Final = (
    "libcrypto.so.3",  # fast digests
    "libsqlite3.so.0",
    "libffi.so.8",
    "libbz2.so.1.0",
    "liblzma.so.5",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxcb-util.so.1",
    "libxkbcommon-x11.so.0",
)
"""Of a Linux system, what differs between systems or is often missing; all else is there or the package demands it."""

CHILDREN: Final = "pyi_rth_multiprocessing"
"""PyInstaller's script for processes that multiprocessing starts; ``children.py`` runs it in those alone."""
_BINARIES_OUT: Final = (
    "_avif.*",  # no document holds such pictures
    "_webp.*",
    "libavif*",
    "libwebp*",
    "libsharpyuv*",
    "opengl32sw.dll",  # nothing is drawn with OpenGL
    "d3dcompiler_*.dll",
)
_OF_QT: Final = re.compile(r"^Qt(?=[A-Z])")
_UNSTRIPPED: Final = ("PIL/_imaging.*", "pikepdf.libs/libqpdf-*")
_DATA_OUT: Final = (
    "PySide6/*translations/*",  # for languages that LeaderPlan does not speak
    "reportlab/fonts/*",  # documents are set in our own
    "*/py.typed",
    "*.pyi",
)


def binaries(found: Iterable[Entry]) -> list[Entry]:
    """The libraries and plugins that stay."""
    return [entry for entry in found if _stays(entry)]


def exchanged(entries: Iterable[Entry], others: Iterable[Path]) -> list[Entry]:
    """The same with other files in the place of those that are called as they are."""
    by_name = {other.name: str(other) for other in others}
    return [(name, by_name.get(PurePath(name).name, path), kind) for name, path, kind in entries]


def stripped(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same with copies, made in ``folder``, in the place of libraries that keep their symbols for debuggers."""
    if not sys.platform.startswith("linux"):
        return list(entries)
    return [_stripped(entry, folder) if _has_symbols(entry) else entry for entry in entries]


def scripts(found: Iterable[Entry]) -> list[Entry]:
    """What runs first, without what only costs time: 0.18 s at every start, as one imports Qt for each command."""
    # On Linux, PySide6 itself tells Qt where its plugins lie; and a variable would reach every program that we start.
    out = {"pyi_rth_inspect", "pyi_rth_pkgutil", CHILDREN} | (
        {"pyi_rth_pyside6"} if sys.platform.startswith("linux") else set()
    )
    return [entry for entry in found if entry[0] not in out]


def datas(found: Iterable[Entry]) -> list[Entry]:
    """The files that stay, the links to libraries that stay, and all that belongs to a framework that stays."""
    kept = [entry for entry in found if not any(fnmatch(_posix(entry[0]), pattern) for pattern in _DATA_OUT)]
    return [entry for entry in kept if (entry[2] != "SYMLINK" and not _framework(entry[0])) or _stays(entry)]


def _has_symbols(entry: Entry) -> bool:
    """Whether it is Python's own, three quarters of which are symbols, or one of the few in wheels that have any."""
    name, path, kind = entry
    return kind != "SYMLINK" and (not _is_in_wheel(PurePath(path)) or any(fnmatch(name, one) for one in _UNSTRIPPED))


def _stripped(entry: Entry, folder: Path) -> Entry:
    name, path, kind = entry
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    must("strip", "--strip-unneeded", "-o", copy, path)
    return name, str(copy), kind


def _stays(entry: Entry) -> bool:
    name, path = _posix(entry[0]), PurePath(entry[1])
    base = _framework(name) or PurePath(name).name
    if "/plugins/" in name:
        return any(fnmatch(name.partition("/plugins/")[2], pattern) for pattern in _QT_PLUGINS)
    if _library(base).startswith(("Qt6", "icu")):
        return _library(base) in _QT_LIBRARIES
    if sys.platform.startswith("linux") and path.is_absolute() and not _is_in_wheel(path) and ".so" in base:
        return base in _SYSTEM_LIBRARIES or base.startswith("libpython") or "lib-dynload" in path.parts
    return not any(fnmatch(base, pattern) for pattern in _BINARIES_OUT)


def _framework(name: str) -> str:
    """The name of the framework of macOS that a file lies in; nothing if it lies in none.

    It stays or falls as a whole: codesign refuses one that holds no library.
    """
    found = (part for part in PurePath(_posix(name)).parts if part.endswith(".framework"))
    return next(found, "").removesuffix(".framework")


def _is_in_wheel(path: PurePath) -> bool:
    return "site-packages" in path.parts


def _library(base: str) -> str:
    """The name of a library without what each system puts around it.

    libQt6Core.so.6 and Qt6Core.dll are Qt6Core, and so are macOS's QtCore and PySide6's QtCore.abi3.so.
    """
    name = base.removeprefix("lib").partition(".")[0]
    return _OF_QT.sub("Qt6", name)


def _posix(name: str) -> str:
    return name.replace("\\", "/")
