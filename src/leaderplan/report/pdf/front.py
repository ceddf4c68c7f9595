"""The pages in front of the body: the cover, and the contents with their links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from leaderplan.report import tree
from leaderplan.report.pdf.boxes import Box, Rule, Side, stacked
from leaderplan.report.pdf.fonts import Face
from leaderplan.report.pdf.heading import Title
from leaderplan.report.pdf.paginate import Item, Pages, Placed, Unit, extent
from leaderplan.report.pdf.paragraph import Paragraph
from leaderplan.report.pdf.setting import Entry, Setting, cut
from leaderplan.report.pdf.sheet import Sheet, Span
from leaderplan.report.pdf.styles import (
    ASCENT,
    CELL,
    COLOURS,
    DISPLAY,
    FULL,
    H1,
    LEAD,
    MM,
    SIDE,
    TEXT,
    TEXT_X,
    Style,
)
from leaderplan.report.pdf.tags import Node

_KIND: Final = Style(13, 17.5, role="muted", after=7)
_LONG_NAME: Final = Style(18, 24.5, bold=True, after=21)
_COVER_TOP: Final = 55 * MM
_COVER_FOOT: Final = 47 * MM
"""The lower edge of the last pair above the edge of the page."""


def cover(setting: Setting, block: tree.Cover, node: Node, stop: Callable[[], bool]) -> list[list[Placed]]:
    """The cover: what it is and whose at the text edge, pairs at the foot; it flows if that does not fit."""
    element = node.add("Sect")
    kind = setting.text(block.kind, _KIND, element)
    name = _name(setting, cut(block.name), element.add("P"))
    rule = Rule(1.2, accent=True, x=TEXT_X, length=24 * MM)
    rule.after = 21
    upper = [
        Side(None, kind),
        Side(None, Title(name, "")),
        rule,
        *([Side(None, setting.text(block.headline, LEAD, element))] if block.headline else []),
    ]
    lower = [setting.pair(pair, element) for pair in block.pairs]
    top = _COVER_TOP - setting.page.top
    foot = setting.page.height - setting.page.top - _COVER_FOOT - stacked(lower, FULL)
    if top + stacked(upper, FULL) + 28 > foot:
        flow = [Item(box) for box in (*upper, *lower)]
        return Pages(setting.page.text, stop).fill(flow)
    return [[*_placed(upper, top), *_placed(lower, foot)]]


def _name(setting: Setting, name: str, element: Node) -> Paragraph:
    """In the largest type up to two lines, else smaller."""
    paragraph = setting.typesetter.paragraph(name, DISPLAY, element)
    return paragraph if len(paragraph.lines(TEXT)) <= 2 else setting.typesetter.paragraph(name, _LONG_NAME, element)


def _placed(boxes: Sequence[Box], top: float) -> list[Placed]:
    placed, after = [], 0.0
    for place, box in enumerate(boxes):
        top += max(after, box.before) if place else 0.0
        placed.append(Placed(box, top))
        top += box.height(FULL)
        after = box.after
    return placed


class Line(Box):
    """One line of the contents: the page right-aligned in the side column, the title beside it, both one link."""

    def __init__(self, number: Style, face: Face, title: Paragraph, key: str, link: Node) -> None:
        self.number = number
        self.face = face
        self.title = title
        self.target = key
        self.link = link
        self.before = title.before
        self.after = title.after

    def height(self, width: float) -> float:
        return self.title.height(TEXT)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        number, size = sheet.number(self.target), self.number.size
        face = self.face
        left = x + SIDE - face.width(number) * size
        with sheet.marked(self.link):
            sheet.words([Span(left, top - ASCENT * size, f"{number} ", face, size, COLOURS["ink"])])
        self.title.paint(sheet, x + TEXT_X, top, TEXT)
        self.link.alternative = self.title.plain
        right = x + TEXT_X + max(line.width for line in self.title.lines(TEXT))
        sheet.link(self.link, (left, top - self.height(width), right, top))


def contents(setting: Setting, block: tree.Contents, entries: Sequence[Entry], node: Node) -> list[Unit]:
    """The contents with the pairs below them; over one page they name only sections."""
    title = setting.typesetter.paragraph(cut(block.title), H1, node.add("H1"))
    units = [Item(Title(title, ""), chained=True)]
    toc = node.add("TOC")
    lines = [Item(_line(setting, entry, toc, first=not place)) for place, entry in enumerate(entries)]
    notes = [Item(setting.pair(note, node)) for note in block.notes]
    if notes:
        notes[0].box.before = 28
    if extent([*units, *lines, *notes]) > setting.page.text:
        toc.kids.clear()
        sections = [entry for entry in entries if entry.level == 0]
        lines = [Item(_line(setting, entry, toc, first=not place)) for place, entry in enumerate(sections)]
    return [*units, *lines, *notes]


def _line(setting: Setting, entry: Entry, toc: Node, *, first: bool) -> Line:
    link = toc.add("TOCI").add("Link")
    link.target = entry.key
    top = entry.level == 0
    before = 0 if first else 14 if top else 3.5
    style = Style(CELL.size, CELL.leading, bold=top, before=before)
    return Line(
        CELL,
        setting.typesetter.fonts.face(),
        setting.typesetter.paragraph(cut(entry.text), style, link),
        entry.key,
        link,
    )
