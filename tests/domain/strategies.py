"""Hypothesis strategies for records, plans and edits of every declared type."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, Record, Spec, specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import RECORDS, Collaboration, Profile
from leaderplan.domain.rules.agreed_means_shared_risk import SHARED

characters = st.characters(codec="utf-8", exclude_characters="\x00")
lines = st.text(characters.filter(lambda c: c not in "\r\n"), max_size=40)
proses = st.text(characters, max_size=120)
days = st.dates(date(1980, 1, 1), date(2080, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A year, a month or a day."""
    day, parts = draw(days), draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:parts])


def _digest(draw: st.DrawFn) -> str:
    return draw(st.text("0123456789abcdef", min_size=64, max_size=64))


@st.composite
def attachments(draw: st.DrawFn) -> Attachment:
    """A file by its content."""
    return Attachment(_digest(draw), draw(lines.filter(bool)), draw(st.integers(0, 2**31)))


def values(spec: Spec, targets: tuple[str, ...] = ()) -> st.SearchStrategy[object]:
    """What a field may hold besides nothing; ``targets`` are the ids it may refer to."""
    members = tuple(spec.choices or ())
    match spec.kind:
        case Kind.TEXT:
            return lines.filter(bool)
        case Kind.PROSE:
            return proses.filter(bool)
        case Kind.ADDRESS:
            return st.sampled_from(("https://example.org/a?b=c", "mailto:ann@example.org"))
        case Kind.DATE:
            return partial_dates()
        case Kind.MOMENT:
            return st.datetimes(datetime(2000, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))
        case Kind.LEVEL:
            return st.integers(spec.lowest, spec.highest)
        case Kind.NUMBER:
            return st.integers(0, 10_000) if spec.whole else st.floats(-1e9, 1e9)
        case Kind.SHARE:
            return st.tuples(*(st.integers(0, 100) for _member in members))
        case Kind.CHOICE:
            return st.sampled_from(members)
        case Kind.CHOICES:
            return st.lists(st.sampled_from(members), unique=True, min_size=1).map(tuple)
        case Kind.TAGS:
            return st.lists(lines.filter(bool), unique=True, min_size=1, max_size=4).map(tuple)
        case Kind.FLAG:
            return st.booleans()
        case Kind.ATTACHMENT:
            return attachments()
        case Kind.REFERENCE:
            return st.sampled_from(targets) if targets else st.none()
        case Kind.REFERENCES:
            return st.lists(st.sampled_from(targets), unique=True, max_size=3).map(tuple) if targets else st.just(())


@st.composite
def records(draw: st.DrawFn, record_type: type[Record], plan: Plan | None = None) -> Record:
    """A record that ``plan`` could hold; without a plan, one that refers to nothing that exists."""
    held = {}
    for name, spec in specs(record_type).items():
        targets = _targets(spec, plan) if plan is not None else (new_id(),)
        if spec.required or draw(st.booleans()):
            held[name] = draw(values(spec, targets))
    return _with_reason(record_type(id=new_id(), **held))


def _with_reason(record: Record) -> Record:
    """Rule 9 holds back a collaboration that is agreed before all is there, unless a reason is written down."""
    if isinstance(record, Collaboration) and record.stage in SHARED and not record.agreed_without.strip():
        return replace(record, agreed_without="It starts on Monday.")
    return record


def _targets(spec: Spec, plan: Plan | None) -> tuple[str, ...]:
    tables = spec.refers_to or tuple(kind.table for kind in RECORDS)
    return tuple(record.id for table in tables for record in plan.of_table(table)) if plan else ()


def _can_be_held(record_type: type[Record], plan: Plan) -> bool:
    needed = [s for s in specs(record_type).values() if s.required and s.kind is Kind.REFERENCE]
    return record_type is not Profile and all(_targets(spec, plan) for spec in needed)


@st.composite
def plans(draw: st.DrawFn, most: int = 12) -> Plan:
    """A plan without a problem: one profile and up to ``most`` other records."""
    plan = Plan.of([draw(records(Profile, Plan.of([])))])
    for _turn in range(draw(st.integers(0, most))):
        plan = plan.after(edits.add(draw(new_records(plan))))
    return plan


@st.composite
def new_records(draw: st.DrawFn, plan: Plan) -> Record:
    """A record that could be added to ``plan``."""
    record_type = draw(st.sampled_from([kind for kind in RECORDS if _can_be_held(kind, plan)]))
    return draw(records(record_type, plan))


@st.composite
def plan_edits(draw: st.DrawFn, plan: Plan) -> ChangeSet:
    """A valid edit of ``plan``: additions, alterations and removals, one after the other."""
    made, now = [], plan
    for _turn in range(draw(st.integers(1, 4))):
        edit = draw(_one_edit(now))
        made.append(edit)
        now = now.after(edit)
    return merged(_("Test"), made)


@st.composite
def _one_edit(draw: st.DrawFn, plan: Plan) -> ChangeSet:
    others = [record for record in plan if not isinstance(record, Profile)]
    what = draw(st.sampled_from(("add", "alter", "remove")))
    if what == "remove" and others:
        return edits.remove(plan, draw(st.sampled_from(others)))
    if what == "alter":
        record = draw(st.sampled_from(list(plan)))
        free = {n: s for n, s in specs(type(record)).items() if s.kind not in (Kind.REFERENCE, Kind.REFERENCES)}
        name = draw(st.sampled_from(sorted(free)))
        held: dict[str, Any] = {name: draw(values(free[name]))}
        return edits.put(plan, _with_reason(replace(record, **held)))
    return edits.add(draw(new_records(plan)))
