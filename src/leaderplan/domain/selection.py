"""What goes into a document or a share: a plan that holds only what may leave.

A field leaves only where it is declared ``shared``; everything else is emptied, and a record type of which a required
field is not shared never leaves at all. What is marked private stays, with all that hangs on it. Files and earlier
rounds of review go only where they are named, and the words of a publisher who does not allow it never do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from leaderplan.domain.anonymous import Eraser
from leaderplan.domain.fields import Choice, Kind, Record, Spec, empty, specs
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan, references
from leaderplan.domain.records import (
    RECORDS,
    Assessment,
    Claim,
    Competency,
    Descriptor,
    Evidence,
    Expectation,
    Framework,
    Level,
    Person,
    Post,
    Profile,
    Round,
    Service,
)
from leaderplan.domain.review.seen import record_hash
from leaderplan.domain.review.threads import withdrew


class Reason(Choice):
    """Why a record was left out."""

    PRIVATE = "private", _("marked private")
    HANGS = "hangs", _("belongs to something that was left out")
    NOT_CHOSEN = "not_chosen", _("not chosen")
    NOT_NAMED = "not_named", _("named by nothing that goes")
    WITHDRAWN = "withdrawn", _("withdrawn by whoever said it")
    OLDER_TEXT = "older_text", _("said about a text that was changed since")
    LICENCE = "licence", _("not to be passed on, as its publisher wants it")
    NEVER = "never", _("never leaves the plan")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that stays in the plan, and why."""

    table: str
    id: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Selection:
    """The part of a plan that leaves, and what was left out of it."""

    plan: Plan
    left_out: tuple[LeftOut, ...]

    def count(self, reason: Reason, record_type: type[Record] | None = None) -> int:
        """How many records, or records of one type, were left out for ``reason``."""
        table = record_type.table if record_type else None
        return sum(left.reason is reason and table in (None, left.table) for left in self.left_out)

    def counts(self) -> Mapping[tuple[Reason, str], int]:
        """How many records were left out, by reason and table."""
        return Counter((left.reason, left.table) for left in self.left_out)


def select(
    plan: Plan,
    chosen: Iterable[str] | None = None,
    *,
    anonymous: bool = False,
    files: Iterable[str] = (),
    rounds: Iterable[str] = (),
) -> Selection:
    """The part of ``plan`` that may leave: of what stands for itself the ``chosen`` ids, or all.

    Profile, posts and the frameworks in use always go. Evidence goes with what it supports, people and services where
    something that goes names them, all else with the record that it belongs to. The file of a piece of evidence goes
    only where ``files`` names the piece, a round of review with its comments only where ``rounds`` names it.
    ``anonymous`` also takes out the person's name and contact, the names of employers and addresses on the web,
    wherever they stand in a text.
    """
    asked = _Asked(None if chosen is None else frozenset(chosen), frozenset(files), frozenset(rounds))
    left_out = {record.id: why for record in plan if (why := _stays(plan, record, asked))}
    _leave_what_hangs(plan, left_out)
    _leave_unused_frameworks(plan, left_out)
    _leave_unnamed(plan, left_out)
    gone = {record.id for record in plan if record.id not in left_out}
    cleaned: Callable[[Record], Record] = Eraser(plan).erased if anonymous else _as_it_is
    bound = {framework.id for framework in plan.all(Framework) if framework.personal_use_only}
    kept = Plan.of(
        cleaned(_reduced(_as_licensed(record, bound), gone, asked.files)) for record in plan if record.id in gone
    )
    return Selection(kept, tuple(LeftOut(r.table, r.id, left_out[r.id]) for r in plan if r.id in left_out))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The ids of what was chosen (None for all), of evidence whose files go, and of rounds that go."""

    chosen: frozenset[str] | None
    files: frozenset[str]
    rounds: frozenset[str]


def _as_it_is(record: Record) -> Record:
    return record


def _as_licensed(record: Record, bound: set[str]) -> Record:
    """A competency or level without its publisher's sentences where ``bound`` names its framework."""
    if isinstance(record, Competency) and record.framework in bound:
        return replace(record, description="", evidence=(), not_this=(), phrases=())
    if isinstance(record, Level) and record.framework in bound:
        return replace(record, description="")
    return record


def may_leave(record_type: type[Record]) -> bool:
    """Whether records of this type ever leave: some field is shared, and each required one is."""
    declared = specs(record_type).values()
    return any(spec.shared for spec in declared) and all(spec.shared for spec in declared if spec.required)


# For each type the fields that say to which record one of it belongs.
_OWNERS: Mapping[type[Record], tuple[str, ...]] = {
    record_type: tuple(name for name, s in specs(record_type).items() if s.required and s.kind is Kind.REFERENCE)
    for record_type in RECORDS
}
_LEAVES = {record_type: may_leave(record_type) for record_type in RECORDS}
_GIVEN = (Profile, Post, Framework)  # the ground on which everything else stands
_NAMED = (Person, Service)  # go where something that goes names them


def _stays(plan: Plan, record: Record, asked: _Asked) -> Reason | None:
    """Why a record stays whatever the others do."""
    if not _LEAVES[type(record)]:
        return Reason.NEVER
    if getattr(record, "private", False):
        return Reason.PRIVATE
    if isinstance(record, Round):
        return None if record.id in asked.rounds else Reason.NOT_CHOSEN
    if isinstance(record, Evidence) and record.comment and withdrew(plan, record.comment):
        return Reason.WITHDRAWN
    if isinstance(record, Evidence) and record.given_on and not _still_said(plan, record):
        return Reason.OLDER_TEXT
    if isinstance(record, Descriptor) and _is_bound(plan, record):
        return Reason.LICENCE
    chosen = asked.chosen
    free = isinstance(record, (*_GIVEN, *_NAMED)) or bool(_OWNERS[type(record)])
    if free or chosen is None or record.id in chosen or (isinstance(record, Evidence) and record.supports):
        return None
    return Reason.NOT_CHOSEN


def _still_said(plan: Plan, words: Evidence) -> bool:
    """Whether something that the words support is still the text that they were confirmed for."""
    return any(record_hash(record) == words.given_on for id in words.supports if (record := plan.find(id)))


def _is_bound(plan: Plan, descriptor: Descriptor) -> bool:
    competency = plan.get(Competency, descriptor.competency)
    framework = plan.get(Framework, competency.framework if competency else None)
    return framework is not None and framework.personal_use_only


def _leave_what_hangs(plan: Plan, left_out: dict[str, Reason]) -> None:
    """Leave out what belongs to something that stays, until nothing does; evidence belongs to all that it supports."""
    waiting = [record for record in plan if record.id not in left_out]
    while True:
        stuck = [record for record in waiting if _hangs(plan, record, left_out)]
        if not stuck:
            return
        left_out |= {record.id: Reason.HANGS for record in stuck}
        waiting = [record for record in waiting if record.id not in left_out]


def _hangs(plan: Plan, record: Record, left_out: Mapping[str, Reason]) -> bool:
    if isinstance(record, Evidence):
        return bool(record.supports) and all(id in left_out for id in record.supports)
    owners = [getattr(record, name) for name in _OWNERS[type(record)]]
    return any(id in left_out or plan.find(id) is None for id in owners)


def _leave_unused_frameworks(plan: Plan, left_out: dict[str, Reason]) -> None:
    """Leave out each framework that is neither the profile's choice nor used by anything that goes."""
    used = {profile.framework for profile in plan.all(Profile)}
    users: tuple[Claim | Assessment | Expectation, ...]
    users = (*plan.all(Claim), *plan.all(Assessment), *plan.all(Expectation))
    for record in users:
        competency = plan.get(Competency, record.competency)
        if competency and record.id not in left_out:
            used.add(competency.framework)
    unused = [id for id in plan.table(Framework) if id not in used]
    if unused:
        left_out |= dict.fromkeys(unused, Reason.NOT_NAMED)
        _leave_what_hangs(plan, left_out)


def _leave_unnamed(plan: Plan, left_out: dict[str, Reason]) -> None:
    """Leave out the people and services that nothing names in a field that leaves."""
    named: set[str] = set()
    for record in plan:
        if record.id not in left_out:
            declared = specs(type(record))
            named |= {target for field, target in references(record) if declared[field].shared}
    for record_type in _NAMED:
        unnamed = plan.table(record_type).keys() - named - left_out.keys()
        left_out |= dict.fromkeys(unnamed, Reason.NOT_NAMED)


def _reduced(record: Record, gone: set[str], files: frozenset[str]) -> Record:
    """The record with the fields that may leave; references to what stays are emptied, and files that were not asked
    for.
    """
    changed: dict[str, Any] = {}
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        leaves = spec.shared and (spec.kind is not Kind.ATTACHMENT or record.id in files)
        allowed = _allowed(spec, value, gone) if leaves else empty(spec.kind)
        if allowed != value:
            changed[name] = allowed
    return replace(record, **changed) if changed else record


def _allowed(spec: Spec, value: Any, gone: set[str]) -> Any:
    if spec.kind is Kind.REFERENCE:
        return value if value in gone else None
    if spec.kind is Kind.REFERENCES:
        return tuple(id for id in value if id in gone)
    return value
