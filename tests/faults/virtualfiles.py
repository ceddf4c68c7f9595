"""SQLite's file operations, reported to a :class:`Disk`: a virtual file system over the real one."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from tests.faults.disk import Act, Disk

_JOURNALS = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_SUPER_JOURNAL | apsw.SQLITE_OPEN_WAL
_CODES = {
    Act.OPEN: apsw.SQLITE_CANTOPEN,
    Act.WRITE: apsw.SQLITE_IOERR_WRITE,
    Act.TRUNCATE: apsw.SQLITE_IOERR_TRUNCATE,
    Act.SYNC: apsw.SQLITE_IOERR_FSYNC,
    Act.UNLINK: apsw.SQLITE_IOERR_DELETE,
}


@contextmanager
def _failing(act: Act) -> Iterator[None]:
    """Say to SQLite what a system call that fails would make its own file system say."""
    try:
        yield
    except OSError as error:
        raised: Any = apsw.IOError()
        code = _CODES[act]
        if act is Act.OPEN:
            raised = apsw.CantOpenError()
        elif error.errno == errno.ENOSPC and act is Act.WRITE:
            raised, code = apsw.FullError(), apsw.SQLITE_FULL
        raised.result, raised.extendedresult = code & 0xFF, code
        raise raised from error


class VirtualFile(apsw.VFSFile):
    """One open file of SQLite."""

    def __init__(self, base: str, name: Any, flags: list[int], disk: Disk) -> None:
        path = name if isinstance(name, str) else name.filename() if name else ""
        existed = bool(path) and Path(path).exists()
        self._disk = disk if path and disk.sees(path) else None
        if self._disk:
            with _failing(Act.OPEN):
                disk.about_to(Act.OPEN, path)
        super().__init__(base, name, flags)
        self._path = path
        self._file = self._disk.opened(path, existed=existed) if self._disk else 0
        # As in SQLite's own os_unix.c: a journal's first sync writes its name down as well.
        self._names_too = bool(flags[0] & apsw.SQLITE_OPEN_CREATE and flags[0] & _JOURNALS)

    def xWrite(self, data: bytes, offset: int) -> None:
        if self._disk:
            with _failing(Act.WRITE):
                self._disk.about_to(Act.WRITE, self._path)
        super().xWrite(data, offset)
        if self._disk:
            self._disk.did(Act.WRITE, self._file, path=self._path, at=offset, data=bytes(data))

    def xTruncate(self, newsize: int) -> None:
        if self._disk:
            with _failing(Act.TRUNCATE):
                self._disk.about_to(Act.TRUNCATE, self._path)
        super().xTruncate(newsize)
        if self._disk:
            self._disk.did(Act.TRUNCATE, self._file, path=self._path, at=newsize)

    def xSync(self, flags: int) -> None:
        if self._disk:
            with _failing(Act.SYNC):
                self._disk.about_to(Act.SYNC, self._path)
        super().xSync(flags)
        if self._disk:
            self._disk.did(Act.SYNC, self._file, path=self._path)
            if self._names_too:
                self._disk.did(Act.SYNC_NAMES, path=str(Path(self._path).parent))
                self._names_too = False


class VirtualFiles(apsw.VFS):
    """The file system of SQLite's own, watched."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.name = name
        self._disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> VirtualFile:
        return VirtualFile("", name, flags, self._disk)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        if self._disk.sees(filename):
            with _failing(Act.UNLINK):
                self._disk.about_to(Act.UNLINK, filename)
        super().xDelete(filename, syncdir)
        if self._disk.sees(filename):
            self._disk.did(Act.UNLINK, path=filename)
            if syncdir:
                self._disk.did(Act.SYNC_NAMES, path=str(Path(filename).parent))
