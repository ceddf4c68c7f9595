"""Text within a block: runs in one manner, links, numbers of pages, and small drawn signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias
from urllib.parse import urlsplit

SCHEMES: Final = ("https", "http", "mailto")


@dataclass(frozen=True, slots=True)
class Inside:
    """A link to the block or row of this document that has ``target``; without one it is plain text."""

    target: str


@dataclass(frozen=True, slots=True)
class Outside:
    """A link out of the document. Raises ValueError for an address that is not https, http or mailto."""

    address: str

    def __post_init__(self) -> None:
        if not may_be_linked(self.address):
            raise ValueError(f"not an address to link to: {self.address[:80]!r}")


def may_be_linked(address: str) -> bool:
    """Whether ``address`` is one that a document may link to: short, one line, https, http or mailto."""
    if len(address) > 2000 or any(letter.isspace() or not letter.isprintable() for letter in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or (parts.scheme == "mailto" and parts.path))


Tone: TypeAlias = Literal["plain", "ink", "muted", "worse"]
Stroke: TypeAlias = Literal["through", "under"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner. The text is shown exactly as it is: there is no markup in it.

    ``stroke`` draws a line through words that are to go, or under words that are to come.
    """

    text: str
    bold: bool = False
    italic: bool = False
    tone: Tone = "plain"
    link: Inside | Outside | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page on which ``target`` stands, linked to it."""

    target: str


SignName: TypeAlias = Literal[
    "run", "change", "transform", "full", "half", "open", "arrow", "accepted", "done", "declined", "waiting"
]


@dataclass(frozen=True, slots=True)
class Sign:
    """A small drawn mark. Its meaning stands beside it in words: a mode, how far a step was treated, "became", what
    became of a comment.
    """

    name: SignName


Inline: TypeAlias = Run | PageOf | Sign
Rich: TypeAlias = tuple[Inline, ...]


def rich(*parts: str | Inline) -> Rich:
    """Plain strings and inline values as one text; empty strings vanish."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts if part != "")
