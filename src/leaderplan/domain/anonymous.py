"""Taking the person out of what leaves: name, contact, employers and addresses on the web."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from leaderplan.domain.fields import Kind, Record, empty, specs
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.competence import Competency, Descriptor, Framework, Level
from leaderplan.domain.records.grow import Post
from leaderplan.domain.records.profile import Profile

BLANK = "…"
"""What stands in a text where a name was."""

_TELLING: Mapping[type[Record], tuple[str, ...]] = {
    Profile: ("name", "organisation", "email", "phone"),
    Post: ("organisation",),
}
_PUBLIC = (Framework, Level, Competency, Descriptor)  # what publishers wrote says nothing of the person
_TEXTS = (Kind.TEXT, Kind.PROSE)
_SHORTEST = 3  # characters of a part of the name that is looked for on its own


class Eraser:
    """Takes the names of one plan out of its records. Other people's names stay: they can confirm what was done."""

    def __init__(self, plan: Plan) -> None:
        names = set(_names(plan))
        single = {name for name in names if len(name.split()) == 1} | set(_parts_of_name(plan))
        self._patterns = [
            *_pattern(names - single, re.IGNORECASE),
            # One word as written or in capitals only, so that Ms Price does not take the price out of a sentence.
            *_pattern(single | {name.upper() for name in single}),
        ]

    def erased(self, record: Record) -> Record:
        """The record without what tells who the person is."""
        if isinstance(record, _PUBLIC):
            return record
        changed: dict[str, Any] = {}
        for name, spec in specs(type(record)).items():
            value = getattr(record, name)
            if name in _TELLING.get(type(record), ()) or spec.kind is Kind.ADDRESS:
                changed[name] = empty(spec.kind)
            elif spec.kind in _TEXTS:
                changed[name] = self._blanked(value)
            elif spec.kind is Kind.TAGS:
                changed[name] = tuple(map(self._blanked, value))
        return replace(record, **changed)

    def _blanked(self, text: str) -> str:
        for pattern in self._patterns:
            text = pattern.sub(BLANK, text)
        return text


def _names(plan: Plan) -> Iterator[str]:
    for record_type, fields in _TELLING.items():
        for record in plan.of_table(record_type.table):
            yield from (name for field in fields if (name := getattr(record, field).strip()))


def _parts_of_name(plan: Plan) -> Iterator[str]:
    """Given names and surname, each of which colleagues use alone; a particle such as "van" only with the others."""
    for profile in plan.all(Profile):
        *given, surname = profile.name.split() or [""]
        if given:
            yield from (part for part in (*given, surname) if len(part) >= _SHORTEST and not part.islower())


def _pattern(names: Iterable[str], flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> Iterator[re.Pattern[str]]:
    """One pattern for all names as whole words, longest first; none where there is no name."""
    listed = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    if listed:
        yield re.compile(rf"(?<!\w)(?:{listed})(?!\w)", flags)
