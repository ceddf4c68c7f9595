"""What may not be stored. What is merely unwise is a finding of a rule, never a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Kind, OnRemove, Record, Spec, empty, specs
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan, references
from leaderplan.domain.records.lead import Collaboration
from leaderplan.domain.rules import agreed_means_shared_risk

LONGEST_TEXT = 10_000
"""Characters in one field; documents and pages stay quick up to here."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ADDRESS = re.compile(r"(https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of one record."""

    record: str
    field: str
    message: Message


def problems(plan: Plan, record: Record) -> tuple[Problem, ...]:
    """Everything that keeps ``record`` from being stored in ``plan``, field by field."""
    found = []
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if value == empty(spec.kind) and spec.kind is not Kind.FLAG:
            if spec.required:
                found.append(Problem(record.id, name, _("{field} is missing: fill it in.", field=spec.label)))
            continue
        message = _wrong_value(spec, value) or _wrong_reference(plan, record, spec, value)
        if message:
            found.append(Problem(record.id, name, message))
    return tuple(found)


def _wrong_value(spec: Spec, value: Any) -> Message | None:
    texts = value if isinstance(value, tuple) else (value,)
    for text in texts:
        if isinstance(text, str) and _UNSTORABLE.search(text):
            return _("{field} holds a character that cannot be stored: type it again.", field=spec.label)
        if isinstance(text, str) and len(text) > LONGEST_TEXT:
            return _n(
                "{field} is {count} character long; {most} are the most: shorten it.",
                "{field} is {count} characters long; {most} are the most: shorten it.",
                len(text), field=spec.label, most=LONGEST_TEXT,
            )  # fmt: skip
    match spec.kind:
        case Kind.TEXT if "\n" in value or "\r" in value:
            return _("{field} has room for one line only.", field=spec.label)
        case Kind.LEVEL if not spec.lowest <= value <= spec.highest:
            return _(
                "{field} goes from {lowest} to {highest}.", field=spec.label, lowest=spec.lowest, highest=spec.highest
            )
        case Kind.NUMBER if spec.whole and not 0 <= value < 2**31:
            return _("{field} is a whole number from 0 on.", field=spec.label)
        case Kind.SHARE if not all(0 <= part <= 100 for part in value):
            return _("{field}: each part is from 0 to 100 per cent.", field=spec.label)
        case Kind.ADDRESS if not _ADDRESS.fullmatch(value):
            return _("{field} begins with https://, http:// or mailto:.", field=spec.label)
    return None


def _wrong_reference(plan: Plan, record: Record, spec: Spec, value: Any) -> Message | None:
    if spec.kind not in (Kind.REFERENCE, Kind.REFERENCES):
        return None
    for id in value if isinstance(value, tuple) else (value,):
        target = plan.find(id)
        if target is None:
            if spec.on_remove is not OnRemove.KEEP:
                return _("{field} refers to {id}, which is not in the plan.", field=spec.label, id=id)
        elif spec.refers_to and target.table not in spec.refers_to:
            return _("{field} cannot refer to a record of {table}.", field=spec.label, table=type(target).many)
        elif id == record.id:
            return _("{field} cannot refer to itself.", field=spec.label)
    return None


def edit_problems(plan: Plan, edit: ChangeSet, *, returning: bool = False) -> tuple[Problem, ...]:
    """Everything that keeps ``edit`` out of ``plan``: wrong records, and references that it would leave behind.

    Rule 9 holds a step to *agreed* back, but not one that is ``returning`` to what stood before: an undo, a redo,
    what comes out of the bin or from a backup.
    """
    then = plan.after(edit)
    found = [problem for change in edit if change.after for problem in problems(then, change.after)]
    found += [problem for change in edit if not change.after for problem in _left_behind(then, change.id)]
    found += [] if returning else _held_back(then, edit)
    profiles = then.of_table("profile")
    if edit.touches("profile") and len(profiles) != 1:
        found.append(Problem(edit.changes[0].id, "", _("A plan has exactly one profile.")))
    return tuple(dict.fromkeys(found))


def _held_back(then: Plan, edit: ChangeSet) -> Iterator[Problem]:
    for change in edit:
        if isinstance(change.after, Collaboration):
            before = change.before if isinstance(change.before, Collaboration) else None
            if message := agreed_means_shared_risk.held_back(then, before, change.after):
                yield Problem(change.id, "stage", message)


def _left_behind(plan: Plan, id: str) -> Iterator[Problem]:
    if plan.find(id):
        return
    for referrer, field in plan.referrers(id):
        spec = specs(type(referrer))[field]
        if spec.on_remove is not OnRemove.KEEP:
            yield Problem(referrer.id, field, _("{field} would refer to nothing.", field=spec.label))


def loose_ends(plan: Plan, edit: ChangeSet) -> tuple[Problem, ...]:
    """The references to nothing that ``edit`` would leave in ``plan``; whatever else it holds was lawful once."""
    then = plan.after(edit)
    found = [problem for change in edit if change.after for problem in _leading_nowhere(then, change.after)]
    found += [problem for change in edit if not change.after for problem in _left_behind(then, change.id)]
    return tuple(found)


def _leading_nowhere(plan: Plan, record: Record) -> Iterator[Problem]:
    for field, target in references(record):
        if plan.find(target) is None and specs(type(record))[field].on_remove is not OnRemove.KEEP:
            yield _to_nothing(record, field, target)


def _to_nothing(record: Record, field: str, target: str) -> Problem:
    label = specs(type(record))[field].label
    return Problem(record.id, field, _("{field} refers to {id}, which is not in the plan.", field=label, id=target))


def dangling(plan: Plan) -> tuple[Problem, ...]:
    """References of a whole plan that lead to nothing; looked at when a plan opens."""
    ids = {record.id for record in plan}
    return tuple(
        _to_nothing(record, field, target)
        for record in plan
        for field, target in references(record)
        if target not in ids and specs(type(record))[field].on_remove is not OnRemove.KEEP
    )
