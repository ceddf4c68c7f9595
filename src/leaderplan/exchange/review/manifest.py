"""What a review file says of itself: whose plan, which round and share, from whom to whom, and what it holds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plain import YEARS, moment_text
from leaderplan.domain.upgrades import FORMAT
from leaderplan.errors import UserError
from leaderplan.exchange.guard import one_line, prose, shown
from leaderplan.exchange.jsontext import json_of
from leaderplan.exchange.review.layout import (
    KEY_BYTES,
    KIND,
    LARGEST_JSON,
    LONGEST_LINE,
    MANIFEST,
    MOST_ENTRIES,
    VERSION,
)
from leaderplan.exchange.zipped import damaged

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_KEY = re.compile(rf"[0-9a-f]{{{2 * KEY_BYTES}}}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """One entry: bytes when unpacked, and the lower-case SHA-256 of them in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Head:
    """A share: ids of the plan (its profile), the round and the share, the key in hex, and what a mentor reads first.

    ``plan_format`` is the format of the records, ``written_by`` the version of the program.
    """

    plan: str
    round: str
    share: str
    key: str
    title: str
    sender: str
    mentor: str
    message: str
    language: str
    written_at: datetime
    written_by: str
    plan_format: int = FORMAT

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What makes two files the same review; a share alone may be copied into a file of somebody else."""
        return self.plan, self.round, self.share, self.key


def written(head: Head, parts: Mapping[str, Part]) -> bytes:
    """The manifest as it lies in the file: JSON in UTF-8, the same for the same share."""
    plain = {
        "format": KIND,
        "version": VERSION,
        "plan_format": head.plan_format,
        "written_at": moment_text(head.written_at),
        "written_by": head.written_by,
        "plan": head.plan,
        "round": head.round,
        "share": head.share,
        "key": head.key,
        "title": head.title,
        "from": head.sender,
        "to": head.mentor,
        "message": head.message,
        "language": head.language,
        "entries": {name: {"size": part.size, "sha256": part.sha256} for name, part in parts.items()},
    }
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def read(data: bytes) -> tuple[Head, dict[str, Part]]:
    """What a manifest says; raises UserError for one of a newer LeaderPlan, and for what is none."""
    plain = json_of(data, MANIFEST, LARGEST_JSON)
    if not isinstance(plain, dict) or plain.get("format") != KIND:
        raise UserError(_("The file is no review file of LeaderPlan."), _("Choose the file that you were sent."))
    check_age(plain, _("The review file was written by a newer LeaderPlan, {version}."))
    entries = plain.get("entries")
    if not isinstance(entries, dict) or len(entries) > MOST_ENTRIES:
        raise wrong("entries")
    head = Head(
        plan=line(plain, "plan"),
        round=line(plain, "round"),
        share=line(plain, "share"),
        key=_key(plain),
        title=line(plain, "title"),
        sender=line(plain, "from", empty=True),
        mentor=line(plain, "to", empty=True),
        message=_message(plain),
        language=line(plain, "language", empty=True),
        written_at=moment(plain, "written_at"),
        written_by=line(plain, "written_by"),
        plan_format=plain["plan_format"],
    )
    return head, {name: _part(name, part) for name, part in entries.items()}


def check_age(plain: Mapping[str, Any], newer: Message) -> None:
    """Raise UserError for a version or a format of records that this program does not know; ``newer`` says so."""
    for name, newest in (("version", VERSION), ("plan_format", FORMAT)):
        value = plain.get(name)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise wrong(name)
        if value > newest:
            version = shown(str(plain.get("written_by") or value), 20)
            raise UserError(
                Message(newer.id, (("version", version),)), _("Install the newest LeaderPlan, then open it again.")
            )


def line(plain: Mapping[str, Any], name: str, *, empty: bool = False) -> str:
    """A text of one line; raises UserError where there is none, unless it may be ``empty``."""
    value = plain.get(name, "" if empty else None)
    if not isinstance(value, str) or len(value) > LONGEST_LINE:
        raise wrong(name)
    text = one_line(value)
    if not text and not empty:
        raise wrong(name)
    return text


def moment(plain: Mapping[str, Any], name: str) -> datetime:
    """A moment with its zone, in UTC; raises UserError for anything else."""
    try:
        found = datetime.fromisoformat(line(plain, name))
    except ValueError:
        raise wrong(name) from None
    if found.tzinfo is None or found.year not in YEARS:
        raise wrong(name)
    return found.astimezone(UTC)


def wrong(name: str) -> UserError:
    """What is said of a value that cannot be."""
    return damaged(_("{name} in it is not what it should be.", name=shown(name)))


def _key(plain: Mapping[str, Any]) -> str:
    value = plain.get("key")
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        raise wrong("key")
    return value


def _message(plain: Mapping[str, Any]) -> str:
    value = plain.get("message", "")
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise wrong("message")
    return prose(value)


def _part(name: str, plain: Any) -> Part:
    size = plain.get("size") if isinstance(plain, dict) else None
    sha256 = plain.get("sha256") if isinstance(plain, dict) else None
    if isinstance(size, bool) or not isinstance(size, int) or size < 0:
        raise wrong(name)
    if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        raise wrong(name)
    return Part(size, sha256)
