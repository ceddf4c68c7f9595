"""Files kept beside the plan, each under the SHA-256 of its bytes and never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from leaderplan.domain.fields import Attachment
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.store.failures import as_sentences
from leaderplan.store.folder import made, write

_PIECE = 1 << 20


class Attachments:
    """The folder ``attachments`` of a plan."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: bytes, name: str) -> Attachment:
        """Keep ``data`` under its digest; ``name`` is what it is called, without any folders. Raises UserError."""
        kept = Attachment(hashlib.sha256(data).hexdigest(), _bare(name), len(data))
        target = self._place(kept)
        with as_sentences(target):
            if not self.is_sound(kept):
                made(self.folder)
                write(target, data)
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
        raise UserError(
            _("The file {name} is missing from the plan, or it was changed.", name=attachment.name),
            _("Attach it again, or put it back as {file}.", file=str(place)),
        )

    def is_sound(self, attachment: Attachment) -> bool:
        """Whether its bytes are there, and the ones that were kept."""
        place = self._place(attachment)
        if not place.is_file() or place.stat().st_size != attachment.size:
            return False
        found = hashlib.sha256()
        for piece in _pieces(place):
            found.update(piece)
        return found.hexdigest() == attachment.sha256

    def _place(self, attachment: Attachment) -> Path:
        return self.folder / attachment.sha256


def _bare(name: str) -> str:
    """The last part of a path of either kind of system; nothing where it is only dots."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    return last if last.strip(".") else ""


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece
