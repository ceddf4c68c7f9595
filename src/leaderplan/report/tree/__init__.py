"""What a document is made of: plain values in the reader's language, without points, fonts or records.

A block decides what is said, a printer (PDF, Word, Markdown, HTML) how it looks. Widths of columns are parts of the
grid: 170 parts across the page, of which 42 are the side column, 6 the gutter and 122 the text column.
"""

from typing import Final

from leaderplan.report.tree.blocks import (
    Block,
    Cell,
    Claim,
    Claims,
    Column,
    Entry,
    FigureBlock,
    GroupRow,
    Heading,
    Highlight,
    Highlights,
    Keep,
    MeasureRow,
    Measures,
    NewPage,
    Pair,
    Prose,
    Quote,
    Reading,
    Side,
    Story,
    Table,
    TableRow,
    cell,
)
from leaderplan.report.tree.document import Contents, Cover, Document, Foot, Section
from leaderplan.report.tree.inline import (
    SCHEMES,
    Inline,
    Inside,
    Outside,
    PageOf,
    Rich,
    Run,
    Sign,
    SignName,
    Stroke,
    Tone,
    may_be_linked,
    rich,
)

GRID: Final = 170
SIDE: Final = 42
GUTTER: Final = 6
TEXT: Final = 122

__all__ = [
    "GRID",
    "GUTTER",
    "SCHEMES",
    "SIDE",
    "TEXT",
    "Block",
    "Cell",
    "Claim",
    "Claims",
    "Column",
    "Contents",
    "Cover",
    "Document",
    "Entry",
    "FigureBlock",
    "Foot",
    "GroupRow",
    "Heading",
    "Highlight",
    "Highlights",
    "Inline",
    "Inside",
    "Keep",
    "MeasureRow",
    "Measures",
    "NewPage",
    "Outside",
    "PageOf",
    "Pair",
    "Prose",
    "Quote",
    "Reading",
    "Rich",
    "Run",
    "Section",
    "Side",
    "Sign",
    "SignName",
    "Story",
    "Stroke",
    "Table",
    "TableRow",
    "Tone",
    "cell",
    "may_be_linked",
    "rich",
]
