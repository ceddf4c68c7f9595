"""What mentors are sent and what they say: rounds, comments, answers that fit no round, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, OnRemove, Record, entry
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records.choices import CommentKind, Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Record):
    """That a mentor was sent a part of the plan, what exactly, and what binds their answer to it.

    ``share`` names the file that was sent, ``key`` (hex) proves that an answer was made from it, ``identity`` opens an
    answer that is sealed (an X25519 key of age); ``snapshot`` is the file itself, unsealed.
    """

    table: ClassVar[str] = "round"
    one: ClassVar[Message] = _("Round")
    many: ClassVar[Message] = _("Rounds")

    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    mentor: str | None = entry(_("Mentor"), Kind.REFERENCE, refers_to=("person",), shared=True)
    sent_on: PartialDate | None = entry(_("Sent on"), Kind.DATE, shared=True)
    message: str = entry(_("Message"), Kind.PROSE, shared=True)
    scope: tuple[str, ...] = entry(_("What was sent"), Kind.REFERENCES, on_remove=OnRemove.KEEP, inner=True)
    snapshot: Attachment | None = entry(_("The file as it was sent"), Kind.ATTACHMENT)
    share: str = entry(_("Share"), Kind.TEXT, inner=True)
    key: str = entry(_("Key"), Kind.TEXT, inner=True)
    identity: str = entry(_("Key of sealed answers"), Kind.TEXT, inner=True)
    closed_on: PartialDate | None = entry(_("Closed on"), Kind.DATE, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """One thing that a mentor said, or the planner's answer to it.

    What was said is never altered: who edits or withdraws a comment sends another that ``revises`` it. Only what the
    planner makes of it changes: ``fate``, ``reason`` and ``placed``, the record to which they moved it. ``seen_hash``
    is that of the text that the mentor read (``domain/review/seen.py``).
    """

    table: ClassVar[str] = "comment"
    title_field: ClassVar[str] = "text"
    one: ClassVar[Message] = _("Comment")
    many: ClassVar[Message] = _("Comments")

    round: str | None = entry(
        _("Round"), Kind.REFERENCE, required=True, refers_to=("round",), on_remove=OnRemove.WITH, shared=True
    )
    parent: str | None = entry(
        _("Answer to"), Kind.REFERENCE, refers_to=("comment",), on_remove=OnRemove.KEEP, shared=True
    )
    revises: str | None = entry(
        _("Instead of"), Kind.REFERENCE, refers_to=("comment",), on_remove=OnRemove.KEEP, shared=True
    )
    record: str | None = entry(_("About"), Kind.REFERENCE, on_remove=OnRemove.KEEP, shared=True)
    of_table: str = entry(_("Kind of record"), Kind.TEXT, shared=True, inner=True)
    field: str = entry(_("Part"), Kind.TEXT, shared=True, inner=True)
    quote: str = entry(_("Words"), Kind.PROSE, shared=True)
    prefix: str = entry(_("Words before"), Kind.PROSE, shared=True, inner=True)
    suffix: str = entry(_("Words after"), Kind.PROSE, shared=True, inner=True)
    seen_hash: str = entry(_("Text that was read"), Kind.TEXT, inner=True)
    kind: CommentKind | None = entry(_("Kind"), Kind.CHOICE, choices=CommentKind, required=True, shared=True)
    text: str = entry(_("Text"), Kind.PROSE, shared=True)
    proposed: str = entry(_("New words"), Kind.PROSE, shared=True)
    level: str | None = entry(_("Level"), Kind.REFERENCE, refers_to=("level",), on_remove=OnRemove.KEEP, shared=True)
    author: str = entry(_("Author"), Kind.TEXT, shared=True)
    written_at: datetime | None = entry(_("Written"), Kind.MOMENT, shared=True)
    came_on: PartialDate | None = entry(_("Came on"), Kind.DATE)
    fate: Fate | None = entry(_("Fate"), Kind.CHOICE, choices=Fate, shared=True)
    reason: str = entry(_("Reason"), Kind.PROSE, shared=True)
    placed: str | None = entry(_("Placed at"), Kind.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrayAnswer(Record):
    """An answer of which something could not be taken in: the whole file, and why. Nothing of it is lost."""

    table: ClassVar[str] = "stray_answer"
    one: ClassVar[Message] = _("Answer kept aside")
    many: ClassVar[Message] = _("Answers kept aside")

    title: str = entry(_("File"), Kind.TEXT, required=True)
    round: str | None = entry(_("Round"), Kind.REFERENCE, refers_to=("round",), on_remove=OnRemove.UNLINK)
    author: str = entry(_("Author"), Kind.TEXT)
    came_on: PartialDate | None = entry(_("Came on"), Kind.DATE)
    attachment: Attachment | None = entry(_("File"), Kind.ATTACHMENT, required=True)
    reason: str = entry(_("Reason"), Kind.PROSE)
    read_on: PartialDate | None = entry(_("Dealt with on"), Kind.DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """Something to do, with a day, that follows from a comment or moves a collaboration on."""

    table: ClassVar[str] = "action"
    one: ClassVar[Message] = _("Action")
    many: ClassVar[Message] = _("Actions")

    title: str = entry(_("Title"), Kind.TEXT, required=True)
    of: str | None = entry(_("Of"), Kind.REFERENCE, refers_to=("comment", "collaboration"), on_remove=OnRemove.UNLINK)
    due: PartialDate | None = entry(_("Due"), Kind.DATE)
    done_on: PartialDate | None = entry(_("Done on"), Kind.DATE)
