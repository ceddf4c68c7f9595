"""The whole document: cover, contents, sections and the line at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leaderplan.report.tree.blocks import Block, Heading, Pair


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of level 1 and what stands under it; ``kicker`` is the line above the heading."""

    heading: Heading
    blocks: tuple[Block, ...]
    kicker: str = ""
    new_page: bool = True


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: the kind of document, whose it is, a headline, and pairs such as post, date and contact."""

    kind: str
    name: str
    headline: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of sections and of what stands one level below, with pairs under it that say how to read it."""

    title: str
    notes: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Foot:
    """The line at the foot of a page: a name, then ``numbering`` with ``{page}`` and ``{pages}`` filled in."""

    name: str
    numbering: str = "page {page} of {pages}"

    def line(self, page: int, pages: int) -> str:
        """The line for ``page`` of ``pages``."""
        numbers = self.numbering.replace("{page}", str(page)).replace("{pages}", str(pages))
        return f"{self.name} · {numbers}" if self.name else numbers


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``language`` is a BCP 47 tag such as ``en-GB``."""

    title: str
    author: str
    language: str
    foot: Foot
    sections: tuple[Section, ...]
    cover: Cover | None = None
    contents: Contents | None = None

    def filled(self) -> Iterator[Section]:
        """The sections that hold something: an empty one vanishes from text, contents and bookmarks."""
        return (section for section in self.sections if section.blocks)
