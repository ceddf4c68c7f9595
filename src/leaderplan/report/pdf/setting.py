"""What every builder of boxes needs: the type, the page, and the headings met so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from leaderplan.report import tree
from leaderplan.report.pdf.boxes import Box, Side, Stack
from leaderplan.report.pdf.heading import LETTERS, LINES, Title
from leaderplan.report.pdf.signed import Signed
from leaderplan.report.pdf.styles import ASCENT, BODY, CELL, HEADINGS, LEAD, NOTE, NOTE_INK, PageSize, Style
from leaderplan.report.pdf.tags import Node, Role
from leaderplan.report.pdf.text import Typesetter, printable

_ROLES: Final[dict[int, Role]] = {1: "H1", 2: "H2", 3: "H3"}
_RANKS: Final = {"lead": LEAD, "body": BODY, "note": NOTE.spaced(after=7), "marks": NOTE.spaced(after=10.5)}


class Entry(NamedTuple):
    """A line of the contents: the level below its section, the text, and where it leads."""

    level: int
    text: str
    key: str


@dataclass(slots=True)
class Setting:
    """The setting of one document."""

    typesetter: Typesetter
    page: PageSize
    entries: list[Entry] = field(default_factory=list)
    depth: int = 0

    def text(self, text: str | tree.Rich, style: Style, node: Node, role: Role = "P") -> Box:
        """A paragraph with an element of its own under ``node``."""
        return self.typesetter.paragraph(text, style, node.add(role))

    def title(self, heading: tree.Heading, width: float, node: Node, style: Style | None = None) -> Title:
        """A heading, noted for the contents if it is listed."""
        style = style or HEADINGS[heading.level]
        self.depth = min(heading.level, self.depth + 1)  # no level is skipped, whatever a block is called
        element = node.add(_ROLES[self.depth])
        paragraph = self.typesetter.paragraph(heading.text, style, element)
        if len(paragraph.lines(width)) > LINES:
            paragraph = self.typesetter.paragraph(cut(heading.text), style, element)
        key = heading.target or f"heading {len(self.entries)}"
        listed = heading.listed and heading.level < 3
        bookmark = " ".join(printable(heading.short or heading.text).split()) if listed else ""
        if bookmark:
            self.entries.append(Entry(heading.level - 1, bookmark, key))
        return Title(paragraph, key if bookmark or heading.target else "", heading.level - 1, bookmark)

    def lines(self, lines: Sequence[tree.Rich], style: Style, node: Node) -> list[Box]:
        """A paragraph for each of ``lines``."""
        return [self.text(line, style, node) for line in lines]

    def pair(self, pair: tree.Pair, node: Node, after: float = 7) -> Side:
        """A label beside lines of text."""
        style = NOTE_INK if pair.small else CELL
        note = self.text(pair.label, NOTE, node) if pair.label else None
        body = Stack(self.lines(pair.lines, style, node))
        body.after = 3.5 if pair.small else after
        return Side(note, body, dropped(style))

    def prose(self, prose: tree.Prose, node: Node, after: float | None = None) -> Box:
        """One paragraph in the style of its rank, with its space below or ``after``."""
        element = node.add("P")
        element.id = prose.id
        style = _RANKS[prose.rank] if after is None else _RANKS[prose.rank].spaced(after=after)
        paragraph = self.typesetter.paragraph(prose.text, style, element)
        return Signed(prose.sign, paragraph, style.size) if prose.sign else paragraph

    def sides(self, block: tree.Side, node: Node) -> list[Side]:
        """Notes beside the first of several paragraphs; the others stand alone in the text column."""
        sides = []
        notes = self.lines(block.label, NOTE, node)
        for place, prose in enumerate(block.blocks):
            note = Stack(notes) if place == 0 and notes else None
            sides.append(Side(note, self.prose(prose, node), dropped(_RANKS[prose.rank])))
        return sides


def cut(text: str, letters: int = LETTERS) -> str:
    """``text``, if it is very long, cut as titles are."""
    whole = printable(text)
    return whole if len(whole) <= letters else whole[:letters].rstrip() + "…"


def dropped(style: Style) -> float:
    """How far a note beside text in ``style`` is lowered so that both stand on one baseline."""
    return max(0.0, ASCENT * (style.size - NOTE.size))
