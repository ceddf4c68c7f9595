"""What goes when records are erased for good: all that hangs on them, and the copies that were kept of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Kind, OnRemove, Record, empty, specs
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Person, Round, StrayAnswer


@dataclass(frozen=True, slots=True)
class Reach:
    """The records that are ``gone``, what was named first, and the ``copies``: those that stay and lose a file in which
    they hold a copy of one.
    """

    gone: Mapping[str, Record]
    copies: tuple[Record, ...]


def reach(records: Iterable[Record], ids: Iterable[str]) -> Reach:
    """What erasing those of ``records`` that are named takes with it."""
    known = {record.id: record for record in records}
    below, holders, along = _links(known.values())
    gone: dict[str, Record] = {}
    copies: dict[str, Record] = {}
    waiting = [id for id in ids if id in known]
    while waiting:
        id = waiting.pop(0)
        if id in gone:
            continue
        gone[id] = known[id]
        waiting += below[id]
        for holder in holders[id]:
            copies[holder] = known[holder]
            waiting += along[holder]
    return Reach(gone, tuple(record for id, record in copies.items() if id not in gone))


_Links = defaultdict[str, list[str]]


def _links(records: Iterable[Record]) -> tuple[_Links, _Links, _Links]:
    """By id: what hangs on it, what holds a copy of it, and what goes when it loses its own copy."""
    below, holders, along = _Links(list), _Links(list), _Links(list)
    for record in records:
        for name, spec in specs(type(record)).items():
            if spec.kind is Kind.REFERENCE and spec.erasing is OnRemove.WITH:
                _note(below, record, name)
            if spec.with_copy:
                _note(along, record, name)
            for copied in spec.copies:
                _note(holders, record, copied)
    return below, holders, along


def _note(links: _Links, record: Record, field: str) -> None:
    value = getattr(record, field)
    for target in value if isinstance(value, tuple) else filter(None, (value,)):
        links[target].append(record.id)


def without_copies(record: Record, gone: Collection[str]) -> Record:
    """The record without the files that hold copies of what is gone, and without the references that end with it."""
    changed: dict[str, Any] = {}
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if spec.copies:
            changed[name] = empty(spec.kind)
        elif spec.kind is Kind.REFERENCES and spec.erasing is OnRemove.UNLINK:
            changed[name] = tuple(id for id in value if id not in gone)
        elif spec.kind is Kind.REFERENCE and spec.erasing is OnRemove.UNLINK and value in gone:
            changed[name] = empty(spec.kind)
    return replace(record, **changed)


def sent_to(found: Reach, records: Iterable[Record]) -> tuple[Message, ...]:
    """A sentence for everybody who was sent a copy of something that goes; nobody can take it back from them."""
    people = {record.id: record.name for record in records if isinstance(record, Person)}
    rounds = [record for record in (*found.copies, *found.gone.values()) if isinstance(record, Round)]
    rounds.sort(key=lambda round: round.id)
    return tuple(got_a_copy(people.get(each.mentor or "", ""), each.title, each.sent_on) for each in rounds)


def may_quote(records: Iterable[Record], gone: Collection[str]) -> tuple[Message, ...]:
    """That answers are kept aside of which no round is known: they may quote anything."""
    strays = (record for record in records if isinstance(record, StrayAnswer))
    count = sum(stray.round is None and stray.id not in gone for stray in strays)
    said = _n(
        "{count} answer that was kept aside may quote it: read it, and erase it if it does.",
        "{count} answers that were kept aside may quote it: read them, and erase those that do.",
        count,
    )
    return (said,) if count else ()


def got_a_copy(mentor: str, title: str, on: PartialDate | None) -> Message:
    """That a mentor has what was sent in a round, which nobody can reach."""
    if not mentor:
        return _("What was sent in {title} is with whoever got it.", title=title)
    return _("{mentor} got a copy on {day}.", mentor=mentor, day=on) if on else _("{mentor} got a copy.", mentor=mentor)
