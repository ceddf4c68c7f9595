"""Python's own file operations, reported to a :class:`Disk`: what ``os`` and ``open`` do under its root."""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from tests.faults.disk import Act, Disk


class WatchedFile(io.FileIO):
    """A file opened by Python."""

    def __init__(self, disk: Disk, path: str, mode: str, handle: int | None = None) -> None:
        existed = Path(path).exists()
        if handle is None:
            disk.about_to(Act.OPEN, path)
        super().__init__(path if handle is None else handle, mode)
        self._disk, self._path = disk, path
        self._file = disk.opened(path, existed=existed)
        if "w" in mode and existed and handle is None:
            disk.did(Act.TRUNCATE, self._file, path=path, at=0)

    def write(self, data: Any) -> int:
        at = self.seek(0, os.SEEK_END) if "a" in self.mode else self.tell()
        self._disk.about_to(Act.WRITE, self._path)
        written = super().write(data)
        self._disk.did(Act.WRITE, self._file, path=self._path, at=at, data=bytes(data)[:written])
        return written

    def truncate(self, size: int | None = None) -> int:
        at = self.tell() if size is None else size
        self._disk.about_to(Act.TRUNCATE, self._path)
        super().truncate(at)
        self._disk.did(Act.TRUNCATE, self._file, path=self._path, at=at)
        return at


class PythonFiles:
    """Stand-ins for the functions of ``os`` and for ``open``."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._paths: dict[int, str] = {}
        self._real = {name: getattr(os, name) for name in (*_NAMES, "open", "fsync", "write", "truncate")}
        self._open = io.open

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Put them in the place of the real ones."""
        ours: dict[str, Any] = {name: self._on_names(name, act) for name, act in _NAMES.items()}
        ours |= {"open": self._os_open, "fsync": self._fsync, "write": self._write, "truncate": self._truncate}
        with (
            mock.patch.multiple(os, **ours),
            mock.patch.object(io, "open", self._io_open),
            mock.patch.object(builtins, "open", self._io_open),
        ):
            yield

    def _on_names(self, name: str, act: Act) -> Callable[..., None]:
        real = self._real[name]

        def done(path: Any, *rest: Any, **options: Any) -> None:
            one = self._absolute(path, options.get("dir_fd"))
            two = self._absolute(rest[0]) if act in (Act.RENAME, Act.LINK) else ""
            if not self._disk.sees(two or one):
                return real(path, *rest, **options)
            self._disk.about_to(act, two or one)
            real(path, *rest, **options)
            return self._disk.did(act, path=one, to=two)

        return done

    def _os_open(self, path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        place = self._absolute(path, dir_fd)
        seen = self._disk.sees(place)
        existed = Path(place).exists()
        if seen:
            self._disk.about_to(Act.OPEN, place)
        handle: int = self._real["open"](path, flags, mode, dir_fd=dir_fd)
        self._paths[handle] = place
        if seen and not Path(place).is_dir():
            file = self._disk.opened(place, existed=existed)
            if existed and flags & os.O_TRUNC:
                self._disk.did(Act.TRUNCATE, file, path=place, at=0)
        return handle

    def _fsync(self, handle: Any) -> None:
        number = handle if isinstance(handle, int) else handle.fileno()
        path = self._paths.get(number, "")
        if not self._disk.sees(path):
            return self._real["fsync"](number)
        self._disk.about_to(Act.SYNC, path)
        self._real["fsync"](number)
        if Path(path).is_dir():
            return self._disk.did(Act.SYNC_NAMES, path=path)
        return self._disk.did(Act.SYNC, self._disk.number(path), path=path)

    def _truncate(self, path: Any, length: int) -> None:
        place = self._absolute(path)
        if not self._disk.sees(place):
            return self._real["truncate"](path, length)
        self._disk.about_to(Act.TRUNCATE, place)
        self._real["truncate"](path, length)
        return self._disk.did(Act.TRUNCATE, self._disk.number(place), path=place, at=length)

    def _write(self, handle: int, data: Any) -> int:
        path = self._paths.get(handle, "")
        if not self._disk.sees(path):
            return int(self._real["write"](handle, data))
        at = os.lseek(handle, 0, os.SEEK_CUR)
        self._disk.about_to(Act.WRITE, path)
        written: int = self._real["write"](handle, data)
        self._disk.did(Act.WRITE, self._disk.number(path), path=path, at=at, data=bytes(data)[:written])
        return written

    def _io_open(self, file: Any, mode: str = "r", buffering: int = -1, encoding: str | None = None,
                 errors: str | None = None, newline: str | None = None, **rest: Any) -> Any:  # fmt: skip
        path, handle = self._absolute(file), file if isinstance(file, int) else None
        if not path or not self._disk.sees(path):
            return self._open(file, mode, buffering, encoding, errors, newline, **rest)
        raw = WatchedFile(self._disk, path, mode.replace("b", "").replace("t", ""), handle)
        self._paths[raw.fileno()] = path
        if buffering == 0:
            return raw
        kind: Any = io.BufferedRandom if "+" in mode else io.BufferedReader if "r" in mode else io.BufferedWriter
        return kind(raw) if "b" in mode else io.TextIOWrapper(kind(raw), encoding, errors, newline)

    def _absolute(self, path: Any, folder: int | None = None) -> str:
        if isinstance(path, int):
            return self._paths.get(path, "")
        text = os.fsdecode(path)
        return str(Path(self._paths.get(folder, "/"), text)) if folder is not None else str(Path(text).absolute())


_NAMES = {
    "replace": Act.RENAME,
    "rename": Act.RENAME,
    "link": Act.LINK,
    "unlink": Act.UNLINK,
    "remove": Act.UNLINK,
    "mkdir": Act.MKDIR,
    "rmdir": Act.RMDIR,
}
