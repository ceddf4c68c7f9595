"""A mentor who is sent a plan and answers, by the real files."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Comment, CommentKind, Record, Round
from leaderplan.domain.review import anchor, book, sending
from leaderplan.domain.review.book import Book
from leaderplan.exchange.review import answer
from leaderplan.exchange.review.answer import Author
from leaderplan.exchange.review.package import Review
from leaderplan.store import Workspace
from leaderplan.ui.desk import Desk
from leaderplan.upkeep import reviews
from leaderplan.upkeep.reviews import Stamp

TODAY = date(2026, 3, 12)
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


class Mentor:
    """Has the file of one round, and writes on it."""

    def __init__(
        self, desk: Desk, folder: Path, name: str = "Nadia Khan", message: str = "", sent: date = TODAY
    ) -> None:
        self._workspace: Workspace = desk.workspace
        plan = desk.plan
        wish = sending.Wish(sending.everything(plan), sending.mentor_named(plan, name), message)
        stamp = Stamp(NOON, sent, ENGLISH)
        made = reviews.send(desk.workspace, wish, folder / f"{new_id()}.leaderplan-review", None, stamp)
        self.name, self.review, self.folder = name, made.review, folder
        self.book: Book = book.named(Book(), name)

    @property
    def round(self) -> str:
        """The id of the round."""
        return self.review.head.round

    def says(self, kind: CommentKind, about: str | None = None, field: str = "", quote: str = "", **more: Any) -> str:
        """Say something of a record, a field or some words; its id."""
        record = self.review.plan.find(about)
        prefix = suffix = ""
        if record is not None and quote:
            text = anchor.text_of(record, field)
            start = text.index(quote)
            quote, prefix, suffix = anchor.around(text, start, start + len(quote))
        at = NOON + timedelta(minutes=len(self.book.comments))
        comment = Comment(
            id=new_id(), round=self.round, record=about, of_table=record.table if record else "", field=field,
            quote=quote, prefix=prefix, suffix=suffix, kind=kind, written_at=at, **more,
        )  # fmt: skip
        self.book = book.say(self.book, comment)
        return comment.id

    def sent_all(self) -> None:
        """What was said so far is in an answer."""
        self.book = book.all_sent(self.book)

    def edits(self, id: str, **fields: Any) -> str:
        """Say it in another way, after it was sent; the id of the new version."""
        self.sent_all()
        self.book, new = book.change(self.book, id, NOON + timedelta(days=1), new_id, **fields)
        return new

    def takes_back(self, id: str) -> None:
        """Withdraw it, after it was sent."""
        self.sent_all()
        self.book = book.take_back(self.book, id, NOON + timedelta(days=1), new_id)

    def answer(self, review: Review | None = None) -> bytes:
        """The answer file."""
        head = (review or self.review).head
        return answer.write(head, self.book.to_send, Author(self.name, "0.1.0"), NOON)

    def writes(self, name: str = "nadia.leaderplan-answer") -> Path:
        """The answer as a file."""
        path = self.folder / name
        path.write_bytes(self.answer())
        return path

    def comes(self, today: date = TODAY) -> None:
        """Send the answer, and let it be taken in."""
        offer = reviews.offered(self._workspace, self.answer(), "nadia.leaderplan-answer", today)
        reviews.take_in(self._workspace, offer, today, ENGLISH.say)

    def is_unknown_here(self, desk: Desk) -> None:
        """Let the round be one of which the plan does not know the mentor."""
        round = desk.plan.get(Round, self.round)
        assert round is not None
        self._workspace.commit(edit_of(desk, replace(round, mentor=None)))


def edit_of(desk: Desk, record: Record) -> Any:
    """The edit that makes the plan hold a record as it is."""
    return edits.put(desk.plan, record)
