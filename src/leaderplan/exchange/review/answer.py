"""An answer: what a mentor says of one share, as JSON in a file or as text in a mail."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.cleaning import clean
from leaderplan.domain.fields import specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plain import WrongValue, from_plain, moment_text, to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, Profile, Round
from leaderplan.domain.review.merging import PLANNERS, Answer, Said
from leaderplan.domain.upgrades import FORMAT, upgraded
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown
from leaderplan.exchange.review import armour, manifest
from leaderplan.exchange.review.layout import ANSWER_KIND, LARGEST_JSON, MOST_COMMENTS, VERSION
from leaderplan.exchange.review.manifest import Head
from leaderplan.exchange.review.proof import PROOF, is_proven, proof

OF_FILE = frozenset({*PLANNERS, "round", "author"})
"""The fields of a comment that stand once for the whole answer, or are the planner's: no entry has them."""

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
FIELDS = tuple(name for name in specs(Comment) if name not in OF_FILE)
"""The fields that an entry may have, besides its id, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who answers, as they state it, and with what they wrote it."""

    name: str
    program: str


def write(head: Head, comments: Iterable[Comment], author: Author, at: datetime) -> bytes:
    """The answer to a share, proved by its key; the comments are all that its author ever said of it.

    Raises UserError beyond a limit.
    """
    said = [plain_comment(comment) for comment in comments]
    plain: dict[str, Any] = {
        "format": ANSWER_KIND,
        "version": VERSION,
        "plan_format": FORMAT,
        "plan": head.plan,
        "round": head.round,
        "share": head.share,
        "author": author.name,
        "written_at": moment_text(at),
        "written_by": author.program,
        "comments": said,
    }
    plain[PROOF] = proof(plain, head.key)
    data = json.dumps(plain, ensure_ascii=False, indent=1).encode()
    if len(said) > MOST_COMMENTS or len(data) > LARGEST_JSON:
        raise UserError(
            _("An answer holds at most {comments} comments and {most} MB.",
              comments=MOST_COMMENTS, most=LARGEST_JSON // 1_000_000),
            _("Say less, or take the longest comments out."),
        )  # fmt: skip
    return data


def plain_comment(comment: Comment) -> dict[str, Any]:
    """A comment as one entry of an answer."""
    plain = to_plain(comment)
    return {"id": comment.id} | {name: plain[name] for name in FIELDS if plain[name] is not None}


def read(data: bytes, name: str, plan: Plan) -> Answer:
    """The answer in a file, or in a text that holds one; its proof is tried with the key that ``plan`` has.

    Raises UserError for what is no answer, is larger than allowed, was written by a newer LeaderPlan, or answers a
    review of another plan. What is wrong with one comment is said of that comment.
    """
    plain = armour.json_in(data, name)
    if not isinstance(plain, dict) or plain.get("format") != ANSWER_KIND:
        raise _no_answer(name)
    manifest.check_age(plain, _("The answer was written by a newer LeaderPlan, {version}."))
    entries = plain.get("comments")
    if isinstance(entries, list) and len(entries) > MOST_COMMENTS:
        raise UserError(
            _("{name} holds more than {most} comments.", name=shown(name), most=MOST_COMMENTS),
            _("Ask for it in parts."),
        )
    whose = manifest.line(plain, "plan")
    if plan.get(Profile, whose) is None:
        raise UserError(
            _("{name} answers a review of another plan.", name=shown(name)),
            _("Open the plan that was sent, then open the answer again."),
        )
    author = manifest.line(plain, "author")
    round = manifest.line(plain, "round")
    sent = plan.get(Round, round)
    return Answer(
        plan=whose,
        round=round,
        share=manifest.line(plain, "share"),
        author=author,
        written_at=manifest.moment(plain, "written_at"),
        said=said_in(entries, author, round, plain["plan_format"]),
        proven=is_proven(plain, sent.key) if sent else None,
    )


def said_in(entries: Any, author: str, round: str, written: int = FORMAT) -> tuple[Said, ...]:
    """The comments of a list of plain objects of format ``written``; raises UserError for what is no list."""
    if not isinstance(entries, list):
        raise manifest.wrong("comments")
    return tuple(_said(number, entry, author, round, written) for number, entry in enumerate(entries, 1))


def _said(number: int, entry: Any, author: str, round: str, written: int) -> Said:
    """One entry as a comment, or what is wrong with it."""
    if not isinstance(entry, dict):
        return Said(number, None, _("it is not an object."))
    id = entry.get("id")
    if not isinstance(id, str) or not _ID.fullmatch(id):
        return Said(number, None, _("it has no id."))
    [plain] = upgraded({Comment.table: [entry]}, written)[Comment.table]
    texts = {name: _cleaned(plain[name]) for name in FIELDS if plain.get(name) is not None}
    try:
        comment = from_plain(Comment, {**texts, "id": id, "round": round, "author": author})
    except WrongValue as wanted:
        return Said(number, None, _("a value in it is not {wanted}.", wanted=str(wanted)))
    trouble = _trouble(comment)
    return Said(number, None if trouble else comment, trouble)


def _trouble(comment: Comment) -> Message | None:
    if comment.kind is None:
        return _("it does not say what kind of comment it is.")
    if comment.written_at is None:
        return _("it does not say when it was written.")
    if any(len(getattr(comment, name)) > LONGEST_TEXT for name in FIELDS if isinstance(getattr(comment, name), str)):
        return _("a text in it is longer than {most} characters.", most=LONGEST_TEXT)
    if comment.id in (comment.revises, comment.parent):
        return _("it answers itself, or stands in its own place.")
    return None


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _no_answer(name: str) -> UserError:
    return UserError(
        _("{name} is no answer to a review.", name=shown(name)),
        _("Choose the file that your mentor sent back, or paste the text of their mail."),
    )
