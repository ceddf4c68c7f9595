"""What a planner and a mentor have between them: a plan without a disk, a share, an answer on its way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leaderplan.domain import checks
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Attachment
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, Profile
from leaderplan.exchange.review.armour import armoured
from leaderplan.exchange.review.package import Review


@dataclass
class Kept:
    """A plan without a disk: takes what the one door takes, and nothing else."""

    folder: Path
    plan: Plan = field(default_factory=lambda: Plan.of([Profile(id="me", name="Rhian Holt")]))
    held: dict[str, bytes] = field(default_factory=dict)
    beside: Any = None
    """Where files lie that are not held here."""

    @property
    def blobs(self) -> Kept:
        return self

    def keep(self, data: bytes, name: str) -> Attachment:
        sha256 = hashlib.sha256(data).hexdigest()
        self.held[sha256] = data
        return Attachment(sha256, name, len(data))

    def read(self, attachment: Attachment) -> bytes:
        found = self.held.get(attachment.sha256)
        return self.beside.read(attachment) if found is None else found

    def poll(self) -> bool:
        return False

    def commit(self, edit: ChangeSet, by: object = None, join: object = None) -> object:
        assert all(change.before == self.plan.find(change.id) for change in edit)
        assert not checks.edit_problems(self.plan, edit)
        self.plan = self.plan.after(edit)
        return object() if edit else None


@dataclass(frozen=True)
class Share:
    """What a mentor has: the file as they read it, and a box for what they write."""

    number: int
    review: Review


@dataclass(frozen=True)
class Given:
    """An answer as bytes, with the entries by id that ought to be taken in, and how many ought to be rejected."""

    data: bytes
    number: int
    sound: dict[str, dict[str, Any]]
    unsound: int
    first_counts: bool = False
    """Whether it says something else under an id that is known: what came first stays, so that the order matters."""


def length_at(comment: Comment, before: str, start: int) -> int | None:
    """How many characters the quoted words take at a place, white space being equal; None where they do not stand."""
    words = comment.quote.split()
    if not words:
        return len(before) if start == 0 else None
    for end in range(start + 1, len(before) + 1):
        if before[start:end].split() == words and not before[start].isspace() and not before[end - 1].isspace():
            return end - start
    return None


def sent_by(way: str, data: bytes) -> bytes:
    text = armoured(data)
    if way == "mail":
        return ("Dear Rhian,\r\n" + "".join(f"> {line}\r\n" for line in text.splitlines())).encode()
    return text.encode() if way == "text" else data


def in_memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
