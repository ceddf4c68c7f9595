"""A file from anywhere on the person's disk, read piece by piece and the same from its first byte to its last."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from leaderplan.domain.messages import _
from leaderplan.errors import UserError

PIECE = 1 << 20
"""Bytes that are in memory at a time."""


@dataclass(frozen=True)
class Incoming:
    """A file that is being read; ``size`` is what it had when it was opened."""

    name: str
    size: int
    _written: int
    _stream: BinaryIO

    def pieces(self) -> Iterator[bytes]:
        """All of its bytes; raises UserError where it cannot be read on, or is written to meanwhile."""
        done = 0
        while piece := self._read():
            done += len(piece)
            if done > self.size:
                break
            yield piece
        if done != self.size or os.fstat(self._stream.fileno()).st_mtime_ns != self._written:
            raise UserError(
                _("{name} was written to while it was read.", name=self.name),
                _("Nothing was kept of it. Wait for the other program to finish, then try again."),
            )

    def _read(self) -> bytes:
        with _readable(self.name):
            return self._stream.read(PIECE)


@contextmanager
def incoming(path: Path, most: int, never: Path) -> Iterator[Incoming]:
    """An ordinary file of 1 to ``most`` bytes, but not the file ``never``; raises UserError for anything else.

    ``never`` is the plan itself: closing any handle of it would let go of SQLite's locks.
    """
    name = path.name
    with _readable(name):
        _demand_file(path.stat(), name)
        if never.exists() and path.samefile(never):
            raise UserError(
                _("{name} is the plan itself.", name=name), _("Choose another file, or make an archive of the plan.")
            )
        # What became a pipe meanwhile would wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        stream = os.fdopen(handle, "rb")
    with stream:
        found = os.fstat(stream.fileno())
        _demand_file(found, name)
        if found.st_size == 0:
            raise UserError(_("{name} is empty.", name=name), _("Choose another file."))
        if found.st_size > most:
            raise UserError(
                _("{name} is larger than {most} GB.", name=name, most=most // 1_000_000_000),
                _("Keep it where it is and note its address, or attach a part of it."),
            )
        yield Incoming(name, found.st_size, found.st_mtime_ns, stream)


def _demand_file(found: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(found.st_mode):  # a pipe or a device would never end
        raise UserError(_("{name} is not a file.", name=name), _("Choose a file."))


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise UserError(_("There is no file {name}.", name=name), _("Look for it, and try again.")) from None
    except (OSError, ValueError) as reason:  # ValueError: a NUL in the path
        raise UserError(
            _("{name} cannot be read: {reason}.", name=name, reason=getattr(reason, "strerror", "") or str(reason)),
            _("Check the disk that it lies on, or copy it to a folder of your own."),
        ) from reason
