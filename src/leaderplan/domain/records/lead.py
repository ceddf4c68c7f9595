"""With whom change is made: people, services, and the collaborations with their managers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Kind, OnRemove, Record, entry
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records.choices import (
    Ambition,
    ConversationKind,
    Effort,
    Outcome,
    Side,
    Stage,
    Tier,
    Treatment,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who matters for the plan; leaves it as name and role only."""

    table: ClassVar[str] = "person"
    title_field: ClassVar[str] = "name"
    one: ClassVar[Message] = _("Person")
    many: ClassVar[Message] = _("People")

    name: str = entry(_("Name"), Kind.TEXT, required=True, shared=True)
    role: str = entry(_("Role"), Kind.TEXT, shared=True)
    organisation: str = entry(_("Organisation"), Kind.TEXT)
    service_area: str = entry(_("Service area"), Kind.TEXT)
    tier: Tier | None = entry(_("Tier"), Kind.CHOICE, choices=Tier)
    email: str = entry(_("E-mail"), Kind.TEXT)
    phone: str = entry(_("Phone"), Kind.TEXT)
    cares_about: str = entry(_("Cares about"), Kind.PROSE)
    promised: str = entry(_("What I promised"), Kind.PROSE)
    influence: int | None = entry(_("Influence"), Kind.LEVEL)
    interest: int | None = entry(_("Interest"), Kind.LEVEL)
    risk_readiness: int | None = entry(_("Ready for risk"), Kind.LEVEL, lowest=0, highest=3)
    change_agent: bool = entry(_("Change agent"), Kind.FLAG)
    keep_in_touch_days: int | None = entry(_("Keep in touch every (days)"), Kind.NUMBER, whole=True)
    private_notes: str = entry(_("Private notes"), Kind.PROSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation(Record):
    """A talk with somebody: what for, what came of it, what is next."""

    table: ClassVar[str] = "conversation"
    title_field: ClassVar[str] = "about"
    one: ClassVar[Message] = _("Conversation")
    many: ClassVar[Message] = _("Conversations")

    person: str | None = entry(
        _("Person"), Kind.REFERENCE, required=True, refers_to=("person",), on_remove=OnRemove.WITH
    )
    on: PartialDate | None = entry(_("On"), Kind.DATE, required=True)
    kind: ConversationKind | None = entry(_("Kind"), Kind.CHOICE, choices=ConversationKind)
    about: str = entry(_("About"), Kind.TEXT)
    outcome: str = entry(_("What came of it"), Kind.PROSE)
    next_step: str = entry(_("Next step"), Kind.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Record):
    """What the organisation does for citizens, and who answers for it."""

    table: ClassVar[str] = "service"
    title_field: ClassVar[str] = "name"
    one: ClassVar[Message] = _("Service")
    many: ClassVar[Message] = _("Services")

    name: str = entry(_("Name"), Kind.TEXT, required=True, shared=True)
    owner: str | None = entry(_("Manager"), Kind.REFERENCE, refers_to=("person",))
    citizens: str = entry(_("Who it is for"), Kind.PROSE)
    pain: str = entry(_("What hurts"), Kind.PROSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness(Record):
    """How ready a service was for change on a day, in four factors from 1 to 5."""

    table: ClassVar[str] = "readiness"
    title_field: ClassVar[str] = ""
    one: ClassVar[Message] = _("Readiness")
    many: ClassVar[Message] = _("Readiness")

    service: str | None = entry(
        _("Service"), Kind.REFERENCE, required=True, refers_to=("service",), on_remove=OnRemove.WITH
    )
    on: PartialDate | None = entry(_("On"), Kind.DATE, required=True)
    attitude: int | None = entry(_("Attitude"), Kind.LEVEL)
    culture: int | None = entry(_("Culture"), Kind.LEVEL)
    capacity: int | None = entry(_("Capacity"), Kind.LEVEL)
    will: int | None = entry(_("Will"), Kind.LEVEL)
    evidence: str = entry(_("How I know"), Kind.PROSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collaboration(Record):
    """A change of a service, planned and made together with its manager."""

    table: ClassVar[str] = "collaboration"
    one: ClassVar[Message] = _("Collaboration")
    many: ClassVar[Message] = _("Collaborations")

    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    service: str | None = entry(_("Service"), Kind.REFERENCE, refers_to=("service",), shared=True)
    lead: str | None = entry(_("Lead"), Kind.REFERENCE, refers_to=("person",), shared=True)
    co_owner: str | None = entry(_("Co-owner"), Kind.REFERENCE, refers_to=("person", "profile"), shared=True)
    stage: Stage | None = entry(_("Stage"), Kind.CHOICE, choices=Stage, shared=True)
    agreed_without: str = entry(_("Agreed without, because"), Kind.PROSE)
    citizen_need: str = entry(_("What citizens need"), Kind.PROSE, shared=True)
    shared_vision: str = entry(_("What we both want"), Kind.PROSE, shared=True)
    if_: str = entry(_("If"), Kind.PROSE, shared=True)
    then: str = entry(_("then"), Kind.PROSE, shared=True)
    because: str = entry(_("because"), Kind.PROSE, shared=True)
    came_true: Outcome | None = entry(_("Came true"), Kind.CHOICE, choices=Outcome, shared=True)
    ambition: Ambition | None = entry(_("Ambition"), Kind.CHOICE, choices=Ambition, shared=True)
    operating_model: str = entry(_("Operating model"), Kind.PROSE, shared=True)
    technology_leg: str = entry(_("Technology"), Kind.PROSE, shared=True)
    governance_leg: str = entry(_("Governance"), Kind.PROSE, shared=True)
    people_leg: str = entry(_("People"), Kind.PROSE, shared=True)
    split: tuple[int, ...] = entry(_("Where the effort goes"), Kind.SHARE, choices=Effort, shared=True)
    front_office: str = entry(_("Front office"), Kind.PROSE, shared=True)
    back_office: str = entry(_("Back office"), Kind.PROSE, shared=True)
    technology_options: str = entry(_("Technology options"), Kind.PROSE)
    partners: str = entry(_("Suppliers and other bodies"), Kind.PROSE, shared=True)
    next_door: str = entry(_("Success stories elsewhere"), Kind.PROSE, shared=True)
    starts: PartialDate | None = entry(_("Starts"), Kind.DATE, shared=True)
    due: PartialDate | None = entry(_("Due"), Kind.DATE, shared=True)
    what_changed: str = entry(_("What changed"), Kind.PROSE, shared=True)
    do_again: str = entry(_("What I would do again"), Kind.PROSE, shared=True)
    private: bool = entry(_("Private"), Kind.FLAG)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStep(Record):
    """One step of a service, as it is and as it will be."""

    table: ClassVar[str] = "service_step"
    title_field: ClassVar[str] = "as_is"
    one: ClassVar[Message] = _("Step")
    many: ClassVar[Message] = _("Steps")

    collaboration: str | None = entry(
        _("Collaboration"), Kind.REFERENCE, required=True, refers_to=("collaboration",),
        on_remove=OnRemove.WITH, shared=True,
    )  # fmt: skip
    position: int | None = entry(_("Position"), Kind.NUMBER, whole=True, shared=True)
    as_is: str = entry(_("As it is"), Kind.TEXT, shared=True)
    to_be: str = entry(_("As it will be"), Kind.TEXT, shared=True)
    treatment: Treatment | None = entry(_("Treatment"), Kind.CHOICE, choices=Treatment, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Record):
    """A risk of a collaboration, who carries it, and where it stops."""

    table: ClassVar[str] = "risk"
    one: ClassVar[Message] = _("Risk")
    many: ClassVar[Message] = _("Risks")

    collaboration: str | None = entry(
        _("Collaboration"), Kind.REFERENCE, required=True, refers_to=("collaboration",),
        on_remove=OnRemove.WITH, shared=True,
    )  # fmt: skip
    title: str = entry(_("Risk"), Kind.TEXT, required=True, shared=True)
    owner: str | None = entry(_("Owner"), Kind.REFERENCE, refers_to=("person", "profile"), shared=True)
    side: Side | None = entry(_("Side"), Kind.CHOICE, choices=Side, shared=True)
    acceptable: str = entry(_("Acceptable"), Kind.TEXT, shared=True)
    stop_rule: str = entry(_("We stop when"), Kind.TEXT, shared=True)
    agreed_on: PartialDate | None = entry(_("Agreed on"), Kind.DATE, shared=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    """A point on the way of a collaboration."""

    table: ClassVar[str] = "milestone"
    one: ClassVar[Message] = _("Milestone")
    many: ClassVar[Message] = _("Milestones")

    collaboration: str | None = entry(
        _("Collaboration"), Kind.REFERENCE, required=True, refers_to=("collaboration",),
        on_remove=OnRemove.WITH, shared=True,
    )  # fmt: skip
    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    due: PartialDate | None = entry(_("Due"), Kind.DATE, shared=True)
    done_on: PartialDate | None = entry(_("Done on"), Kind.DATE, shared=True)
