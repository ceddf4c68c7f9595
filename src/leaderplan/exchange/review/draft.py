"""What a mentor has written so far, as it is kept between two sittings."""

from __future__ import annotations

import json
from typing import Any

from leaderplan.domain.messages import _
from leaderplan.domain.review.book import Book
from leaderplan.domain.upgrades import FORMAT
from leaderplan.exchange.jsontext import json_of
from leaderplan.exchange.review import manifest
from leaderplan.exchange.review.answer import plain_comment, said_in
from leaderplan.exchange.review.layout import LARGEST_JSON, VERSION
from leaderplan.exchange.review.manifest import Head
from leaderplan.exchange.zipped import damaged

KIND = "leaderplan-review-draft"


def write(head: Head, book: Book) -> bytes:
    """The book on one review as JSON."""
    plain: dict[str, Any] = {
        "format": KIND,
        "version": VERSION,
        "plan_format": FORMAT,
        "plan": head.plan,
        "round": head.round,
        "share": head.share,
        "author": book.author,
        "comments": [plain_comment(comment) for comment in book.comments],
        "sent": sorted(book.sent),
    }
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def read(data: bytes, head: Head) -> Book:
    """The book that :func:`write` wrote on this review; raises UserError for anything else."""
    plain = json_of(data, "draft", 2 * LARGEST_JSON)
    wanted = {"format": KIND, "plan": head.plan, "round": head.round, "share": head.share}
    if not isinstance(plain, dict) or any(plain.get(name) != value for name, value in wanted.items()):
        raise damaged(_("it holds no comments on this review."))
    manifest.check_age(plain, _("The comments were written with a newer LeaderPlan, {version}."))
    author = manifest.line(plain, "author", empty=True)
    sent = plain.get("sent")
    if not isinstance(sent, list) or not all(isinstance(id, str) for id in sent):
        raise manifest.wrong("sent")
    said = said_in(plain.get("comments"), author, head.round, plain["plan_format"])
    if any(entry.comment is None for entry in said):
        raise manifest.wrong("comments")
    return Book(author, tuple(entry.comment for entry in said if entry.comment), frozenset(sent))
