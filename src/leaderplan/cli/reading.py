"""A record as lines to read on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Choice, Kind, Record, Spec, empty, specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import moment_text, to_plain
from leaderplan.domain.plan import Plan
from leaderplan.store.steps import Version

_LABEL = 26
_END = 8


def described(plan: Plan, record: Record) -> Iterator[str]:
    """Its kind, id and filled fields, then what refers to it."""
    yield f"{ENGLISH.say(type(record).one)}  {record.id}"
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if value != empty(spec.kind):
            first, *others = written(plan, spec, value).split("\n")
            yield f"  {ENGLISH.say(spec.label):{_LABEL}} {first}"
            yield from (f"  {'':{_LABEL}} {line}" for line in others)
    for referrer, field in plan.referrers(record.id):
        kind, label = (ENGLISH.say(words) for words in (type(referrer).one, specs(type(referrer))[field].label))
        yield f"  {f'{kind} ({label})':{_LABEL}} {referrer.id[-_END:]}  {referrer.heading}"


def written(plan: Plan, spec: Spec, value: Any) -> str:
    """A field's value, which is not empty, for a reader."""
    if spec.kind is Kind.SHARE:
        parts = zip(spec.choices or (), value, strict=True)
        return ENGLISH.series(f"{ENGLISH.say(part.label)} {percent} %" for part, percent in parts)
    if isinstance(value, tuple):
        return ENGLISH.series(written(plan, spec, item) for item in value)
    if isinstance(value, Choice):
        return ENGLISH.say(value.label)
    if spec.kind in (Kind.REFERENCE, Kind.REFERENCES):
        return _target(plan, value)
    if isinstance(value, PartialDate):
        return ENGLISH.day(value)
    if isinstance(value, datetime):
        return ENGLISH.moment(value)
    if isinstance(value, Attachment):
        return ENGLISH.say(_("{name} ({size} bytes)", name=value.name, size=value.size))
    if isinstance(value, bool):
        return ENGLISH.say(_("yes"))
    return ENGLISH.number(value) if isinstance(value, (int, float)) else str(value)


def _target(plan: Plan, id: str) -> str:
    record = plan.find(id)
    return (record.heading or record.id[-_END:]) if record else ENGLISH.say(_("{id} (gone)", id=id))


def versions_of(versions: Sequence[Version]) -> list[dict[str, Any]]:
    """The versions of a record in the public shape."""
    return [
        {"at": moment_text(version.at), "label": ENGLISH.say(version.label), "record": to_plain(version.record)}
        for version in versions
    ]
