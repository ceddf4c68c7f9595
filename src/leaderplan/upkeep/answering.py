"""Reviews on the mentor's side: opens the file, keeps what was written on it, and writes the answer."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from leaderplan import __version__
from leaderplan.domain.messages import _
from leaderplan.domain.review.book import Book
from leaderplan.errors import UserError
from leaderplan.exchange import sealed
from leaderplan.exchange.archive.layout import MANIFEST
from leaderplan.exchange.guard import read_file
from leaderplan.exchange.review import answer, armour, draft, package
from leaderplan.exchange.review.layout import LARGEST_JSON, LARGEST_PACKED, MOST_ENTRIES
from leaderplan.exchange.review.manifest import Head
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.sealed import Key
from leaderplan.exchange.zipped import Zipped
from leaderplan.store.failures import as_sentences_about
from leaderplan.upkeep.writing import named, write_through

_SEAL = 1_000_000
"""Bytes that sealing may add to a review file."""
_LARGEST_DRAFT = 2 * LARGEST_JSON + _SEAL


@dataclass(frozen=True, slots=True)
class Envelope:
    """The bytes of a review file; ``locked`` is its key under a passphrase, None where it is not sealed."""

    data: bytes
    locked: bytes | None


def taken_up(file: Path) -> Envelope:
    """The bytes of a review file, read once; raises UserError for what is none."""
    with as_sentences_about(file):
        size = file.stat().st_size
    if size > LARGEST_PACKED + _SEAL:
        raise UserError(
            _("The file is larger than {most} MB.", most=LARGEST_PACKED // 1_000_000), _("Ask for a smaller one.")
        )
    data = read_file(file, LARGEST_PACKED + _SEAL)
    if not data.startswith(b"PK\x03\x04"):
        raise _foreign()
    try:
        with Zipped(io.BytesIO(data), MOST_ENTRIES + 1) as found:
            names = found.entries.keys()
    except UserError:
        raise UserError(
            _("The file was changed or cut off on its way."), _("Ask for it again: it was left as it is.")
        ) from None
    if MANIFEST not in names and sealed.KEY not in names:
        raise _foreign()
    return Envelope(data, sealed.sealed_key(io.BytesIO(data)))


def opened(envelope: Envelope, key: Key | None) -> Review:
    """The review in a file, opened with the key that its passphrase gave; raises UserError where it cannot be read."""
    if key is None:
        return package.read(io.BytesIO(envelope.data))
    out = io.BytesIO()
    sealed.open_sealed(io.BytesIO(envelope.data), out, key)
    return package.read(out)


def _foreign() -> UserError:
    return UserError(_("The file is no review file of LeaderPlan."), _("Choose the file that you were sent."))


class Drafts:
    """What was written and not returned yet, one file for each review, readable for nobody else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self, head: Head, key: Key | None) -> Path:
        """The file of one review; under another passphrase it is another, which nothing else could read."""
        name = hashlib.sha256(json.dumps(head.identity).encode()).hexdigest()
        mark = f"-{hashlib.sha256(key.identity.encode()).hexdigest()[:8]}" if key else ""
        return self._folder / f"{name}{mark}.json"

    def load(self, head: Head, key: Key | None) -> tuple[Book | None, Path | None]:
        """What was written on a review, None where nothing was; and where a file lies that could not be read.

        Such a file is set aside, so that what is written next does not take its place. Raises UserError where it
        cannot be.
        """
        file = self.place(head, key)
        if not file.exists():
            return None, None
        try:
            return draft.read(_unsealed(read_file(file, _LARGEST_DRAFT), key), head), None
        except UserError:
            return None, _set_aside(file)

    def keep(self, head: Head, book: Book, key: Key | None) -> None:
        """Write it, whole or not at all; raises UserError where it cannot be."""
        file = self.place(head, key)
        data = draft.write(head, book)
        with as_sentences_about(file):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with named(file) as part:
            write_through(part, sealed.seal_bytes(data, key) if key else data, 0o600)


def _unsealed(data: bytes, key: Key | None) -> bytes:
    if key is None:
        return data
    found = sealed.open_bytes(data, [key.identity])
    if found is None:
        raise UserError(_("It is sealed with another key."), _("Open the file with which it was written."))
    return found


def _set_aside(file: Path) -> Path:
    for number in range(1, 1000):
        aside = file.with_name(f"{file.stem}.unreadable-{number}{file.suffix}")
        if not aside.exists():
            with as_sentences_about(file):
                file.rename(aside)
            return aside
    raise UserError(
        _("What you wrote before cannot be read, nor set aside."), _("Look into {folder}.", folder=str(file.parent))
    )


def answer_of(head: Head, book: Book, at: datetime, key: Key | None) -> bytes:
    """The bytes of the answer that holds all that was ever said, sealed as the review was; raises UserError."""
    data = answer.write(head, book.to_send, answer.Author(book.author, __version__), at)
    return sealed.seal_bytes(data, key) if key else data


def write_answer(target: Path, data: bytes) -> None:
    """Write an answer, whole or not at all; raises UserError where it cannot be."""
    with named(target) as part:
        write_through(part, data)


def as_mail(head: Head, book: Book, at: datetime) -> str:
    """The answer as text for a mail, which whoever reads the mail can read."""
    return armour.armoured(answer_of(head, book, at, None))
