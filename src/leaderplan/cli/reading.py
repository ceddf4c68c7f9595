"""A record as lines to read on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Choice, Kind, Record, Spec, empty, specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plain import moment_text, to_plain
from leaderplan.domain.plan import Plan
from leaderplan.store.steps import Version

_LABEL = 26


def described(plan: Plan, record: Record) -> Iterator[str]:
    """Its kind, id and filled fields, then what refers to it."""
    yield f"{ENGLISH.say(type(record).one)}  {record.id}"
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if value != empty(spec.kind):
            lines = _words(plan, spec, value).splitlines() or [""]
            yield f"  {ENGLISH.say(spec.label):{_LABEL}} {lines[0]}"
            yield from (f"  {'':{_LABEL}} {line}" for line in lines[1:])
    for referrer, field in plan.referrers(record.id):
        label = ENGLISH.say(specs(type(referrer))[field].label)
        yield f"  {ENGLISH.say(type(referrer).one)} ({label})  {referrer.id[-8:]}  {referrer.heading}".rstrip()


def _words(plan: Plan, spec: Spec, value: Any) -> str:
    if spec.kind is Kind.SHARE:
        parts = zip(spec.choices or (), value, strict=True)
        return ", ".join(f"{ENGLISH.say(part.label)} {percent} %" for part, percent in parts)
    if isinstance(value, tuple):
        return ENGLISH.series(_words(plan, spec, item) for item in value)
    if isinstance(value, Choice):
        return ENGLISH.say(value.label)
    if isinstance(value, PartialDate):
        return ENGLISH.day(value)
    if isinstance(value, datetime):
        return ENGLISH.moment(value)
    if isinstance(value, Attachment):
        return f"{value.name} ({ENGLISH.number(value.size)} bytes)"
    if spec.kind in (Kind.REFERENCE, Kind.REFERENCES):
        target = plan.find(value)
        return (target.heading or target.id[-8:]) if target else f"{value} (gone)"
    if isinstance(value, bool):
        return "yes"
    return ENGLISH.number(value) if isinstance(value, (int, float)) else str(value)


def versions_of(versions: Sequence[Version]) -> list[dict[str, Any]]:
    """The versions of a record in the public shape."""
    return [
        {
            "at": moment_text(version.at),
            "label": ENGLISH.say(version.label),
            "record": to_plain(version.record) if version.record else None,
        }
        for version in versions
    ]
