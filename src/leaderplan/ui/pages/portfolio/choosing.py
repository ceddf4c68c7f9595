"""Edits of what goes into the portfolio. What was only suggested becomes the person's own with the first change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration, Document, DocumentItem
from leaderplan.report.choosing import items, prepared, suggested

LAYOUT: Final = "portfolio"


def chosen(plan: Plan) -> tuple[str, ...]:
    """The ids of what goes in, in order: as prepared, else as suggested."""
    document = prepared(plan, LAYOUT)
    if document is None:
        return suggested(plan)
    return tuple(item.record for item in items(plan, document) if item.record)


def available(plan: Plan) -> tuple[Achievement | Collaboration, ...]:
    """What could go in besides: achievements and collaborations, newest first."""
    inside = set(chosen(plan))
    found: list[Achievement | Collaboration] = [*plan.all(Achievement), *plan.all(Collaboration)]
    left = [record for record in found if record.id not in inside and not record.private]
    return tuple(sorted(left, key=_newest, reverse=True))


def _newest(record: Achievement | Collaboration) -> tuple[bool, str, str]:
    on = record.ended if isinstance(record, Achievement) else record.due
    return (isinstance(record, Achievement), str(on.last) if on else "", record.id)


def arranged(plan: Plan, ids: Sequence[str], label: Message) -> ChangeSet:
    """The portfolio holds these records, in this order."""
    begun = _begun(plan)
    now = plan.after(begun)
    document = prepared(now, LAYOUT)
    assert document is not None
    held = {item.record: item for item in items(now, document)}
    gone = [item for record, item in held.items() if record not in ids]
    kept = [held.get(id) or DocumentItem(id=new_id(), document=document.id, record=id) for id in dict.fromkeys(ids)]
    removal = edits.remove(now, *gone) if gone else ChangeSet(label, ())
    then = now.after(removal)
    return merged(label, (begun, removal, edits.reorder(then, kept)))


def included(plan: Plan, id: str) -> ChangeSet:
    """One more goes in, at the end."""
    return arranged(plan, (*chosen(plan), id), _("Take {name} into the portfolio", name=_called(plan, id)))


def left_out(plan: Plan, id: str) -> ChangeSet:
    """One less goes in."""
    rest = [other for other in chosen(plan) if other != id]
    return arranged(plan, rest, _("Leave {name} out of the portfolio", name=_called(plan, id)))


def moved(plan: Plan, id: str, by: int) -> ChangeSet:
    """One goes up (-1) or down (1) in the order; the edit is empty at either end."""
    order = list(chosen(plan))
    at = order.index(id)
    to = min(max(at + by, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    if to == at:
        return ChangeSet(_("Change the order"), ())
    return arranged(plan, order, _("Move {name} in the portfolio", name=_called(plan, id)))


def set_up(plan: Plan, **fields: object) -> ChangeSet:
    """Change how the portfolio is printed: ``page``, ``anonymous``."""
    begun = _begun(plan)
    now = plan.after(begun)
    document = prepared(now, LAYOUT)
    assert document is not None
    return merged(_("Change how the portfolio is printed"), (begun, edits.alter(now, document, None, **fields)))


def _begun(plan: Plan) -> ChangeSet:
    """Keep the suggestion as a document, where there is none yet."""
    if prepared(plan, LAYOUT) is not None:
        return ChangeSet(_("Portfolio"), ())
    document = Document(id=new_id(), title="Promotion portfolio", layout=LAYOUT)
    lines = [
        DocumentItem(id=new_id(), document=document.id, record=id, position=place)
        for place, id in enumerate(suggested(plan), 1)
    ]
    return edits.add(document, *lines)


def _called(plan: Plan, id: str) -> str | Message:
    record = plan.find(id)
    return edits.called(record) if record else id
