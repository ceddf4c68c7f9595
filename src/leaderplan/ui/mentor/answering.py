"""Review files as the mentor's window calls them; the composition root says what stands behind it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # what reads files is slow to import, and the window paints before it is needed
    from leaderplan.domain.review.book import Book
    from leaderplan.exchange.review.manifest import Head
    from leaderplan.exchange.review.package import Review


class Envelope(Protocol):
    """A review file that was read and not opened yet."""

    @property
    def locked(self) -> bytes | None:
        """Its key under a passphrase; None where it is not sealed."""


class Answering(Protocol):
    """All but :meth:`now` may raise UserError. A ``key`` is what :meth:`unlock` gave, None of an unsealed review."""

    def take_up(self, file: Path) -> Envelope:
        """Read a file; slow."""

    def unlock(self, envelope: Any, typed: str) -> Any:
        """The key that lies under a passphrase; slow."""

    def open(self, envelope: Any, key: Any) -> Review:
        """What is in it; slow."""

    def load(self, head: Head, key: Any) -> tuple[Book | None, Path | None]:
        """What was written on it before; and where a file was set aside that could not be read."""

    def keep(self, head: Head, book: Book, key: Any) -> None:
        """Write down what was written, whole or not at all."""

    def answer(self, head: Head, book: Book, target: Path, key: Any) -> None:
        """Write the answer into a file, sealed where the review was."""

    def mail(self, head: Head, book: Book) -> str:
        """The answer as text for a mail."""

    def now(self) -> datetime:
        """The moment."""
