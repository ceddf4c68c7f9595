"""What a mentor writes on one review: changed here, told to whoever shows it, and kept within two seconds."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from leaderplan.domain.ids import new_id
from leaderplan.domain.language import Language
from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review import book as books
from leaderplan.domain.review.book import Book
from leaderplan.errors import UserError
from leaderplan.ui.mentor.answering import Answering

if TYPE_CHECKING:
    from leaderplan.domain.plan import Plan
    from leaderplan.exchange.review.manifest import Head
    from leaderplan.exchange.review.package import Review

_PAUSE: Final = 800
"""Milliseconds from the first key that was not kept yet; the disk is given the rest of two seconds."""


class Sitting(QObject):
    """One review that is open, with the book of its mentor."""

    changed = Signal(object)
    """Something else was written; the argument is who told it, None where everybody has to look."""
    kept = Signal()
    """What is written is on the disk."""
    failed = Signal(object)
    """A UserError: what was written could not be kept. Told once, until it works again."""

    def __init__(
        self,
        review: Review,
        book: Book | None,
        key: object,
        answering: Answering,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.review, self.key, self.language = review, key, language
        self._answering = answering
        self._book = self._on_disk = book or Book(review.head.mentor)
        self._step: tuple[Book, Book] | None = None
        self._failing = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.keep)

    @property
    def book(self) -> Book:
        """What was written."""
        return self._book

    @property
    def head(self) -> Head:
        """Of the review."""
        return self.review.head

    @property
    def plan(self) -> Plan:
        """The part of the plan that was sent; it never changes."""
        return self.review.plan

    @property
    def sealed(self) -> bool:
        """Whether the review came under a passphrase."""
        return self.key is not None

    @property
    def failing(self) -> bool:
        """Whether what was written last could not be kept."""
        return self._failing

    def on(self, record: str | None) -> list[Comment]:
        """What stands on a record, or on the plan as a whole."""
        return [comment for comment in self._book.current if comment.record == record]

    def add(self, kind: CommentKind, by: object = None, **fields: Any) -> str:
        """Begin a comment; its id."""
        comment = Comment(id=new_id(), round=self.head.round, kind=kind, written_at=self._now(), **fields)
        self._take(books.say(self._book, comment), by)
        return comment.id

    def change(self, id: str, by: object = None, **fields: Any) -> str:
        """Give a comment other words; the id under which it stands from now on."""
        book, now_called = books.change(self._book, id, self._now(), new_id, **fields)
        self._take(book, by)
        return now_called

    def remove(self, id: str, by: object = None) -> None:
        """Take a comment back; :meth:`undo` brings it again."""
        before = self._book
        after = books.take_back(before, id, self._now(), new_id)
        self._step = (before, after)
        self._take(after, by)

    def forget(self, id: str) -> None:
        """Drop what was begun and never said; there is nothing to undo."""
        self._take(books.forgotten(self._book, id), None)

    def drop_empty(self) -> None:
        """Forget what was begun and says nothing."""
        self._take(books.without_empty(self._book), self)

    def undo(self) -> bool:
        """Bring back what was removed last; whether there was anything."""
        if self._step is None:
            return False
        before, after = self._step
        self._step = None
        self._take(books.put_back(self._book, before, after), None)
        return True

    def name(self, author: str, by: object = None) -> None:
        """Answer under this name, as long as nothing was returned."""
        self._take(books.named(self._book, author), by)

    def returned(self) -> None:
        """All of it is in an answer now."""
        self._step = None
        self._take(books.all_sent(self._book), None)
        self.keep()

    def keep(self) -> bool:
        """Write it down now; whether it is."""
        self._soon.stop()
        if self._book == self._on_disk:
            return True
        try:
            self._answering.keep(self.head, self._book, self.key)
        except UserError as error:
            if not self._failing:
                self._failing = True
                self.failed.emit(error)
            return False
        self._on_disk, self._failing = self._book, False
        self.kept.emit()
        return True

    def _take(self, book: Book, by: object) -> None:
        if book == self._book:
            return
        self._book = book
        if not self._soon.isActive():
            self._soon.start()
        self.changed.emit(by)

    def _now(self) -> datetime:
        return self._answering.now()
