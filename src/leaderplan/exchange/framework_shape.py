"""The shape of LeaderPlan's own framework file, as docs/formats/framework.md describes it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.exchange.guard import one_line, prose

FORMAT = 1
"""The format that this version writes and reads."""


def _filled(text: str) -> str:
    if not text:
        raise PydanticCustomError("empty", "a text is wanted")
    return text


_Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Line = Annotated[_Text, AfterValidator(one_line), AfterValidator(_filled)]
Prose = Annotated[_Text, AfterValidator(prose)]
FilledProse = Annotated[Prose, AfterValidator(_filled)]
Rank = Annotated[int, Field(ge=1, le=100)]
Address = Annotated[_Text, StringConstraints(pattern=r"^https?://[^\s/]+\S*$")]


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
    evidence: list[Line]
    not_this: list[Line]
    phrases: list[Line]


class DescriptorPart(_Part):
    """What one competency looks like at one level."""

    competency: Line
    level: Rank
    text: FilledProse


class FrameworkFile(_Part):
    """A whole file."""

    format: Literal[1]
    framework: FrameworkPart
    levels: Annotated[list[LevelPart], Field(min_length=1, max_length=100)]
    competencies: Annotated[list[CompetencyPart], Field(min_length=1, max_length=2_000)]
    descriptors: Annotated[list[DescriptorPart], Field(min_length=1, max_length=50_000)]
