"""Who the plan is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Kind, OnRemove, Record, entry
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records.choices import Mode, StartingPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """The planner: exactly one in a plan."""

    table: ClassVar[str] = "profile"
    title_field: ClassVar[str] = "name"
    one: ClassVar[Message] = _("Profile")
    many: ClassVar[Message] = _("Profile")

    name: str = entry(_("Name"), Kind.TEXT, shared=True)
    headline: str = entry(_("Headline"), Kind.PROSE, shared=True)
    about: str = entry(_("About me"), Kind.PROSE, shared=True)
    current_role: str = entry(_("Current role"), Kind.TEXT, shared=True)
    organisation: str = entry(_("Organisation"), Kind.TEXT, shared=True)
    email: str = entry(_("E-mail"), Kind.TEXT, shared=True)
    phone: str = entry(_("Phone"), Kind.TEXT, shared=True)
    target_role: str = entry(_("Target role"), Kind.TEXT, shared=True)
    target_by: PartialDate | None = entry(_("Target date"), Kind.DATE)
    starting_point: StartingPoint | None = entry(_("Starting point"), Kind.CHOICE, choices=StartingPoint)
    choice: str = entry(_("My choice"), Kind.PROSE, shared=True)
    chosen_on: PartialDate | None = entry(_("Chosen on"), Kind.DATE, shared=True)
    stop_doing: str = entry(_("What I stop doing"), Kind.PROSE, shared=True)
    reaffirm_on: PartialDate | None = entry(_("Re-affirm on"), Kind.DATE)
    target_share: tuple[int, ...] = entry(_("Target share"), Kind.SHARE, choices=Mode, shared=True)
    framework: str | None = entry(
        _("Framework"), Kind.REFERENCE, refers_to=("framework",), on_remove=OnRemove.UNLINK, shared=True
    )
