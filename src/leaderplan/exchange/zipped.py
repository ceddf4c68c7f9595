"""A ZIP file from outside: its directory is checked before anything in it is read, each entry while it is read.

The format is PKWARE's APPNOTE.TXT 6.3.9. What our own files never need is refused: encryption, other methods than
stored and deflate, a comment, several disks, bytes before the first entry, entries that lie over one another.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import IO, Any, BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown

BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OverflowError)
"""What zipfile raises for bytes that are no sound ZIP file."""

ANOTHER = _("Choose an older copy, if there is one.")

_END = struct.Struct("<4s4H2LH")
_END_64_PLACE = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCAL = struct.Struct("<4s5H3L2H")
_OF_DIRECTORY = b"PK\x01\x02"
_DIRECTORY_BYTES = 256
"""At most for one entry: 46, the longest name of ours, and what other programs add to it."""
_WELCOME_FLAGS = 0x080E
"""How hard it was deflated, sizes after the bytes, names in UTF-8."""


def new_entry(name: str, how: int = ZIP_STORED) -> ZipInfo:
    """An entry to write, which says nothing of the day or the machine: the same content gives the same bytes."""
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # ZIP knows no earlier day
    entry.compress_type = how
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry


def damaged(what: Message) -> UserError:
    """What is said of a file that is not as it was written."""
    return UserError(_("The file was changed or damaged: {what}", what=what), ANOTHER)


class Zipped:
    """The entries of a seekable ZIP file by name; raises UserError for one that is not sound or means harm."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        start = _directory(file, most)
        try:
            self._zip = ZipFile(file)
        except BROKEN:
            raise damaged(_("its list of contents cannot be read.")) from None
        found = self._zip.infolist()
        _check_each(found)
        _check_places(file, found, start)
        self.entries: Mapping[str, ZipInfo] = {info.filename: info for info in found}

    def open(self, name: str) -> Entry:
        """Read an entry from its start; raises UserError where it cannot be read."""
        try:
            return Entry(self._zip.open(self.entries[name]), name)
        except BROKEN:
            raise damaged(_("{name} cannot be read.", name=shown(name))) from None

    def read(self, name: str, most: int) -> bytes:
        """A whole entry of at most ``most`` bytes; raises UserError beyond."""
        if self.entries[name].file_size > most:
            raise UserError(_("{name} in the file is larger than {most} bytes.", name=shown(name), most=most), ANOTHER)
        with self.open(name) as entry:
            return entry.read(most)

    def close(self) -> None:
        """Let go of the file, which stays open."""
        self._zip.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
                 ) -> None:  # fmt: skip
        self.close()


class Entry:
    """The bytes of one entry; raises UserError where they cannot be unpacked, and OSError where the disk fails."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name

    def read(self, most: int) -> bytes:
        """The next bytes, up to ``most``; none at the end."""
        try:
            return self._stream.read(most)
        except BROKEN:
            raise damaged(_("{name} cannot be read.", name=shown(self._name))) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
                 ) -> None:  # fmt: skip
        self._stream.close()


def _directory(file: BinaryIO, most: int) -> int:
    """Where the directory begins. It must end where the end of the file says so, and its size be reasonable.

    zipfile makes an object of every entry, so that a directory made to fill the memory is looked at before.
    """
    size = file.seek(0, io.SEEK_END)
    if not size:
        raise UserError(_("The file is empty."), ANOTHER)
    until = size - _END.size
    end = _unpacked(_END, file, until)
    if end is None or end[0] != b"PK\x05\x06" or end[-1]:
        raise UserError(
            _("The file is no archive of LeaderPlan, or its end is missing."),
            _("Choose a file that LeaderPlan wrote, or copy this one again."),
        )
    disks, (length, start) = set(end[1:3]), end[5:7]
    place = _unpacked(_END_64_PLACE, file, until - _END_64_PLACE.size)
    if place and place[0] == b"PK\x06\x07":
        until -= _END_64_PLACE.size + _END_64.size
        far = _unpacked(_END_64, file, until)
        if far is None or far[0] != b"PK\x06\x06":
            raise damaged(_("its list of contents cannot be read."))
        disks, (length, start) = set(far[4:6]), far[8:10]
    if disks != {0} or start + length != until:
        raise damaged(_("its list of contents is not where it should be."))
    file.seek(start)
    if length > most * _DIRECTORY_BYTES or file.read(length).count(_OF_DIRECTORY) > most:
        raise UserError(_("The file has more than {most} entries.", most=most), ANOTHER)
    return int(start)


def _unpacked(what: struct.Struct, file: BinaryIO, place: int) -> tuple[Any, ...] | None:
    """The numbers at a place of the file; None where it is too short for them."""
    if place < 0:
        return None
    file.seek(place)
    data = file.read(what.size)
    return what.unpack(data) if len(data) == what.size else None


def _check_each(found: Iterable[ZipInfo]) -> None:
    """No name twice, nothing hidden in a name, nothing that we cannot unpack."""
    known: set[str] = set()
    for info in found:
        name = info.filename
        if name in known or name != info.orig_filename:
            raise damaged(_("it holds {name} twice.", name=shown(name)))
        known.add(name)
        if info.flag_bits & ~_WELCOME_FLAGS or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise damaged(_("{name} is packed in a way that LeaderPlan does not use.", name=shown(name)))
        if info.compress_type == ZIP_STORED and info.compress_size != info.file_size:
            raise damaged(_("{name} has two sizes.", name=shown(name)))


def _check_places(file: BinaryIO, found: Iterable[ZipInfo], end: int) -> None:
    """Each entry lies by itself, from the start of the file to its directory, and is packed as the directory says."""
    free, first = 0, True
    for info in sorted(found, key=lambda info: info.header_offset):
        place = info.header_offset
        if place < free or (first and place):
            raise damaged(_("{name} is not where it should be.", name=shown(info.filename)))
        head = _unpacked(_LOCAL, file, place)
        if head is None or head[0] != b"PK\x03\x04" or head[2:4] != (info.flag_bits, info.compress_type):
            raise damaged(_("{name} is not where it should be.", name=shown(info.filename)))
        free, first = place + _LOCAL.size + head[9] + head[10] + info.compress_size, False
    if free > end:
        raise damaged(_("the last entry is cut off."))
