"""What a mentor has written on one share: kept while they type, sent as often as they like, and never lost.

What was not sent yet is changed as any text is. What was sent stays: a change or a withdrawal is one more version.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from leaderplan.domain.records import Comment, CommentKind

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Book:
    """The comments of one author, every version of each, and the ids of those that were written into an answer."""

    author: str = ""
    comments: tuple[Comment, ...] = ()
    sent: frozenset[str] = field(default_factory=frozenset)

    def find(self, id: str | None) -> Comment | None:
        """The comment with this id."""
        return next((comment for comment in self.comments if comment.id == id), None)

    @property
    def current(self) -> tuple[Comment, ...]:
        """What stands: the last version of each comment that was not withdrawn, in the order of writing."""
        revised = {comment.revises for comment in self.comments}
        return tuple(c for c in self.comments if c.id not in revised and c.kind is not CommentKind.WITHDRAWN)

    @property
    def unsent(self) -> tuple[Comment, ...]:
        """What no answer holds yet, withdrawals among it; a comment without a word is none."""
        return tuple(comment for comment in self.comments if comment.id not in self.sent and says_something(comment))

    @property
    def to_send(self) -> tuple[Comment, ...]:
        """What the next answer holds: all that was ever said, so that one answer alone is enough."""
        return tuple(comment for comment in self.comments if comment.id in self.sent or says_something(comment))


def says_something(comment: Comment) -> bool:
    """Whether there is anything in it to read."""
    match comment.kind:
        case CommentKind.WITHDRAWN:
            return True
        case CommentKind.RATING:
            return comment.level is not None
        case CommentKind.SUGGESTION:
            return bool(comment.proposed.strip() or comment.text.strip() or comment.quote)
    return bool(comment.text.strip())


def say(book: Book, comment: Comment) -> Book:
    """Add a comment."""
    return replace(book, comments=(*book.comments, replace(comment, author=book.author)))


def change(book: Book, id: str, now: datetime, new_id: NewId, **fields: Any) -> tuple[Book, str]:
    """Give a comment other words; the id under which they stand, which is new where the old ones were sent."""
    comment = book.find(id)
    if comment is None or all(getattr(comment, name) == value for name, value in fields.items()):
        return book, id
    if id not in book.sent:
        altered = replace(comment, written_at=now, **fields)
        return replace(book, comments=tuple(altered if c.id == id else c for c in book.comments)), id
    version = replace(comment, id=new_id(), revises=id, written_at=now, **fields)
    return replace(book, comments=(*book.comments, version)), version.id


def take_back(book: Book, id: str, now: datetime, new_id: NewId) -> Book:
    """Withdraw a comment. What was never sent goes as if it had not been written."""
    comment = book.find(id)
    if comment is None:
        return book
    left = replace(book, comments=tuple(c for c in book.comments if c.id != id or id in book.sent))
    last = comment if id in book.sent else left.find(comment.revises)
    if last is None:
        return left
    withdrawn = Comment(
        id=new_id(), round=last.round, revises=last.id, record=last.record, of_table=last.of_table, field=last.field,
        kind=CommentKind.WITHDRAWN, author=book.author, written_at=now,
    )  # fmt: skip
    return replace(left, comments=(*left.comments, withdrawn))


def put_back(book: Book, before: Book, after: Book) -> Book:
    """Undo one step, from ``before`` to ``after``, in a book in which more may have been written since."""
    came = {comment.id for comment in after.comments} - {comment.id for comment in before.comments}
    left = {comment.id for comment in book.comments} - came
    gone = {c.id: c for c in before.comments if c.id not in {comment.id for comment in after.comments}}
    comments = [comment for comment in book.comments if comment.id in left]
    for place, comment in enumerate(before.comments):
        if comment.id in gone and comment.id not in left:
            comments.insert(min(place, len(comments)), comment)
    return replace(book, comments=tuple(comments))


def forgotten(book: Book, id: str) -> Book:
    """The same without a comment that was begun and never sent; what it was to replace stands again."""
    return replace(book, comments=tuple(c for c in book.comments if c.id != id or id in book.sent))


def without_empty(book: Book) -> Book:
    """The same without what says nothing and was never sent; of what was sent the version before then stands."""
    kept = tuple(comment for comment in book.comments if comment.id in book.sent or says_something(comment))
    return book if len(kept) == len(book.comments) else replace(book, comments=kept)


def named(book: Book, author: str) -> Book:
    """The same by the name under which the mentor answers; once something was sent the name stays as it is.

    Under another name the planner's side would take what was sent for the words of somebody else.
    """
    if book.sent:
        return book
    return replace(book, author=author, comments=tuple(replace(c, author=author) for c in book.comments))


def all_sent(book: Book) -> Book:
    """After an answer was written that holds all of it."""
    return replace(book, sent=frozenset(comment.id for comment in book.to_send))
