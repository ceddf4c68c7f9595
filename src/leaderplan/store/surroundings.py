"""What kind of folder a plan lies in: one that a sync client copies or a network drive is no place for a live plan."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_MARKS: Mapping[str, str] = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".SeadriveSync": "Seafile",
    ".tmp.drivedownload": "Google Drive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
"""Files and folders that a sync client leaves at the top of what it copies."""
_NAMES: Mapping[str, str] = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "my drive": "Google Drive",
    "googledrive": "Google Drive",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
    "sync": "Syncthing",
    "icloud drive": "iCloud",
    "icloud~com~apple~clouddocs": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "pcloud drive": "pCloud",
    "magentacloud": "MagentaCLOUD",
}
"""What the top of such a folder is usually called, in lower case."""
_ENVIRONMENT = ("OneDriveCommercial", "OneDriveConsumer", "OneDrive")
_NETWORK = frozenset(
    "9p afs afpfs ceph cifs davfs fuse.davfs fuse.rclone fuse.sshfs glusterfs lustre ncpfs nfs nfs4 "
    "smb2 smb3 smbfs vmhgfs webdav".split()
)
"""Names of file systems that reach over a network."""


class Kind(StrEnum):
    """What is wrong with a place."""

    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A place that is no good for a live plan, and what it is called: a sync client or a file system."""

    kind: Kind
    name: str


def of(folder: Path, environment: Mapping[str, str] = os.environ) -> Surroundings | None:
    """What is wrong with the place of a folder; None where nothing is known to be."""
    place = folder.absolute()
    if name := _synced(place, environment):
        return Surroundings(Kind.SYNCED, name)
    if name := _network(place):
        return Surroundings(Kind.NETWORK, name)
    return None


def synced_folders(home: Path | None = None, environment: Mapping[str, str] = os.environ) -> list[Path]:
    """The folders on this machine that a sync client copies, as far as one can tell: good places for archives."""
    home = home or Path.home()
    found = [Path(value) for name in _ENVIRONMENT if (value := environment.get(name))]
    for parent in (home, home / "Library" / "CloudStorage", home / "Library" / "Mobile Documents"):
        try:
            found += [each for each in sorted(parent.iterdir()) if _name_of(each.name) or _marked(each)]
        except OSError:
            continue
    seen: dict[Path, Path] = {}
    for folder in found:
        if folder.is_dir() and os.access(folder, os.W_OK):
            seen.setdefault(folder.resolve(), folder)
    return list(seen.values())


def _synced(place: Path, environment: Mapping[str, str]) -> str | None:
    for variable in _ENVIRONMENT:
        if (root := environment.get(variable)) and Path(root) in (place, *place.parents):
            return "OneDrive"
    for parent in (place, *place.parents):
        if name := _name_of(parent.name) or _marked(parent):
            return name
    return None


def _name_of(folder: str) -> str | None:
    """The sync client whose folder is called so: ``OneDrive - Council`` and ``Dropbox (Personal)`` too."""
    whole = folder.lower()
    first = whole.split(" - ")[0].split(" (")[0].split("-")[0].strip()
    return _NAMES.get(whole) or _NAMES.get(first)


def _marked(folder: Path) -> str | None:
    return next((name for mark, name in _MARKS.items() if os.path.lexists(folder / mark)), None)


def _network(place: Path) -> str | None:
    if sys.platform == "win32":
        return _windows_network(place)  # pragma: no cover
    found = max(
        (mount for mount in _mounts() if mount[0] == place or mount[0] in place.parents),
        key=lambda mount: len(mount[0].parts),
        default=None,
    )
    return found[1] if found and found[1] in _NETWORK else None


def _mounts() -> Iterator[tuple[Path, str]]:
    """(where, file system) of everything that is mounted: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html."""
    try:
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        yield from _mac_mounts()
        return
    for line in lines:
        before, _dash, after = line.partition(" - ")
        yield Path(before.split()[4].replace("\\040", " ")), after.split()[0]


def _mac_mounts() -> Iterator[tuple[Path, str]]:
    """The same from ``mount``: ``//ann@server/share on /Volumes/share (smbfs, nodev)``."""
    try:
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=2, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return
    for line in said.splitlines():
        where, _open, kind = line.partition(" on ")[2].rpartition(" (")
        yield Path(where), kind.split(",")[0].rstrip(")")


def _windows_network(place: Path) -> str | None:  # pragma: no cover - needs Windows
    remote = 4  # DRIVE_REMOTE of GetDriveTypeW
    if place.drive.startswith("\\\\"):
        return place.drive
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\")  # type: ignore[attr-defined]
    return place.drive if kind == remote else None
