"""What went into a bundle, file by file, and what must not be there."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

from packaging.utils import canonicalize_name
from PyInstaller.archive.readers import CArchiveReader

from distributions import runtime
from trouble import must

_MEGABYTE: Final = 10**6

# https://doc.qt.io/qt-6/licensing.html: what Qt gives under the GPL alone, and what loads a desktop of its own.
_MUST_NOT: Final = {
    "*qgtk3*": "the GTK theme plugin loads all of GTK into the program",
    "*virtualkeyboard*": "Qt Virtual Keyboard is under the GPL only",
    "*Qt*Charts*": "Qt Charts is under the GPL only",
    "*Qt*Graphs*": "Qt Graphs is under the GPL only",
    "*Qt*DataVisualization*": "Qt Data Visualization is under the GPL only",
    "*Qt*Quick3D*": "Qt Quick 3D is under the GPL only",
    "*Qt*QuickTimeline*": "Qt Quick Timeline is under the GPL only",
    "*Qt*Lottie*": "Qt Lottie Animation is under the GPL only",
    "*Qt*NetworkAuth*": "Qt Network Authorization is under the GPL only",
    "*Qt*HttpServer*": "Qt HTTP Server is under the GPL only",
    "*Qt*Grpc*": "Qt GRPC is under the GPL only",
    "*Qt*Protobuf*": "Qt Protobuf is under the GPL only",
    "*Qt*Mqtt*": "Qt MQTT is under the GPL only",
    "*Qt*CoAp*": "Qt CoAP is under the GPL only",
    "*Qt*WaylandCompositor*": "Qt Wayland Compositor is under the GPL only",
    "*Qt*WebEngine*": "a web engine has no use here",
    "*Qt*Network.*": "the program uses no network",
    "QtNetwork": "the program uses no network",
    "libssl[-.]*": "the program uses no network",
}
# What a desktop has, and a .deb demands: C and C++, the displays, the fonts and the buses of the system.
_OF_THE_SYSTEM: Final = (
    "libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libutil.so.1 ld-linux-*.so.* libgcc_s.so.1 "
    "libstdc++.so.6 libz.so.1 libEGL.so.1 libGL.so.1 libGLX.so.0 libOpenGL.so.0 libX11.so.6 libX11-xcb.so.1 "
    "libxcb.so.1 libxcb-glx.so.0 libxcb-randr.so.0 libxcb-render.so.0 libxcb-shape.so.0 libxcb-shm.so.0 "
    "libxcb-sync.so.1 libxcb-xfixes.so.0 libxcb-xkb.so.1 libxkbcommon.so.0 "
    "libfontconfig.so.1 libfreetype.so.6 libdbus-1.so.3 "
    "libzstd.so.1 libglib-2.0.so.0 libgthread-2.0.so.0 libwayland-client.so.0 libwayland-cursor.so.0 "
    "libwayland-egl.so.1"
).split()
_GENERATED: Final = ("pyi*", "_pyi*", "_sysconfigdata*")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a bundle holds: the bytes of each file by its place in it, and of each module in the executable."""

    folder: Path
    files: Mapping[str, int]
    modules: Mapping[str, int]

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(self.files.values())


def look_into(folder: Path, executable: str) -> Contents:
    """All that lies in the folder of a bundle, and in the archive of modules that its executable carries."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    files = {path.relative_to(folder).as_posix(): path.stat().st_size for path in paths}
    modules = CArchiveReader(str(folder / executable)).open_embedded_archive("PYZ.pyz")
    return Contents(folder, files, {name: entry[2] for name, entry in modules.toc.items()})


def faults(contents: Contents, limit: int) -> list[str]:
    """A sentence for everything that must not be handed out; ``limit`` is in megabytes."""
    return [
        *(f"{name} must not be in a package: {why}." for name, why in _unwanted(contents)),
        *(f"{name} comes from no package that LeaderPlan runs on." for name in _strangers(contents)),
        *(
            f"{path.relative_to(contents.folder)} is a link to nothing in the bundle."
            for path in _broken_links(contents.folder)
        ),
        *(
            f"{name} asks for {library}, which is neither here nor on every system."
            for name, library in _missing(contents)
        ),
        *(
            [f"The bundle has {contents.size / _MEGABYTE:.1f} MB, and may have {limit}."]
            * (contents.size > limit * _MEGABYTE)
        ),
    ]


def listing(contents: Contents) -> str:
    """The list that goes with a package: every file, then the modules in the executable by what they belong to."""
    parts: dict[str, list[int]] = defaultdict(list)
    for name, size in contents.modules.items():
        parts[name.partition(".")[0]].append(size)
    lines = [f"{len(contents.files)} files, {contents.size / _MEGABYTE:.1f} MB", ""]
    lines += [f"{size:>11,}  {name}" for name, size in contents.files.items()]
    lines += ["", f"{len(contents.modules)} Python modules in the executable, by package: bytes, modules", ""]
    lines += [f"{sum(sizes):>11,}  {name} ({len(sizes)})" for name, sizes in sorted(parts.items())]
    return "\n".join(lines) + "\n"


def _unwanted(contents: Contents) -> Iterator[tuple[str, str]]:
    for name in (*contents.files, *contents.modules):
        base = name.rpartition("/")[2]
        yield from ((name, why) for pattern, why in _MUST_NOT.items() if fnmatch(base.lower(), pattern.lower()))


def _strangers(contents: Contents) -> list[str]:
    """The top packages in the bundle that belong neither to Python nor to what LeaderPlan runs on."""
    tops = {name.partition(".")[0] for name in contents.modules}
    inner = [
        Path(name).parts for name in contents.files if name.startswith("_internal/") and name.endswith((".so", ".pyd"))
    ]
    tops |= {parts[1].partition(".")[0] for parts in inner if not _is_library(parts)}
    owners, ours = packages_distributions(), runtime()
    return sorted(
        top
        for top in tops
        if not _is_pythons(top) and not {canonicalize_name(one) for one in owners.get(top, [])} & ours
    )


def _is_library(parts: tuple[str, ...]) -> bool:
    """Whether it is no package: a library at the top, or where Python keeps modules of its own."""
    return (len(parts) == 2 and parts[1].startswith("lib")) or parts[1].startswith("python3")


def _is_pythons(top: str) -> bool:
    return top == "leaderplan" or top in sys.stdlib_module_names or any(fnmatch(top, one) for one in _GENERATED)


def _broken_links(folder: Path) -> Iterator[Path]:
    top = folder.resolve()
    links = (path for path in sorted(folder.rglob("*")) if path.is_symlink())
    return (link for link in links if not link.exists() or not link.resolve().is_relative_to(top))


def _missing(contents: Contents) -> Iterator[tuple[str, str]]:
    """(file, library) for each library of Linux that is asked for and found nowhere."""
    if not sys.platform.startswith("linux"):
        return
    here = {Path(name).name for name in contents.files}
    for name in contents.files:
        for library in needed(contents.folder / name):
            if library not in here and not any(fnmatch(library, one) for one in _OF_THE_SYSTEM):
                yield name, library


def needed(path: Path) -> list[str]:
    """The libraries that a file of Linux asks for; none where it is no program or library. Raises Trouble."""
    with path.open("rb") as file:
        if file.read(4) != b"\x7fELF":
            return []
    said = must("readelf", "--dynamic", path, env={"LC_ALL": "C"})
    return [line.rpartition("[")[2].rstrip("]") for line in said.splitlines() if "(NEEDED)" in line]


def compressed_fault(packages: Iterable[Path], limit: int) -> list[str]:
    """A sentence for every package that is larger than ``limit`` megabytes."""
    sizes = [(path.name, path.stat().st_size / _MEGABYTE) for path in packages]
    return [f"{name} has {size:.1f} MB, and may have {limit}." for name, size in sizes if size > limit]
