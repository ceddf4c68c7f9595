"""The value of a field in the words that a person sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Choice, Kind, Spec, empty
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _

NameOf = Callable[[str], str]
"""What the record with an id is called, also where it is gone."""


def written(language: Language, name_of: NameOf, spec: Spec, value: Any) -> str:
    """A field's value; several are parted by commas, and nothing is no words at all."""
    if isinstance(value, tuple):
        return language.series(items(language, name_of, spec, value))
    return _single(language, name_of, spec, value)


def items(language: Language, name_of: NameOf, spec: Spec, value: tuple[Any, ...]) -> list[str]:
    """The values of a field that holds several, one by one."""
    if spec.kind is Kind.SHARE and value:
        parts = zip(spec.choices or (), value, strict=True)
        return [f"{language.say(part.label)} {percent} %" for part, percent in parts]
    return [_single(language, name_of, spec, item) for item in value]


def _single(language: Language, name_of: NameOf, spec: Spec, value: Any) -> str:
    if isinstance(value, bool):
        return language.say(_("yes")) if value else ""
    if value is None or value == empty(spec.kind):
        return ""
    if isinstance(value, Choice):
        return language.say(value.label)
    if spec.kind in (Kind.REFERENCE, Kind.REFERENCES):
        return name_of(value)
    if isinstance(value, PartialDate):
        return language.day(value)
    if isinstance(value, datetime):
        return language.moment(value)
    if isinstance(value, Attachment):
        return language.say(_("{name} ({size} bytes)", name=value.name, size=value.size))
    return language.number(value) if isinstance(value, (int, float)) else str(value)
