"""The sections of a document as a flow of boxes, in reading order, with the elements they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby
from typing import Final

from leaderplan.report import tree
from leaderplan.report.pdf.boxes import Box, Rule, Side, Stack
from leaderplan.report.pdf.drawing import Drawing
from leaderplan.report.pdf.grids import measures, table
from leaderplan.report.pdf.heading import Indented
from leaderplan.report.pdf.paginate import Break, Group, Item, Unit, extent
from leaderplan.report.pdf.setting import Setting, cut, dropped
from leaderplan.report.pdf.story import WHOLE, claims, story
from leaderplan.report.pdf.styles import (
    BIG,
    BODY,
    FULL,
    H1,
    H1_MID_PAGE,
    KICKER,
    MM,
    NOTE,
    NOTE_INK,
    TEXT,
    TEXT_X,
    Style,
)
from leaderplan.report.pdf.table import Place, Row
from leaderplan.report.pdf.tags import Node

_HIGHLIGHTS: Final = tuple(Place(TEXT_X + x * MM, wide * MM) for x, wide in ((0, 38), (42, 38), (84, 38)))
_FEW_WORDS: Final = 60
"""How many letters of a result are printed large."""

_SPEAKER: Final = Style(8.5, 10.5, bold=True)
_QUOTE: Final = Style(13, 19.25, after=3.5, hanging=True)
_GAP: Final = 10 * MM
"""Between charts side by side."""
_CLOSE: Final = 3.5
"""Between the paragraphs of an entry."""


def section(setting: Setting, block: tree.Section, node: Node) -> list[Unit]:
    """The units of a section: in the middle of a page only together with its first block."""
    element = node.add("Sect")
    units: list[Unit] = [Break()] if block.new_page else []
    mid_page = 0 if block.new_page else H1_MID_PAGE
    opening: list[Item] = []
    if block.kicker:
        opening.append(Item(setting.text(block.kicker, KICKER.spaced(mid_page, KICKER.after), element), chained=True))
    title = setting.title(block.heading, FULL, element, H1.spaced(0 if block.kicker else mid_page, H1.after))
    opening.append(Item(title, chained=True))
    body = blocks(setting, block.blocks, element)
    if not block.new_page and body:
        together = [*opening, *items(body[:1])]
        if extent(together) > setting.page.text:
            return [Break(), *opening, *body]
        if not together[-1].chained:
            return [Group(together), *body[1:]]
    return [*units, *opening, *body]


def blocks(setting: Setting, many: Sequence[tree.Block], node: Node) -> list[Unit]:
    """The units of blocks one after another."""
    units: list[Unit] = []
    for quotes, run in groupby(many, key=lambda block: isinstance(block, tree.Quote)):
        several = [_block(setting, block, node) for block in run]
        if quotes and len(several) > 1:  # the last two stay together
            *several, last = several
            several[-1] = [Group([*items(several[-1]), *items(last)])]
        units += chain.from_iterable(several)
    return units


def items(units: Sequence[Unit]) -> list[Item]:
    """The items of ``units``, one after another."""
    return [item for unit in units for item in _items(unit)]


def _items(unit: Unit) -> list[Item]:
    return unit.items if isinstance(unit, Group) else [unit] if isinstance(unit, Item) else []


def _block(setting: Setting, block: tree.Block, node: Node) -> list[Unit]:
    if isinstance(block, tree.Story):
        return story(setting, block, node)
    if isinstance(block, tree.NewPage):
        return [Break()]
    if isinstance(block, tree.Keep):
        kept = blocks(setting, block.blocks, node)
        together = items(kept)
        return [Group(together)] if extent(together) <= setting.page.text else kept
    if isinstance(block, tree.Measures | tree.Table):
        return _grid(setting, block, node)
    if isinstance(block, tree.Entry):
        return [_entry(setting, block, node)]
    if isinstance(block, tree.Highlights | tree.FigureBlock | tree.Quote):
        return [_whole(setting, block, node)]
    return [*_text(setting, block, node)]


def _text(
    setting: Setting, block: tree.Heading | tree.Prose | tree.Pair | tree.Side | tree.Claims, node: Node
) -> list[Item]:
    match block:
        case tree.Heading():
            return [_heading(setting, block, node)]
        case tree.Prose():
            return [Item(Side(None, setting.prose(block, node)))]
        case tree.Pair():
            return [Item(setting.pair(block, node))]
        case tree.Side():
            return [Item(side) for side in setting.sides(block, node)]
        case tree.Claims():
            return [Item(claims(setting, block, node))]


def _whole(setting: Setting, block: tree.Highlights | tree.FigureBlock | tree.Quote, node: Node) -> Unit:
    match block:
        case tree.Highlights():
            return _highlights(setting, block, node)
        case tree.FigureBlock():
            return _figures(setting, block, node)
        case tree.Quote():
            return _quote(setting, block, node)


def _grid(setting: Setting, block: tree.Measures | tree.Table, node: Node) -> list[Unit]:
    if not block.rows:
        return []
    if isinstance(block, tree.Table):
        grid = table(setting, block, node)
        return [Group([Item(grid)])] if grid.height(FULL) <= setting.page.text / 3 else [Item(grid)]
    box = Item(measures(setting, block, node))
    return [Group([box])] if len(block.rows) <= WHOLE else [box]


def _heading(setting: Setting, block: tree.Heading, node: Node) -> Item:
    wide = block.wide or block.level == 1
    title = setting.title(block, FULL if wide else TEXT, node)
    return Item(title if wide else Indented(title, TEXT_X), chained=True)


def _entry(setting: Setting, block: tree.Entry, node: Node) -> Unit:
    """A line across, then notes beside paragraphs: whole on one page if it fits one."""
    element = node.add("Sect")
    rule = Rule(0.6)
    rule.before, rule.after = 7, 5.25
    notes = setting.lines(block.label, NOTE, element)
    body = [setting.prose(prose, element, 0 if _struck(prose) else _CLOSE) for prose in block.blocks]
    side = Side(Stack(notes) if notes else None, Stack(body), dropped(BODY))
    return Group([Item(rule, chained=True), Item(side)])


def _struck(prose: tree.Prose) -> bool:
    """Whether these are words that are to go: those that are to come stand right below them."""
    return all(isinstance(part, tree.Run) and part.stroke == "through" for part in prose.text)


def _highlights(setting: Setting, block: tree.Highlights, node: Node) -> Unit:
    rows = []
    for start in range(0, len(block.items), len(_HIGHLIGHTS)):
        cells = []
        for at, item in zip(_HIGHLIGHTS, block.items[start : start + len(_HIGHLIGHTS)], strict=False):
            element = node.add("Sect")
            cells.append(
                (
                    at,
                    Stack(
                        [
                            setting.text(cut(item.big, _FEW_WORDS), BIG, element),
                            setting.text(cut(item.note), NOTE_INK, element),
                        ]
                    ),
                )
            )
        rows.append(Item(Row(cells, after=7)))
    return Group(rows)


def _figures(setting: Setting, block: tree.FigureBlock, node: Node) -> Unit:
    """One figure across the page or at the text edge; several side by side."""
    drawings = [Drawing(figure, setting.typesetter.fonts, node.add("Figure")) for figure in block.figures]
    if len(drawings) == 1:
        x = TEXT_X if drawings[0].figure.width <= TEXT else 0.0
        cells = [(Place(x, FULL - x), drawings[0])]
    else:
        wide = (FULL - _GAP * (len(drawings) - 1)) / max(len(drawings), 1)
        cells = [(Place(place * (wide + _GAP), wide), drawing) for place, drawing in enumerate(drawings)]
    return Group([Item(Row(cells, before=14, after=14))] if cells else [])


def _quote(setting: Setting, block: tree.Quote, node: Node) -> Unit:
    element = node.add("BlockQuote")
    speaker: list[Box] = [setting.text(block.speaker, _SPEAKER, element)] if block.speaker else []
    if block.role:
        speaker.append(setting.text(block.role, NOTE, element))
    said = [setting.text(f"“{block.words}”", _QUOTE, element)]
    if block.source:
        said.append(setting.text(block.source, NOTE, element))
    side = Side(Stack(speaker) if speaker else None, Stack(said), dropped(_QUOTE))
    side.after = 10.5
    return Group([Item(side)])
