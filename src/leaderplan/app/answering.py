"""Review files of others, as the mentor's window calls them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from leaderplan import assets
from leaderplan.places import reviews_folder
from leaderplan.store.steps import now

if TYPE_CHECKING:
    from leaderplan.domain.review.book import Book
    from leaderplan.exchange.review.manifest import Head
    from leaderplan.exchange.review.package import Review
    from leaderplan.exchange.sealed import Key
    from leaderplan.upkeep.answering import Drafts, Envelope


class Answering:
    """As ``ui/mentor/answering.py`` describes it."""

    def take_up(self, file: Path) -> Envelope:
        """Read a file."""
        from leaderplan.upkeep import answering

        return answering.taken_up(file)

    def unlock(self, envelope: Envelope, typed: str) -> Key:
        """The key under a passphrase, tried in a process of its own: it takes seconds, in which no thread would run."""
        from leaderplan.exchange import passphrase, sealed
        from leaderplan.upkeep.apart import apart

        words = passphrase.normal(typed, passphrase.words(assets.read_bytes))
        return apart(sealed.unlock, envelope.locked, words)

    def open(self, envelope: Envelope, key: Key | None) -> Review:
        """What is in it."""
        from leaderplan.upkeep import answering

        return answering.opened(envelope, key)

    def load(self, head: Head, key: Key | None) -> tuple[Book | None, Path | None]:
        """What was written on it before; and where a file was set aside that could not be read."""
        return self._drafts().load(head, key)

    def keep(self, head: Head, book: Book, key: Key | None) -> None:
        """Write down what was written."""
        self._drafts().keep(head, book, key)

    def answer(self, head: Head, book: Book, target: Path, key: Key | None) -> None:
        """Write the answer into a file, sealed where the review was."""
        from leaderplan.upkeep import answering

        answering.write_answer(target, answering.answer_of(head, book, now(), key))

    def mail(self, head: Head, book: Book) -> str:
        """The answer as text for a mail."""
        from leaderplan.upkeep import answering

        return answering.as_mail(head, book, now())

    def now(self) -> datetime:
        """The moment."""
        return now()

    def _drafts(self) -> Drafts:
        from leaderplan.upkeep.answering import Drafts

        return Drafts(reviews_folder())
