"""The shape of LeaderPlan's own framework file, checked before anything is made of it (docs/formats/framework.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.messages import Message, _, _n

FORMAT = 1
"""The format that this version writes and reads."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, pattern=r"^[^\r\n]*\S[^\r\n]*$")]
Prose = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Rank = Annotated[int, Field(ge=1, le=100)]
Address = Annotated[str, StringConstraints(max_length=LONGEST_TEXT, pattern=r"^https?://[^\s/]+\S*$")]
V = TypeVar("V", bound=Hashable)


class _Part(BaseModel):
    """Strict: no other keys, no text where a number belongs."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class FrameworkPart(_Part):
    """What is known of the framework as a whole."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,99}$")]
    title: Line
    version: Line
    publisher: Line
    language: Line
    licence: Line
    licence_url: Address | None
    source_url: Address | None
    status: Literal["current", "superseded"]
    personal_use_only: bool


class LevelPart(_Part):
    """One level; rank 1 is the lowest."""

    rank: Rank
    title: Line
    description: Prose


class CompetencyPart(_Part):
    """A competency, or a group of them where it has no descriptors."""

    code: Line
    parent: Line | None
    title: Line
    description: Prose
    evidence: tuple[Line, ...]
    not_this: tuple[Line, ...]
    phrases: tuple[Line, ...]


class DescriptorPart(_Part):
    """What one competency looks like at one level."""

    competency: Line
    level: Rank
    text: Annotated[str, StringConstraints(max_length=LONGEST_TEXT, pattern=r"\S")]


class FrameworkFile(_Part):
    """A whole file."""

    format: Literal[1]
    framework: FrameworkPart
    levels: Annotated[tuple[LevelPart, ...], Field(min_length=1, max_length=100)]
    competencies: Annotated[tuple[CompetencyPart, ...], Field(min_length=1, max_length=2_000)]
    descriptors: Annotated[tuple[DescriptorPart, ...], Field(min_length=1, max_length=50_000)]


def wrong_values(error: ValidationError) -> tuple[Message, ...]:
    """A sentence without its full stop for each wrong value, with the way to it."""
    return tuple(_wrong_value(found) for found in error.errors(include_url=False, include_input=False))


def _wrong_value(found: ErrorDetails) -> Message:
    place = " / ".join(str(step + 1) if isinstance(step, int) else step for step in found["loc"])
    match found["type"]:
        case "missing":
            return _("{place} is missing", place=place)
        case "extra_forbidden":
            return _("{place} is not known here", place=place)
        case "string_type":
            return _("{place} is not a text", place=place)
        case "string_too_long":
            return _("{place} is longer than {most} characters", place=place, most=LONGEST_TEXT)
        case "string_too_short" | "string_pattern_mismatch":
            return _("{place} is empty or not written as it should be", place=place)
        case "literal_error" if found["loc"] == ("format",):
            return _("its format is not {format}, the one that this LeaderPlan reads", format=FORMAT)
        case "json_invalid":
            return _("it is not JSON, or not all of it")
    return _("{place} holds something else than it should", place=place or "/")


def contradictions(file: FrameworkFile) -> Iterator[Message]:
    """What single values cannot show: things said twice, and references to what is not there."""
    codes = [part.code for part in file.competencies]
    ranks = [part.rank for part in file.levels]
    for code in _twice(codes):
        yield _("the code {code} stands twice", code=code)
    for rank in _twice(ranks):
        yield _("the level {rank} stands twice", rank=rank)
    for competency, level in _twice([(part.competency, part.level) for part in file.descriptors]):
        yield _("{code} has two texts for level {rank}", code=competency, rank=level)
    for code in sorted({part.parent for part in file.competencies if part.parent} - set(codes)):
        yield _("the group {code} is not in the file", code=code)
    for code in sorted({part.competency for part in file.descriptors} - set(codes)):
        yield _("there is a text for {code}, which is not in the file", code=code)
    for rank in sorted({part.level for part in file.descriptors} - set(ranks)):
        yield _("there is a text for level {rank}, which is not in the file", rank=rank)
    yield from _misplaced(file)


def _misplaced(file: FrameworkFile) -> Iterator[Message]:
    parents = {part.code: part.parent for part in file.competencies}
    described = {part.competency for part in file.descriptors}
    empty = [part.code for part in file.competencies if part.code not in described | set(parents.values())]
    if empty:
        yield _n(
            "{code} has neither texts nor competencies below it",
            "{count} competencies, such as {code}, have neither texts nor competencies below them",
            len(empty), code=empty[0],
        )  # fmt: skip
    for code, parent in parents.items():
        above, seen = parent, {code}
        while above in parents and above not in seen:
            seen.add(above)
            above = parents[above]
        if above == code:
            yield _("{code} is a part of itself", code=code)


def _twice(values: list[V]) -> list[V]:
    return [value for value, times in Counter(values).items() if times > 1]
