"""A whole plan written into one archive, row by row and piece by piece."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from leaderplan.domain.fields import Attachment
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange.archive import manifest
from leaderplan.exchange.archive.layout import (
    ENTRY_OF,
    LARGEST_ATTACHMENT,
    LONGEST_LINE,
    MANIFEST,
    MOST_ENTRIES,
    MOST_JSON,
    MOST_ROWS,
    PIECE,
    Progress,
    Tables,
    attachment_entry,
    attachment_of,
)
from leaderplan.exchange.archive.manifest import Head, Manifest, Part
from leaderplan.exchange.zipped import new_entry


def write(
    target: BinaryIO,
    head: Head,
    tables: Tables,
    attachments: Iterable[tuple[Attachment, Path | None]],
    progress: Progress | None = None,
) -> Manifest:
    """Write a plan as one archive and say what is in it.

    An attachment without a path, or whose bytes are not the ones that were kept, is listed as missing. ``progress`` is
    told the bytes that are done, and those of all attachments and of the rows so far. Raises UserError beyond a limit,
    and OSError where the disk fails; ``target`` is then no archive.
    """
    if unknown := tables.keys() - ENTRY_OF.keys():
        raise ValueError(f"no such tables: {unknown}")
    files = sorted({each.sha256: (each, path) for each, path in attachments}.items())
    writing = _Writing(target, progress, sum(_size(path) for _sha256, (_attachment, path) in files))
    with writing.archive:
        for table in ENTRY_OF:
            writing.table(table, tables.get(table, ()))
        if len(writing.parts) + len(files) > MOST_ENTRIES:
            raise _too_much(_("more than {most} files", most=MOST_ENTRIES))
        for _sha256, (attachment, path) in files:
            writing.attachment(attachment, path)
        made = Manifest(head, writing.parts, tuple(writing.missing))
        data = manifest.written(made)
        manifest.read(data)  # what we write we can read
        writing.archive.writestr(new_entry(MANIFEST, ZIP_DEFLATED), data)
    return made


class _Writing:
    """An archive while it grows."""

    def __init__(self, target: BinaryIO, progress: Progress | None, of_all: int) -> None:
        self.archive = ZipFile(target, "w")
        self.parts: dict[str, Part] = {}
        self.missing: list[str] = []
        self._progress = progress
        self._done = 0
        self._of_all = of_all
        self._rows = 0

    def table(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add the rows of a table, if it has any."""
        lines = _Lines(table, rows, MOST_ROWS - self._rows, MOST_JSON - self._done)
        pieces = iter(lines)
        first = next(pieces, None)
        if first is None:
            return
        size, sha256 = self._add(new_entry(ENTRY_OF[table], ZIP_DEFLATED), self._growing(first, pieces))
        self._rows += lines.count
        self.parts[ENTRY_OF[table]] = Part(size, sha256, lines.count)

    def attachment(self, attachment: Attachment, path: Path | None) -> None:
        """Add the bytes of a file, or list it as missing."""
        sha256 = attachment.sha256
        if path is None or not _is_sound(path, sha256):
            if attachment_of(attachment_entry(sha256)):
                self.missing.append(sha256)
            self._tell(_size(path))
            return
        entry = new_entry(attachment_entry(sha256), ZIP_STORED)
        entry.file_size = _size(path)  # zipfile decides by it whether the entry needs 64 bits
        with path.open("rb") as file:
            size, found = self._add(entry, _pieces(file))
        if found != sha256:
            raise UserError(
                _("The file {name} was changed while the archive was written.", name=attachment.name),
                _("Write the archive again."),
            )
        self.parts[entry.filename] = Part(size, sha256)

    def _add(self, entry: ZipInfo, pieces: Iterable[bytes]) -> tuple[int, str]:
        """Write an entry and say how many bytes it has, and their digest."""
        digest, size = hashlib.sha256(), 0
        with self.archive.open(entry, "w") as packed:
            for piece in pieces:
                packed.write(piece)
                digest.update(piece)
                size += len(piece)
                self._tell(len(piece))
        return size, digest.hexdigest()

    def _tell(self, more: int) -> None:
        self._done += more
        if self._progress:
            self._progress(self._done, self._of_all)

    def _growing(self, first: bytes, others: Iterator[bytes]) -> Iterator[bytes]:
        """The pieces of a table: how much there is of it shows only on the way."""
        for piece in chain((first,), others):
            self._of_all += len(piece)
            yield piece


class _Lines:
    """Rows as lines of JSON in larger pieces; counts them."""

    def __init__(self, table: str, rows: Iterable[Mapping[str, Any]], most_rows: int, most_bytes: int) -> None:
        self.count = 0
        self._table = table
        self._rows = rows
        self._most = most_rows
        self._room = most_bytes

    def __iter__(self) -> Iterator[bytes]:
        lines: list[bytes] = []
        waiting = 0
        for row in self._rows:
            line = self._line(row)
            lines.append(line)
            waiting += len(line)
            if waiting >= PIECE:
                yield b"".join(lines)
                lines, waiting = [], 0
        if lines:
            yield b"".join(lines)

    def _line(self, row: Mapping[str, Any]) -> bytes:
        text = json.dumps(dict(row), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        line = text.encode() + b"\n"
        self.count += 1
        self._room -= len(line)
        if len(line) > LONGEST_LINE:
            raise _too_much(_("a single text of more than {most} MB, in {table}",
                              most=LONGEST_LINE // 1_000_000, table=self._table))  # fmt: skip
        if self.count > self._most:
            raise _too_much(_("more than {most} rows", most=MOST_ROWS))
        if self._room < 0:
            raise _too_much(_("texts of more than {most} MB", most=MOST_JSON // 1_000_000))
        return line


def _too_much(what: Any) -> UserError:
    return UserError(
        _("The plan does not fit into an archive: it holds {what}.", what=what),
        _("Keep a copy of the whole folder of the plan instead."),
    )


def _size(path: Path | None) -> int:
    with suppress(OSError):
        return path.stat().st_size if path else 0
    return 0


def _is_sound(path: Path, sha256: str) -> bool:
    """Whether the file is the one that was kept, and not too large to be read back."""
    with suppress(OSError):
        if path.is_file() and _size(path) <= LARGEST_ATTACHMENT:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    return False


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece
