"""What records are called where they stand apart from what they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from leaderplan.domain.belonging import owners
from leaderplan.domain.fields import Record
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.records import BY_TABLE


def name_of(record: Record, find: Callable[[str], Record | None], language: Language) -> str:
    """Its own name, or its kind and the name of what it belongs to, which ``find`` looks up by its id."""
    if record.heading.strip():
        return record.heading
    kind = language.say(type(record).one)
    owner = next((found for id in owners(record) if (found := find(id)) and found.heading), None)
    return f"{kind} · {owner.heading}" if owner else kind


def counted(records: Mapping[str, int], language: Language, tables: Iterable[str] = tuple(BY_TABLE)) -> str:
    """``12 Achievements, 34 Measures and 8 People``: of these ``tables``, in their order."""
    kinds = [(BY_TABLE[table], records.get(table, 0)) for table in tables]
    return language.series(
        language.say(_("{count} {kind}", count=count, kind=kind.one if count == 1 else kind.many))
        for kind, count in kinds
        if count
    )
