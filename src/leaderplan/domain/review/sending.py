"""What goes to a mentor: chosen by the planner, reduced to what may leave, and noted as a round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.ids import new_id as fresh_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Collaboration,
    Evidence,
    Expectation,
    Person,
    Record,
    Round,
    Tier,
)
from leaderplan.domain.review.rounds import rounds_with
from leaderplan.domain.selection import LeftOut, Reason, Selection, select

STAND_ALONE: tuple[type[Record], ...] = (Achievement, Collaboration)
"""What is chosen record by record; all else goes with it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the planner chose to send.

    ``records`` are ids of achievements and collaborations; ``competencies`` says whether their own ratings and what the
    target role asks for go, ``others`` whether what other mentors rated goes too; ``files`` are ids of evidence whose
    files go; ``earlier`` whether the earlier rounds with this mentor go back with what became of each comment.
    """

    records: frozenset[str]
    competencies: bool = True
    others: bool = False
    files: frozenset[str] = frozenset()
    earlier: bool = True


@dataclass(frozen=True, slots=True)
class Wish:
    """What the planner settled before a round is sent; ``mentor`` need not be in the plan yet."""

    wanted: Wanted
    mentor: Person
    message: str = ""
    title: str = ""


def everything(plan: Plan) -> Wanted:
    """All that may leave, without files and without what other mentors rated."""
    return Wanted(frozenset(record.id for kind in STAND_ALONE for record in plan.all(kind)))


def selected(plan: Plan, wanted: Wanted, mentor: str | None) -> Selection:
    """The part of ``plan`` that goes to ``mentor``, the id of a person who is known already."""
    rated: tuple[Assessment | Expectation, ...] = (*plan.all(Assessment), *plan.all(Expectation))
    held_back = {record.id: record for record in rated if not _goes(record, wanted, mentor)}
    earlier = rounds_with(plan, mentor) if wanted.earlier else ()
    selection = select(
        Plan.of(record for record in plan if record.id not in held_back),
        wanted.records,
        files=wanted.files,
        rounds=[round.id for round in earlier],
    )
    stays = (LeftOut(record.table, id, Reason.NOT_CHOSEN) for id, record in held_back.items())
    return replace(selection, left_out=(*selection.left_out, *stays))


def _goes(record: Assessment | Expectation, wanted: Wanted, mentor: str | None) -> bool:
    if not wanted.competencies:
        return False
    return isinstance(record, Expectation) or record.by in (None, mentor) or wanted.others


def files_of(plan: Plan, wanted: Wanted, mentor: str | None) -> tuple[Evidence, ...]:
    """The evidence whose files could go: it goes itself, and it has one."""
    goes = selected(plan, replace(wanted, files=frozenset()), mentor).plan
    found = (plan.get(Evidence, piece.id) for piece in goes.all(Evidence))
    return tuple(sorted((piece for piece in found if piece and piece.attachment), key=lambda piece: piece.title))


def mentor_named(plan: Plan, name: str, new_id: Callable[[], str] = fresh_id) -> Person:
    """The person of this name, a mentor before others; one who is not in the plan yet where nobody is called so."""
    wanted = " ".join(name.split())
    found = [person for person in plan.all(Person) if person.name.casefold() == wanted.casefold()]
    found.sort(key=lambda person: (person.tier is not Tier.MENTOR, person.id))
    return found[0] if found else Person(id=new_id(), name=wanted, tier=Tier.MENTOR)


@dataclass(frozen=True, slots=True)
class Share:
    """What is settled when a round is sent: its id and title, the id of the share, its key in hex, and
    of a sealed one the key of age that opens its answer.
    """

    round: str
    title: str
    share: str
    key: str
    identity: str = ""


def sent(
    plan: Plan, share: Share, mentor: Person, message: str, goes: Selection, snapshot: Attachment, today: date
) -> ChangeSet:
    """The edit that notes a round that was sent; a mentor who is not in the plan yet is added."""
    round = Round(
        id=share.round,
        title=share.title,
        mentor=mentor.id,
        sent_on=PartialDate.of(today),
        message=message.strip(),
        scope=tuple(sorted(record.id for record in goes.plan)),
        snapshot=snapshot,
        share=share.share,
        key=share.key,
        identity=share.identity,
    )
    people = () if plan.find(mentor.id) else (mentor,)
    return edits.add(*people, round, label=_("Send for review to {mentor}", mentor=mentor.name))
