"""The common language between record, plan, mentor and panel: frameworks, and where the person stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Kind, OnRemove, Record, entry
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records.choices import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Record):
    """A competency framework, its edition and its licence."""

    table: ClassVar[str] = "framework"
    one: ClassVar[Message] = _("Framework")
    many: ClassVar[Message] = _("Frameworks")

    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    key: str = entry(_("Key"), Kind.TEXT, shared=True)
    version: str = entry(_("Version"), Kind.TEXT, shared=True)
    publisher: str = entry(_("Publisher"), Kind.TEXT, shared=True)
    language: str = entry(_("Language"), Kind.TEXT, shared=True)
    licence: str = entry(_("Licence"), Kind.TEXT, shared=True)
    licence_url: str = entry(_("Licence address"), Kind.ADDRESS, shared=True)
    source_url: str = entry(_("Source"), Kind.ADDRESS, shared=True)
    status: Status | None = entry(_("Status"), Kind.CHOICE, choices=Status, shared=True)
    personal_use_only: bool = entry(_("Personal use only"), Kind.FLAG, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Record):
    """One step of a framework; rank 1 is the lowest."""

    table: ClassVar[str] = "level"
    one: ClassVar[Message] = _("Level")
    many: ClassVar[Message] = _("Levels")

    framework: str | None = entry(
        _("Framework"), Kind.REFERENCE, required=True, refers_to=("framework",), on_remove=OnRemove.WITH, shared=True
    )
    rank: int | None = entry(_("Rank"), Kind.NUMBER, required=True, whole=True, shared=True)
    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    description: str = entry(_("Description"), Kind.PROSE, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency(Record):
    """What is expected of a leader; a competency without descriptors is a group of others."""

    table: ClassVar[str] = "competency"
    one: ClassVar[Message] = _("Competency")
    many: ClassVar[Message] = _("Competencies")

    framework: str | None = entry(
        _("Framework"), Kind.REFERENCE, required=True, refers_to=("framework",), on_remove=OnRemove.WITH, shared=True
    )
    parent: str | None = entry(
        _("Group"), Kind.REFERENCE, refers_to=("competency",), on_remove=OnRemove.WITH, shared=True
    )
    code: str = entry(_("Code"), Kind.TEXT, shared=True)
    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    description: str = entry(_("Description"), Kind.PROSE, shared=True)
    evidence: tuple[str, ...] = entry(_("What would show it"), Kind.TAGS, shared=True)
    not_this: tuple[str, ...] = entry(_("What does not"), Kind.TAGS, shared=True)
    phrases: tuple[str, ...] = entry(_("Words that point to it"), Kind.TAGS, shared=True)
    position: int | None = entry(_("Position"), Kind.NUMBER, whole=True, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor(Record):
    """What a competency looks like at one level."""

    table: ClassVar[str] = "descriptor"
    title_field: ClassVar[str] = ""
    one: ClassVar[Message] = _("Descriptor")
    many: ClassVar[Message] = _("Descriptors")

    competency: str | None = entry(
        _("Competency"), Kind.REFERENCE, required=True, refers_to=("competency",), on_remove=OnRemove.WITH, shared=True
    )
    level: str | None = entry(
        _("Level"), Kind.REFERENCE, required=True, refers_to=("level",), on_remove=OnRemove.WITH, shared=True
    )
    text: str = entry(_("Text"), Kind.PROSE, required=True, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation(Record):
    """The level that the target role asks for."""

    table: ClassVar[str] = "expectation"
    title_field: ClassVar[str] = ""
    one: ClassVar[Message] = _("Expectation")
    many: ClassVar[Message] = _("Expectations")

    competency: str | None = entry(
        _("Competency"), Kind.REFERENCE, required=True, refers_to=("competency",), on_remove=OnRemove.WITH, shared=True
    )
    level: str | None = entry(
        _("Level"), Kind.REFERENCE, required=True, refers_to=("level",), on_remove=OnRemove.WITH, shared=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """A rating on a day, by the person or by a mentor."""

    table: ClassVar[str] = "assessment"
    title_field: ClassVar[str] = ""
    one: ClassVar[Message] = _("Assessment")
    many: ClassVar[Message] = _("Assessments")

    competency: str | None = entry(
        _("Competency"), Kind.REFERENCE, required=True, refers_to=("competency",), on_remove=OnRemove.WITH, shared=True
    )
    level: str | None = entry(
        _("Level"), Kind.REFERENCE, required=True, refers_to=("level",), on_remove=OnRemove.WITH, shared=True
    )
    on: PartialDate | None = entry(_("On"), Kind.DATE, required=True, shared=True)
    by: str | None = entry(_("By"), Kind.REFERENCE, refers_to=("person",), on_remove=OnRemove.WITH, shared=True)
    note: str = entry(_("Note"), Kind.PROSE)
    comment: str | None = entry(
        _("From the review"), Kind.REFERENCE, refers_to=("comment",), on_remove=OnRemove.KEEP, on_erase=OnRemove.WITH
    )
