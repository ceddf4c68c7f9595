"""What a document is made of: plain values in the reader's language, without points, fonts or records.

A block decides what is said, a printer (PDF, Word, Markdown, HTML) how it looks. Widths of columns are parts of the
grid: 170 parts across the page, of which 42 are the side column, 6 the gutter and 122 the text column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias
from urllib.parse import urlsplit

from leaderplan.domain.figures import Figure

GRID: Final = 170
SIDE: Final = 42
GUTTER: Final = 6
TEXT: Final = 122
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


Tone: TypeAlias = Literal["plain", "muted", "worse"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner. The text is shown exactly as it is: there is no markup in it."""

    text: str
    bold: bool = False
    italic: bool = False
    tone: Tone = "plain"
    link: Inside | Outside | None = None


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page on which ``target`` stands, linked to it."""

    target: str


SignName: TypeAlias = Literal["run", "change", "transform", "full", "half", "open", "arrow"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A small drawn mark. Its meaning stands beside it in words: a mode, how far a step was treated, "became"."""

    name: SignName


Inline: TypeAlias = Run | PageOf | Sign
Rich: TypeAlias = tuple[Inline, ...]


def rich(*parts: str | Inline) -> Rich:
    """Plain strings and inline values as one text; empty strings vanish."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts if part != "")


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 opens a section, 2 a story or a part, 3 stands over a paragraph.

    ``short`` is for contents and bookmarks; ``listed`` says whether it stands there at all.
    """

    level: Literal[1, 2, 3]
    text: str
    short: str = ""
    target: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph; a line end in it stays a line end."""

    text: Rich
    rank: Literal["lead", "body", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Pair:
    """A label in the side column and lines of text beside it."""

    label: str
    lines: tuple[Rich, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """Lines in the side column beside blocks in the text column."""

    label: tuple[Rich, ...]
    blocks: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A result in a few large words, and what it means."""

    big: str
    note: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """Up to three results side by side."""

    items: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A value as it is written, and when it was read."""

    value: str
    when: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure, before and after; parts that are missing are left empty."""

    name: str
    seen_by: str
    before: Reading | None
    after: Reading | None
    change: str
    verdict: str
    worse: bool = False
    over_time: Figure | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures as before → after. The heads are those of name, before, after, change and over time."""

    heads: tuple[str, str, str, str, str]
    rows: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: lines of text, then a figure."""

    lines: tuple[Rich, ...] = ()
    figure: Figure | None = None


def cell(*parts: str | Inline) -> Cell:
    """A cell with one line of text."""
    return Cell((rich(*parts),))


@dataclass(frozen=True, slots=True)
class Column:
    """A column ``parts`` of the grid wide; a small one holds dates, kinds and other notes."""

    head: str
    parts: float
    small: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """As many cells as there are columns; ``target`` makes the row one that can be linked to."""

    cells: tuple[Cell, ...]
    target: str = ""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A title over the rows that follow."""

    title: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head, which a printer with pages repeats on each."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow | GroupRow, ...]


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """Figures side by side, or one alone; each has its words and its table."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, with who said it and where."""

    speaker: str
    role: str
    words: str
    source: Rich = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A competency with the level claimed, and why."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What a story is claimed for."""

    label: str
    rows: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One achievement, told: its number, title and meta line, the parts of its prose, measures, claims and notes.

    Each line of a part is a paragraph. ``notes`` are pairs such as the evidence and who can confirm it.
    """

    number: str
    heading: Heading
    meta: Rich
    parts: tuple[Pair, ...]
    measures: Measures | None = None
    claims: Claims | None = None
    notes: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own, in printers that have pages."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Blocks that stay on one page, if they fit one."""

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Heading
    | Prose
    | Pair
    | Side
    | Highlights
    | Measures
    | Table
    | FigureBlock
    | Quote
    | Claims
    | Story
    | NewPage
    | Keep
)


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
