"""The blocks of a section: headings, paragraphs, measures, tables, figures, quotes and stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from leaderplan.domain.figures import Figure
from leaderplan.report.tree.inline import Inline, Rich, SignName, rich


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 opens a section, 2 a story or a part, 3 stands over a paragraph.

    ``short`` is for contents and bookmarks; ``listed`` says whether it stands there at all. One that is ``wide``
    begins at the left margin whatever its level, over a table that takes the whole width.
    """

    level: Literal[1, 2, 3]
    text: str
    short: str = ""
    target: str = ""
    listed: bool = True
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph; a line end in it stays a line end.

    ``marks`` is the rank of a row of signs that sums up. With a ``sign`` before it all its lines are set off. ``id``
    names it to a program that reads the document.
    """

    text: Rich
    rank: Literal["lead", "body", "note", "marks"] = "body"
    sign: SignName | None = None
    id: str = ""


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
class Entry:
    """One of a list, parted from those around it: lines in the side column beside blocks that stay together."""

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
    | Entry
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
