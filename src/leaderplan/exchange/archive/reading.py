"""An archive read back: whatever it gives was checked against the digests in its manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, BinaryIO, Self
from zipfile import ZIP_STORED

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange.archive import manifest
from leaderplan.exchange.archive.layout import (
    ENTRY_OF,
    LARGEST_MANIFEST,
    LONGEST_LINE,
    MANIFEST,
    MOST_ENTRIES,
    MOST_JSON,
    MOST_ROWS,
    PIECE,
    Progress,
    attachment_entry,
    attachment_of,
)
from leaderplan.exchange.archive.manifest import Manifest, Part
from leaderplan.exchange.archive.rows import key_of, row_of
from leaderplan.exchange.guard import shown
from leaderplan.exchange.zipped import ANOTHER, Zipped, damaged

_TABLE_OF = {entry: table for table, entry in ENTRY_OF.items()}


class Archive:
    """An archive in an open, seekable file; what is in it, and how large, is checked before it can be used.

    Raises UserError for what is no archive, was written by a newer LeaderPlan, is damaged or larger than allowed, and
    OSError where the disk fails. The rows are of the format in its head: whoever takes them brings them up to date.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._zip = Zipped(file, MOST_ENTRIES + 1)
        if MANIFEST not in self._zip.entries:
            raise UserError(
                _("The file is no archive of LeaderPlan, or it is a sealed one."),
                _("Choose a file that LeaderPlan wrote, and open a sealed one with its passphrase."),
            )
        self.manifest: Manifest = manifest.read(self._zip.read(MANIFEST, LARGEST_MANIFEST))
        self._check()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
                 ) -> None:  # fmt: skip
        self.close()

    def close(self) -> None:
        """Let go of the file, which stays open."""
        self._zip.close()

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of a table, none where it has none; ``table`` is one of ``layout.ENTRY_OF``.

        They are known to be sound only when the iterator has ended, so keep nothing of them before: it raises
        UserError at a row that cannot be, and at the end where the whole is not what was written.
        """
        entry = ENTRY_OF[table]
        if entry in self.manifest.parts:
            yield from self._rows(table, entry)

    def attachments(self) -> tuple[tuple[str, int], ...]:
        """(digest, bytes) of each attachment that it holds."""
        return tuple(
            (sha256, part.size) for entry, part in self.manifest.parts.items() if (sha256 := attachment_of(entry))
        )

    def copy_attachment(self, sha256: str, target: BinaryIO, progress: Progress | None = None) -> None:
        """Write the bytes of an attachment; raises UserError at the end where they are not what was written."""
        told = _Told(progress, self.manifest.parts[attachment_entry(sha256)].size)
        for piece in self._pieces(attachment_entry(sha256), told):
            target.write(piece)

    def prove(self, progress: Progress | None = None) -> None:
        """Read everything once and check it; raises UserError where anything is not what was written."""
        told = _Told(progress, self.manifest.size)
        for entry in self.manifest.parts:
            what: Iterator[Any] = self._pieces(entry, told)
            if entry in _TABLE_OF:
                what = self._rows(_TABLE_OF[entry], entry, told)
            for _each in what:
                pass

    def _check(self) -> None:
        """The entries are those of the manifest, of the sizes that it names, and within the limits."""
        parts, entries = self.manifest.parts, self._zip.entries
        for name in (entries.keys() - {MANIFEST}) ^ parts.keys():
            raise damaged(_("{name} is missing, or not meant to be there.", name=shown(name)))
        for name, part in parts.items():
            if entries[name].file_size != part.size:
                raise damaged(_("{name} has two sizes.", name=shown(name)))
            _check_kind(name, part, entries[name].compress_type)
        tables = [parts[entry] for entry in _TABLE_OF if entry in parts]
        if sum(part.size for part in tables) > MOST_JSON or sum(part.rows or 0 for part in tables) > MOST_ROWS:
            raise UserError(
                _("The archive holds more than {rows} rows, or more than {most} MB of texts.",
                  rows=MOST_ROWS, most=MOST_JSON // 1_000_000), ANOTHER,
            )  # fmt: skip

    def _rows(self, table: str, entry: str, told: _Told | None = None) -> Iterator[dict[str, Any]]:
        known: set[object] = set()
        number = 0
        for number, line in enumerate(_lines(self._pieces(entry, told), entry), 1):
            row = row_of(line, table, entry, number)
            key = key_of(table, row)
            if key in known:
                raise damaged(_("line {number} of {entry} is there twice.", number=number, entry=entry))
            known.add(key)
            yield row
        if number != self.manifest.parts[entry].rows:
            raise damaged(_("{entry} has lost lines, or has too many.", entry=entry))

    def _pieces(self, entry: str, told: _Told | None = None) -> Iterator[bytes]:
        """The bytes of an entry; their digest is checked after the last."""
        part, digest, size = self.manifest.parts[entry], hashlib.sha256(), 0
        with self._zip.open(entry) as packed:
            while piece := packed.read(PIECE):
                digest.update(piece)
                size += len(piece)
                if told:
                    told(len(piece))
                yield piece
        if (size, digest.hexdigest()) != (part.size, part.sha256):
            raise damaged(_("{entry} is not what was written.", entry=entry))


def _check_kind(name: str, part: Part, how: int) -> None:
    """It is a table with its rows, or the stored bytes of an attachment under their digest."""
    if name in _TABLE_OF:
        sound = part.rows is not None
    else:
        sound = attachment_of(name) == part.sha256 and part.rows is None and how == ZIP_STORED
    if not sound:
        raise damaged(_("{name} is nothing that an archive holds.", name=shown(name)))


def _lines(pieces: Iterator[bytes], entry: str) -> Iterator[bytes]:
    """Lines without their ends, of which the last has one too."""
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        for line in (*lines, rest):
            if len(line) >= LONGEST_LINE:
                raise UserError(
                    _("A line of {entry} is longer than {most} MB.", entry=entry, most=LONGEST_LINE // 1_000_000),
                    ANOTHER,
                )
        yield from lines
    if rest:
        raise damaged(_("{entry} is cut off.", entry=entry))


class _Told:
    """Adds up what is done."""

    def __init__(self, progress: Progress | None, of_all: int) -> None:
        self._progress: Callable[[int, int], None] | None = progress
        self._of_all = of_all
        self._done = 0

    def __call__(self, more: int) -> None:
        self._done += more
        if self._progress:
            self._progress(self._done, self._of_all)
