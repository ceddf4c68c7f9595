"""What the person did, and what it shows: posts, achievements and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, OnRemove, Record, entry
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records.choices import (
    Better,
    Channel,
    EvidenceKind,
    Mode,
    Reaction,
    SeenBy,
    ToldFrom,
    TrackRecord,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """A post held; several at one employer are normal."""

    table: ClassVar[str] = "post"
    one: ClassVar[Message] = _("Post")
    many: ClassVar[Message] = _("Posts")

    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    organisation: str = entry(_("Organisation"), Kind.TEXT, required=True, shared=True)
    started: PartialDate | None = entry(_("Started"), Kind.DATE, shared=True)
    ended: PartialDate | None = entry(_("Ended"), Kind.DATE, shared=True)
    scope: str = entry(_("Scope"), Kind.PROSE, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement(Record):
    """What was done and what changed because of it: one line now, a full story later."""

    table: ClassVar[str] = "achievement"
    one: ClassVar[Message] = _("Achievement")
    many: ClassVar[Message] = _("Achievements")

    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    started: PartialDate | None = entry(_("Started"), Kind.DATE, shared=True)
    ended: PartialDate | None = entry(_("Done"), Kind.DATE, shared=True)
    people: tuple[str, ...] = entry(_("With whom"), Kind.REFERENCES, refers_to=("person",), shared=True)
    post: str | None = entry(_("Post"), Kind.REFERENCE, refers_to=("post",), shared=True)
    collaboration: str | None = entry(_("Collaboration"), Kind.REFERENCE, refers_to=("collaboration",), shared=True)
    mode: Mode | None = entry(_("Mode"), Kind.CHOICE, choices=Mode, shared=True)
    told_from: ToldFrom | None = entry(_("Told from"), Kind.CHOICE, choices=ToldFrom, shared=True)
    track_record: tuple[TrackRecord, ...] = entry(_("Track record"), Kind.CHOICES, choices=TrackRecord, shared=True)
    situation: str = entry(_("Situation"), Kind.PROSE, shared=True)
    task: str = entry(_("Task"), Kind.PROSE, shared=True)
    action: str = entry(_("Action"), Kind.PROSE, shared=True)
    result: str = entry(_("Result"), Kind.PROSE, shared=True)
    my_part: str = entry(_("My part"), Kind.PROSE, shared=True)
    their_part: str = entry(_("Their part"), Kind.PROSE, shared=True)
    tags: tuple[str, ...] = entry(_("Tags"), Kind.TAGS)
    private: bool = entry(_("Private"), Kind.FLAG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """Something that was counted before, and after."""

    table: ClassVar[str] = "measure"
    title_field: ClassVar[str] = "name"
    one: ClassVar[Message] = _("Measure")
    many: ClassVar[Message] = _("Measures")

    of: str | None = entry(
        _("Of"), Kind.REFERENCE, required=True, refers_to=("achievement", "collaboration"),
        on_remove=OnRemove.WITH, shared=True,
    )  # fmt: skip
    name: str = entry(_("Name"), Kind.TEXT, required=True, shared=True)
    seen_by: SeenBy | None = entry(_("Seen by"), Kind.CHOICE, choices=SeenBy, shared=True)
    unit: str = entry(_("Unit"), Kind.TEXT, shared=True)
    better: Better | None = entry(_("Better"), Kind.CHOICE, choices=Better, shared=True)
    baseline: float | None = entry(_("Before"), Kind.NUMBER, shared=True)
    baseline_on: PartialDate | None = entry(_("Counted on"), Kind.DATE, shared=True)
    target: float | None = entry(_("Target"), Kind.NUMBER, shared=True)
    target_on: PartialDate | None = entry(_("Target date"), Kind.DATE, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """One later count of a measure."""

    table: ClassVar[str] = "reading"
    title_field: ClassVar[str] = ""
    one: ClassVar[Message] = _("Reading")
    many: ClassVar[Message] = _("Readings")

    measure: str | None = entry(
        _("Measure"), Kind.REFERENCE, required=True, refers_to=("measure",), on_remove=OnRemove.WITH, shared=True
    )
    on: PartialDate | None = entry(_("On"), Kind.DATE, required=True, shared=True)
    value: float | None = entry(_("Value"), Kind.NUMBER, required=True, shared=True)
    source: str = entry(_("Source"), Kind.TEXT, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """What a panel could be shown: a file, a link, the words of somebody, a badge.

    Words from a review are bound to the text that the planner confirmed them for: ``given_on`` is its hash
    (``domain/review/seen.py``), and they leave only while it stands.
    """

    table: ClassVar[str] = "evidence"
    one: ClassVar[Message] = _("Evidence")
    many: ClassVar[Message] = _("Evidence")

    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    kind: EvidenceKind | None = entry(_("Kind"), Kind.CHOICE, choices=EvidenceKind, shared=True)
    attachment: Attachment | None = entry(_("File"), Kind.ATTACHMENT, shared=True)
    url: str = entry(_("Address"), Kind.ADDRESS, shared=True)
    quote: str = entry(_("Words"), Kind.PROSE, shared=True)
    said_by: str | None = entry(_("Said by"), Kind.REFERENCE, refers_to=("person",), shared=True)
    on: PartialDate | None = entry(_("Date"), Kind.DATE, shared=True)
    supports: tuple[str, ...] = entry(
        _("Supports"), Kind.REFERENCES, refers_to=("achievement", "collaboration"), shared=True
    )
    comment: str | None = entry(_("From the review"), Kind.REFERENCE, refers_to=("comment",))
    given_on: str = entry(_("Text that it was given on"), Kind.TEXT, inner=True)
    private: bool = entry(_("Private"), Kind.FLAG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """That an achievement shows a competency, and at which level."""

    table: ClassVar[str] = "claim"
    title_field: ClassVar[str] = ""
    one: ClassVar[Message] = _("Claim")
    many: ClassVar[Message] = _("Claims")

    achievement: str | None = entry(
        _("Achievement"), Kind.REFERENCE, required=True, refers_to=("achievement",),
        on_remove=OnRemove.WITH, shared=True,
    )  # fmt: skip
    competency: str | None = entry(
        _("Competency"), Kind.REFERENCE, required=True, refers_to=("competency",), on_remove=OnRemove.WITH, shared=True
    )
    level: str | None = entry(_("Level"), Kind.REFERENCE, refers_to=("level",), shared=True)
    why: str = entry(_("Why"), Kind.PROSE, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Record):
    """That somebody was told of an achievement, how, and how they took it."""

    table: ClassVar[str] = "telling"
    title_field: ClassVar[str] = "audience"
    one: ClassVar[Message] = _("Telling")
    many: ClassVar[Message] = _("Tellings")

    achievement: str | None = entry(
        _("Achievement"), Kind.REFERENCE, required=True, refers_to=("achievement",), on_remove=OnRemove.WITH
    )
    person: str | None = entry(_("Person"), Kind.REFERENCE, refers_to=("person",))
    audience: str = entry(_("Audience"), Kind.TEXT)
    channel: Channel | None = entry(_("Channel"), Kind.CHOICE, choices=Channel)
    on: PartialDate | None = entry(_("On"), Kind.DATE, required=True)
    reaction: Reaction | None = entry(_("Reaction"), Kind.CHOICE, choices=Reaction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal(Record):
    """That a rule's finding is not to be shown again for one record."""

    table: ClassVar[str] = "dismissal"
    title_field: ClassVar[str] = ""
    one: ClassVar[Message] = _("Dismissed finding")
    many: ClassVar[Message] = _("Dismissed findings")

    rule: str = entry(_("Rule"), Kind.TEXT, required=True)
    record: str | None = entry(_("Record"), Kind.REFERENCE, required=True, on_remove=OnRemove.WITH)
    finding: str = entry(_("Finding"), Kind.TEXT)
    reason: str = entry(_("Reason"), Kind.PROSE)
