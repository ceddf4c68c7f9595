"""An archive sealed with a passphrase, which any program for age opens (https://age-encryption.org/v1).

A passphrase costs two seconds, and pyrage takes only what fits into memory under one. So a sealed file is a ZIP file
of two entries: a fresh key of age (X25519) under the passphrase, and the archive under that key, which takes a
file of any size piece by piece. Whoever keeps a :class:`Key` seals again without asking for the passphrase.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

import pyrage

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange.archive.layout import MANIFEST, MOST_ENTRIES, Progress
from leaderplan.exchange.passphrase import demand_strong, trimmed
from leaderplan.exchange.zipped import Zipped, damaged, new_entry

KEY, CONTENT = "key.age", "archive.age"
MOST_WORK = 21
"""Logarithm of scrypt's cost that a file may demand: 2 GB of memory, as the fastest machines write it."""

_LARGEST_KEY = 10_000
_PARTS = frozenset({KEY, CONTENT})
# The header of a file under a passphrase has one recipient, and nothing else.
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n"
)
_AGE = b"age-encryption.org/v1\n"
_IDENTITY = re.compile(r"^AGE-SECRET-KEY-1[0-9A-Z]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Key:
    """``identity`` opens and seals archives and is a secret; ``sealed`` is the same under the passphrase (key.age)."""

    identity: str = field(repr=False)
    sealed: bytes = field(repr=False)


def new_key(passphrase: str) -> Key:
    """A fresh key; raises UserError for a weak passphrase. Takes 2 to 3 s, in which no other thread runs."""
    demand_strong(passphrase)
    identity = str(pyrage.x25519.Identity.generate())
    return Key(identity, pyrage.passphrase.encrypt(identity.encode() + b"\n", trimmed(passphrase)))


def unlock(sealed: bytes, passphrase: str) -> Key:
    """The key that lies under a passphrase. Takes 2 to 3 s, in which no other thread runs.

    Raises UserError for another passphrase, and for what is no such key or would cost too much to try.
    """
    _check_work(sealed)
    try:
        text = pyrage.passphrase.decrypt(sealed, trimmed(passphrase))
    except (pyrage.DecryptError, OSError):
        raise UserError(
            _("The passphrase does not open this file."),
            _("Type it again, every word of it. If it is right, the file is damaged: take another copy of it."),
        ) from None
    found = _IDENTITY.search(text.decode("ascii", "replace"))
    try:
        return Key(str(pyrage.x25519.Identity.from_str(found[0] if found else "")), sealed)
    except pyrage.IdentityError:
        raise damaged(_("there is no key under its passphrase.")) from None


def _check_work(sealed: bytes) -> None:
    """What a try costs stands in the file, and is read before pyrage spends it."""
    header = _HEADER.match(sealed) if len(sealed) <= _LARGEST_KEY else None
    if header is None:
        raise damaged(_("its key is not one under a passphrase."))
    if int(header[1]) > MOST_WORK:
        raise UserError(
            _("The file demands more work to try a passphrase than LeaderPlan spends."),
            _("Choose a file that LeaderPlan wrote."),
        )


def seal(source: BinaryIO, target: BinaryIO, key: Key, progress: Progress | None = None) -> None:
    """Write what is left of ``source``, an archive, sealed into ``target``, an empty file.

    Raises OSError where a disk fails, and UserError for a key that is none.
    ``progress`` is told the bytes that were read, of those that there are.
    """
    recipient = _identity(key).to_public()
    start = source.tell()
    size = source.seek(0, io.SEEK_END) - start
    source.seek(start)
    with ZipFile(target, "w") as sealing:
        sealing.writestr(new_entry(KEY), key.sealed)
        with sealing.open(new_entry(CONTENT), "w", force_zip64=True) as packed:
            ends = _Reading(source.read, size, progress), _Writing(packed.write)
            with _own_failures(*ends):
                pyrage.encrypt_io(*ends, [recipient])


def sealed_key(file: BinaryIO) -> bytes | None:
    """The key of a sealed file, still under its passphrase; None for an archive that is not sealed.

    Raises UserError for what is neither.
    """
    with Zipped(file, MOST_ENTRIES + 1) as found:
        if MANIFEST in found.entries:
            return None
        _check_sealed(found)
        return found.read(KEY, _LARGEST_KEY)


def open_sealed(file: BinaryIO, target: BinaryIO, key: Key, progress: Progress | None = None) -> None:
    """Write the archive in a sealed file to ``target``.

    Raises UserError for what was changed or cut off, which may show only at the end, and OSError where a disk fails.
    """
    identity = _identity(key)
    with Zipped(file, MOST_ENTRIES + 1) as found:
        _check_sealed(found)
        with found.open(CONTENT) as packed:
            ends = _Reading(packed.read, found.entries[CONTENT].file_size, progress), _Writing(target.write)
            try:
                with _own_failures(*ends):
                    pyrage.decrypt_io(*ends, [identity])
            except (pyrage.DecryptError, OSError) as error:
                if error in (ends[0].failure, ends[1].failure):
                    raise
                raise damaged(_("it was changed or cut off, or it is sealed with another key.")) from None


def seal_bytes(data: bytes, key: Key) -> bytes:
    """A small thing, such as an answer, as a file of age that the key's identity opens."""
    return bytes(pyrage.encrypt(data, [_identity(key).to_public()]))


def is_sealed_bytes(data: bytes) -> bool:
    """Whether these are the bytes of a file of age."""
    return data.startswith(_AGE)


def open_bytes(data: bytes, identities: Sequence[str]) -> bytes | None:
    """What :func:`seal_bytes` sealed for one of these identities; None where none of them opens it."""
    known = [pyrage.x25519.Identity.from_str(each) for each in identities if _IDENTITY.fullmatch(each)]
    try:
        return bytes(pyrage.decrypt(data, known)) if known else None
    except (pyrage.DecryptError, OSError):
        return None


def _identity(key: Key) -> pyrage.x25519.Identity:
    """The secret of a key, which may have been kept in a file since."""
    try:
        return pyrage.x25519.Identity.from_str(key.identity)
    except pyrage.IdentityError:
        raise UserError(
            _("The key that was kept for sealing archives is damaged."), _("Enter the passphrase again.")
        ) from None


def _check_sealed(found: Zipped) -> None:
    if found.entries.keys() != _PARTS or any(part.compress_type != ZIP_STORED for part in found.entries.values()):
        raise UserError(_("The file is no archive of LeaderPlan."), _("Choose a file that LeaderPlan wrote."))


class _Reading:
    """What pyrage reads from. It turns some errors of a file into errors of its own, so that they are remembered."""

    def __init__(self, read: Callable[[int], bytes], size: int, progress: Progress | None) -> None:
        self.failure: BaseException | None = None
        self._read = read
        self._size = size
        self._progress = progress
        self._done = 0

    def read(self, most: int) -> bytes:
        try:
            data = self._read(most)
            self._done += len(data)
            if self._progress:
                self._progress(self._done, self._size)
        except BaseException as failure:
            self.failure = failure
            raise
        return data


class _Writing:
    """What pyrage writes to."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self.failure: BaseException | None = None
        self._write = write

    def write(self, data: bytes) -> int:
        try:
            self._write(data)
        except BaseException as failure:
            self.failure = failure
            raise
        return len(data)


@contextmanager
def _own_failures(reading: _Reading, writing: _Writing) -> Iterator[None]:
    """Raise what a file raised rather than what pyrage made of it."""
    try:
        yield
    except Exception as error:
        raise reading.failure or writing.failure or error from None
