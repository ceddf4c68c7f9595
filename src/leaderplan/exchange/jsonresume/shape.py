"""JSON Resume 1.0.0 as other programs write it (https://jsonresume.org/schema), read strictly, but for known habits.

``null`` stands for nothing, a number for its text, one text for a list of one; ``company`` and ``website`` are the
names that earlier versions had. Fields that are not declared here are not kept; they stay in ``model_extra`` to be named.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from leaderplan.domain.messages import Message, _
from leaderplan.exchange.jsontext import value_shown
from leaderplan.exchange.problems import Wrong

T = TypeVar("T")


def _text(value: Any) -> Any:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return "" if value is None else value


def _listed(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return () if value is None else value


def _texts(value: Any) -> Any:
    return (value,) if isinstance(value, str) else _listed(value)


def _object(value: Any) -> Any:
    return {} if value is None else value


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_texts)]
Object = Annotated[T, BeforeValidator(_object)]
List = Annotated[tuple[Annotated[T, BeforeValidator(_object)], ...], BeforeValidator(_listed)]


class Part(BaseModel):
    """Any object of the file."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)

    def unread(self) -> tuple[str, ...]:
        """The names of the fields that say something and are not kept."""
        return tuple(name for name, value in (self.model_extra or {}).items() if value not in (None, "", [], {}))


class Basics(Part):
    """Who it is about."""

    name: Text = ""
    label: Text = ""
    email: Text = ""
    phone: Text = ""
    summary: Text = ""


class Work(Part):
    """One post: paid work, or volunteering, which calls the employer ``organization``."""

    name: Text = ""
    company: Text = ""
    organization: Text = ""
    position: Text = ""
    startDate: Text = ""  # noqa: N815  # the names of the format
    endDate: Text = ""  # noqa: N815
    summary: Text = ""
    highlights: Texts = ()

    @property
    def employer(self) -> str:
        """Whoever employed, by any of the names."""
        return self.name or self.company or self.organization


class Project(Part):
    """Something that was done, with its own dates."""

    name: Text = ""
    description: Text = ""
    summary: Text = ""
    highlights: Texts = ()
    keywords: Texts = ()
    startDate: Text = ""  # noqa: N815
    endDate: Text = ""  # noqa: N815
    url: Text = ""
    website: Text = ""
    roles: Texts = ()
    entity: Text = ""


class Award(Part):
    """What somebody was honoured with."""

    title: Text = ""
    date: Text = ""
    awarder: Text = ""
    summary: Text = ""


class Certificate(Part):
    """What somebody passed."""

    name: Text = ""
    date: Text = ""
    issuer: Text = ""
    url: Text = ""


class Publication(Part):
    """What somebody wrote."""

    name: Text = ""
    publisher: Text = ""
    releaseDate: Text = ""  # noqa: N815
    url: Text = ""
    website: Text = ""


class Reference(Part):
    """What somebody said."""

    name: Text = ""
    reference: Text = ""


class Resume(Part):
    """The whole file. What a plan has no place for is taken as it comes, only to be counted."""

    schema_: Any = Field(default=None, alias="$schema")
    meta: Any = None
    basics: Object[Basics] = Basics()
    work: List[Work] = ()
    volunteer: List[Work] = ()
    projects: List[Project] = ()
    awards: List[Award] = ()
    certificates: List[Certificate] = ()
    publications: List[Publication] = ()
    references: List[Reference] = ()


SECTIONS = tuple(name for name in Resume.model_fields if name not in ("schema_", "meta"))
"""The sections that are read."""
UNKEPT = ("education", "skills", "languages", "interests")
"""The sections of the format for which a plan has no place."""


def wrong_shape(error: ValidationError) -> tuple[Wrong, ...]:
    """What is wrong with the shape of a file, each with its path."""
    return tuple(Wrong(_path(each["loc"]), _said(each), order) for order, each in enumerate(error.errors()))


def _path(loc: tuple[int | str, ...]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return text.removeprefix(".") or "$"


def _said(error: ErrorDetails) -> Message:
    given = error["input"]
    match error["type"]:
        case "string_type":
            return _("text belongs here, not {value}.", value=value_shown(given))
        case "tuple_type" | "list_type":
            return _("a list belongs here, not {value}.", value=value_shown(given))
        case _:
            return _("an object belongs here, not {value}.", value=value_shown(given))
