"""A story on paper: whole on one page if it fits, else parted where that does the least harm."""

from __future__ import annotations

from typing import Final

from leaderplan.report import tree
from leaderplan.report.pdf.boxes import Rule, Side, Stack
from leaderplan.report.pdf.grids import measures
from leaderplan.report.pdf.paginate import Group, Item, Unit, extent
from leaderplan.report.pdf.setting import Setting, cut, dropped
from leaderplan.report.pdf.styles import CELL, H2, NOTE, NOTE_INK, TEXT, Style
from leaderplan.report.pdf.tags import Node

_NUMBER: Final = Style(13, 17.5, bold=True, role="muted")
_META: Final = Style(8.5, 14, role="muted")
WHOLE: Final = 6
"""Up to so many measures are kept on one page."""


def story(setting: Setting, block: tree.Story, node: Node) -> list[Unit]:
    """The units of a story. Claims are set smaller where that brings it onto one page."""
    section = node.add("Sect")
    head = _head(setting, block, section)
    for part in block.parts:
        told = tree.Side((tree.rich(part.label),), tuple(tree.Prose(line) for line in part.lines))
        head += [Item(side) for side in setting.sides(told, section)]
    table = [Item(measures(setting, block.measures, section))] if block.measures and block.measures.rows else []
    claim_node = section.add("Sect")
    claims = _claims(setting, block, claim_node, dense=False)
    notes = [Item(setting.pair(note, section)) for note in block.notes]
    whole = [*head, *table, *claims, *notes]
    if extent(whole) > setting.page.text and claims:
        claim_node.kids.clear()
        claims = _claims(setting, block, claim_node, dense=True)
        whole = [*head, *table, *claims, *notes]
    if extent(whole) <= setting.page.text:
        return [Group(whole)]
    small = not block.measures or len(block.measures.rows) <= WHOLE
    tail = [*(table if small else []), *claims, *notes]
    return [*head, *(table if not small else []), *([Group(tail)] if tail else [])]


def _head(setting: Setting, block: tree.Story, section: Node) -> list[Item]:
    rule = Rule()
    rule.before, rule.after = 28, 7
    number = setting.text(cut(block.number), _NUMBER, section) if block.number else None
    title = Side(number, setting.title(block.heading, TEXT, section, H2.spaced()))
    items = [Item(rule, chained=True), Item(title, chained=True)]
    if block.meta:
        meta = Side(None, setting.text(block.meta, _META, section))
        meta.after = 7
        items.append(Item(meta, chained=True))
    return items


def _claims(setting: Setting, block: tree.Story, node: Node, *, dense: bool) -> list[Item]:
    if block.claims is None or not block.claims.rows:
        return []
    return [Item(claims(setting, block.claims, node, dense=dense))]


def claims(setting: Setting, block: tree.Claims, node: Node, *, dense: bool = False) -> Side:
    """What a story is claimed for; ``dense`` sets it in the type of notes."""
    style = NOTE_INK.spaced(after=1.75) if dense else CELL.spaced(after=3.5)
    note = setting.text(block.label, NOTE, node)
    rows = [
        setting.text((tree.Run(row.title, bold=True), *tree.rich(f": {row.why}" if row.why else "")), style, node)
        for row in block.rows
    ]
    return Side(note, Stack(rows), dropped(style))
