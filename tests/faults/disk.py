"""A disk that is watched: every operation on the files under one folder is written down, and may be made to fail.

Files are numbered, as a name may come to mean another file. ``virtualfiles`` reports what SQLite does, ``pythonfiles``
what the store does itself.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import count
from pathlib import Path


class Act(StrEnum):
    """What is done to a file or to the names in a folder."""

    OPEN = auto()
    CREATE = auto()
    WRITE = auto()
    TRUNCATE = auto()
    SYNC = auto()
    UNLINK = auto()
    RENAME = auto()
    LINK = auto()
    MKDIR = auto()
    RMDIR = auto()
    SYNC_NAMES = auto()
    ACKNOWLEDGED = auto()


@dataclass(frozen=True, slots=True)
class Op:
    """One operation that went through: on file number ``file``, or on the name ``path`` (and ``to``)."""

    act: Act
    file: int = 0
    path: str = ""
    to: str = ""
    at: int = 0
    data: bytes = b""


def inside(path: str, was: str, now: str) -> str:
    """What a path is called once the folder ``was``, in which it may lie, is called ``now``."""
    return now + path[len(was) :] if path.startswith(was + "/") else path


Fault = Callable[[Act, str], None]
"""Called before each operation; raises OSError to make it fail."""


class Disk:
    """The operations under ``root`` since it was made, in their order."""

    def __init__(self, root: Path, fault: Fault | None = None) -> None:
        self.root_path = root.absolute()
        self.root = str(self.root_path)
        self.log: list[Op] = []
        self.fault = fault
        self._numbers = count(1)
        self._named: dict[str, int] = {}
        self.base: dict[str, bytes] = {}
        self.folders: set[str] = set()
        for path in sorted(root.rglob("*")):
            if path.is_dir():
                self.folders.add(str(path))
            else:
                self.base[str(path)] = path.read_bytes()
        self.base_files = {path: self.number(path) for path in self.base}

    def sees(self, path: str) -> bool:
        """Whether a path lies under the root."""
        return path == self.root or path.startswith(self.root + "/")

    def number(self, path: str) -> int:
        """The number of the file that has this name."""
        if path not in self._named:
            self._named[path] = next(self._numbers)
        return self._named[path]

    def about_to(self, act: Act, path: str) -> None:
        """Raise OSError where the operation is to fail."""
        if self.fault:
            self.fault(act, path)

    def opened(self, path: str, *, existed: bool) -> int:
        """A file was opened; gives its number."""
        if not existed:
            self._named.pop(path, None)
            self.log.append(Op(Act.CREATE, self.number(path), path))
        return self.number(path)

    def did(self, act: Act, file: int = 0, *, path: str = "", to: str = "", at: int = 0, data: bytes = b"") -> None:
        """An operation went through."""
        if act in (Act.UNLINK, Act.RENAME):
            file = self._named.pop(path, 0)
        elif act is Act.LINK:
            file = self.number(path)
        if act in (Act.RENAME, Act.LINK):
            self._named[to] = file
        if act is Act.RENAME:
            self._named = {inside(name, path, to): number for name, number in self._named.items()}
        self.log.append(Op(act, file, path, to, at, data))

    def acknowledge(self) -> None:
        """The program was told that what it asked for is stored."""
        self.log.append(Op(Act.ACKNOWLEDGED))


class Failing:
    """Makes one operation fail, and from then on every one if it ``lasts``; ``hit`` says whether it came to that."""

    def __init__(self, place: int, code: int = errno.EIO, *, lasts: bool = False) -> None:
        self.place = place
        self.code = code
        self.lasts = lasts
        self.hit = False
        self._seen = 0

    def __call__(self, act: Act, path: str) -> None:
        self._seen += 1
        if self._seen == self.place or (self.lasts and self._seen > self.place):
            self.hit = True
            raise OSError(self.code, errno.errorcode[self.code], path)
