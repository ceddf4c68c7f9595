"""JSON Resume 1.0.0 as other programs write it (https://jsonresume.org/schema), read strictly, but for known habits.

``null`` stands for nothing, a number for its text, one text for a list of one; ``company`` and ``website`` are the
names that earlier versions had. Fields that are not declared here are not kept; they stay in ``model_extra``, where
they are found to be named.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

MOST_TEXTS = 1_000
"""Texts in one list of an entry, such as its highlights."""


def _text(value: Any) -> Any:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return "" if value is None else value


def _texts(value: Any) -> Any:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        if len(value) > MOST_TEXTS:
            raise ValueError("too many")
        return tuple(value)
    return () if value is None or value == {} else value


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_texts)]


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
