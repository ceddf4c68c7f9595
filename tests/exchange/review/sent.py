"""A small review that was sent, and an answer to it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from leaderplan.domain.fields import Attachment
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind, Evidence
from leaderplan.domain.review.sending import everything, selected
from leaderplan.exchange.review import answer, package
from leaderplan.exchange.review.answer import Author
from leaderplan.exchange.review.manifest import Head
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.review.proof import proof
from tests.domain.review.plans import NOW, ROUND, plan, said

LETTER = b"Thanks"
FILE = Attachment("bb47b8ff5f623996f8f46b80933095a90e29a5bb4442ac09498c9e9e8fc1cbf4", "letter.txt", len(LETTER))
HEAD = Head(
    plan="me", round="round", share="share", key="00" * 32, title="Nadia Khan, round 1", sender="Rhian Holt",
    mentor="Nadia Khan", message="Where would a panel\nstop believing me?", language="en-GB", written_at=NOW,
    written_by="0.1.0",
)  # fmt: skip
PAPER = Evidence(id="paper", title="A letter", supports=("story",), attachment=FILE)
HELD = plan(PAPER)
GOES = selected(HELD, replace(everything(HELD), files=frozenset({"paper"})), None).plan
PLANNERS = plan(replace(ROUND, scope=tuple(sorted(record.id for record in GOES))))
"""The planner's plan, which knows the round."""


def packed(part: Plan = GOES, head: Head = HEAD, read: Callable[[Attachment], bytes] = lambda _file: LETTER) -> bytes:
    """A review file."""
    return package.write(head, part, read)


def read_back(data: bytes) -> Review:
    """What is in one."""
    return package.read(io.BytesIO(data))


def uid(number: int) -> str:
    """An id that an answer may have."""
    return str(UUID(int=number))


def remark(number: int = 1, text: str = "Who is we?", **fields: Any) -> Comment:
    """What Nadia says, as it comes out of an answer."""
    return said(uid(number), text, **({"fate": None} | fields))


WITHDRAWN = remark(3, "", kind=CommentKind.WITHDRAWN, revises=uid(1))


def answered(*comments: Comment, author: str = "Nadia Khan") -> bytes:
    """An answer that was made from the review."""
    return answer.write(HEAD, comments, Author(author, "0.1.0"), NOW)


def altered(data: bytes, sign: bool = True, **values: Any) -> bytes:
    """An answer in which some values are others, signed again with the key of the share."""
    plain = json.loads(data) | values
    plain = {name: value for name, value in plain.items() if value is not ...}
    return json.dumps(plain | {"proof": proof(plain, HEAD.key)} if sign else plain).encode()
