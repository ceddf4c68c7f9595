"""A record as lines to read on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from leaderplan.domain.fields import Record, empty, specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import moment_text, to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.written import written
from leaderplan.store.steps import Version

_LABEL = 26
_END = 8


def described(plan: Plan, record: Record) -> Iterator[str]:
    """Its kind, id and filled fields, then what refers to it."""
    yield f"{ENGLISH.say(type(record).one)}  {record.id}"
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if value != empty(spec.kind) and not spec.inner:
            first, *others = written(ENGLISH, partial(_target, plan), spec, value).split("\n")
            yield f"  {ENGLISH.say(spec.label):{_LABEL}} {first}"
            yield from (f"  {'':{_LABEL}} {line}" for line in others)
    for referrer, field in plan.referrers(record.id):
        spec = specs(type(referrer))[field]
        if spec.inner:
            continue
        kind, label = (ENGLISH.say(words) for words in (type(referrer).one, spec.label))
        yield f"  {f'{kind} ({label})':{_LABEL}} {referrer.id[-_END:]}  {referrer.heading}"


def _target(plan: Plan, id: str) -> str:
    record = plan.find(id)
    return (record.heading or record.id[-_END:]) if record else ENGLISH.say(_("{id} (gone)", id=id))


def versions_of(versions: Sequence[Version]) -> list[dict[str, Any]]:
    """The versions of a record in the public shape."""
    return [
        {"at": moment_text(version.at), "label": ENGLISH.say(version.label), "record": to_plain(version.record)}
        for version in versions
    ]
