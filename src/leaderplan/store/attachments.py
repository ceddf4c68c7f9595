"""Files kept beside the plan, each under the SHA-256 of its bytes and never changed."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO, Final

from leaderplan.domain.fields import Attachment
from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.store.failures import as_sentences
from leaderplan.store.folder import PLAN, make_folder, settle
from leaderplan.store.incoming import PIECE, incoming

LARGEST: Final = 2_000_000_000
"""Bytes of one attachment."""

Progress = Callable[[int, int], None]
"""Told (bytes done, of all); may raise Cancelled."""


class Attachments:
    """The folder ``attachments`` of a plan."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: bytes, name: str) -> Attachment:
        """Keep ``data`` under its digest; ``name`` is what it is called, without any folders. Raises UserError."""
        kept = Attachment(hashlib.sha256(data).hexdigest(), _bare(name), len(data))
        with as_sentences(self._place(kept)):
            if not self._is_here(kept):
                make_folder(self.folder)
                with _part(self.folder) as (part, stream):
                    stream.write(data)
                    self._name(part, stream, kept)
        return kept

    def keep_file(self, path: Path, name: str | None = None, progress: Progress | None = None) -> Attachment:
        """Keep a file of at most :data:`LARGEST` bytes, read piece by piece, under its own name unless one is given.

        Raises UserError for what is no file, is empty or too large, or changes while it is read; what ``progress``
        raises passes, and nothing is kept.
        """
        tell = progress or (lambda _done, _all: None)
        with incoming(path, LARGEST, never=self.folder.parent / PLAN) as source, as_sentences(self.folder):
            make_folder(self.folder)
            with _part(self.folder) as (part, stream):
                digest = _write(stream, source.pieces(), lambda done: tell(done, source.size))
                kept = Attachment(digest, _bare(path.name if name is None else name), source.size)
                if not self._is_here(kept):
                    self._name(part, stream, kept)
        return kept

    def path(self, attachment: Attachment) -> Path | None:
        """Where its bytes lie; None where they are missing."""
        place = self._place(attachment)
        return place if place.is_file() else None

    def read(self, attachment: Attachment) -> bytes:
        """Its bytes; raises UserError where they are missing or other than they were."""
        place = self._place(attachment)
        with as_sentences(place):
            if self.is_sound(attachment):
                return place.read_bytes()
        raise self.lost(attachment)

    def copy_to(self, attachment: Attachment, target: Path, progress: Progress | None = None) -> None:
        """Write its bytes to a file elsewhere, which is there whole or not at all; what was there is replaced.

        Raises UserError where they are missing or other than they were, or where ``target`` cannot be written; what
        ``progress`` raises passes.
        """
        tell = progress or (lambda _done, _all: None)
        place = self._place(attachment)
        if target.resolve().is_relative_to(self.folder.parent.resolve()):
            raise UserError(_("A copy cannot lie in the folder of the plan."), _("Choose another folder."))
        if not place.is_file():
            raise self.lost(attachment)
        with _writable(target), _part(target.parent, 0o666) as (part, stream):
            if _write(stream, _pieces(place), lambda done: tell(done, attachment.size)) != attachment.sha256:
                raise self.lost(attachment)
            stream.close()
            part.replace(target)

    def is_sound(self, attachment: Attachment) -> bool:
        """Whether its bytes are there, and the ones that were kept."""
        place = self._place(attachment)
        if not place.is_file() or place.stat().st_size != attachment.size:
            return False
        found = hashlib.sha256()
        for piece in _pieces(place):
            found.update(piece)
        return found.hexdigest() == attachment.sha256

    def trouble(self, attachment: Attachment) -> Message | None:
        """What is seen to be wrong with it without reading it: it is missing, or of another size."""
        try:
            size = self._place(attachment).stat().st_size
        except OSError:
            return _("The file {name} is missing.", name=attachment.name)
        return None if size == attachment.size else _("The file {name} was changed.", name=attachment.name)

    def _is_here(self, kept: Attachment) -> bool:
        """Whether it need not be written; if so it counts as new, so that nobody collects it before it is used."""
        try:
            os.utime(self._place(kept))
        except FileNotFoundError:
            return False
        return self.is_sound(kept)

    def _name(self, part: Path, stream: BinaryIO, kept: Attachment) -> None:
        stream.flush()
        os.fsync(stream.fileno())
        stream.close()
        part.replace(self._place(kept))
        settle(self.folder)

    def _place(self, attachment: Attachment) -> Path:
        return self.folder / attachment.sha256

    def lost(self, attachment: Attachment) -> UserError:
        """What to say, and to do, where its bytes are missing or other than they were."""
        return UserError(
            _("The file {name} is missing from the plan, or it was changed.", name=attachment.name),
            _("Attach it again, or put it back as {file}.", file=str(self._place(attachment))),
        )


@contextmanager
def _part(folder: Path, mode: int = 0o600) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file, which is gone at the end unless it got another name."""
    part = folder / f".{secrets.token_hex(8)}.part"
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as stream:
        try:
            yield part, stream
        finally:
            with suppress(OSError):  # a full disk takes no last piece either
                stream.close()
            part.unlink(missing_ok=True)


@contextmanager
def _writable(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as reason:
        raise UserError(
            _("{name} cannot be written: {reason}.", name=target.name, reason=reason.strerror or str(reason)),
            _("Choose another folder."),
        ) from reason


def _write(stream: BinaryIO, pieces: Iterable[bytes], progress: Callable[[int], None]) -> str:
    """The SHA-256 of what was written."""
    found, done = hashlib.sha256(), 0
    progress(0)
    for piece in pieces:
        stream.write(piece)
        found.update(piece)
        done += len(piece)
        progress(done)
    return found.hexdigest()


def _bare(name: str) -> str:
    """The last part of a path of either kind of system; nothing where it is only dots."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    return last if last.strip(".") else ""


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while piece := stream.read(PIECE):
            yield piece
