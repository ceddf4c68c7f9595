"""Tables of the tree as boxes: a table in general, and measures as before → after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from leaderplan.report import tree
from leaderplan.report.pdf.boxes import Box, Stack
from leaderplan.report.pdf.drawing import Drawing
from leaderplan.report.pdf.setting import Setting, cut, dropped
from leaderplan.report.pdf.sheet import Sheet
from leaderplan.report.pdf.styles import CELL, GUTTER, MM, NOTE, NOTE_INK, VALUE, VALUE_MUTED, Style
from leaderplan.report.pdf.table import Place, RowBox, TableBox, cell_box
from leaderplan.report.pdf.tags import Node

_RIGHT: Final = 4 * MM
"""The space to the right of a column, but the last."""

_GROUP: Final = Style(8.5, 10.5, bold=True)
_CLOSE: Final = 1.5 * MM
"""The space between a value and the arrow, or the change, beside it."""

_CHANGE: Final = Style(10, 17.5)
_WORSE: Final = Style(8.5, 10.5, role="worse")
_MEASURES: Final = (48 * MM, 22 * MM, 8 * MM, 22 * MM, 39 * MM, 31 * MM)


def table(setting: Setting, block: tree.Table, node: Node) -> TableBox:
    """A table; a column is as wide as its parts of the grid."""
    element = node.add("Table")
    places = _places([column.parts * MM for column in block.columns], _narrow(block.columns))
    head = _head(setting, [column.head for column in block.columns], places, element)
    rows = [
        _group(setting, row, len(places), element)
        if isinstance(row, tree.GroupRow)
        else _row(setting, row, block.columns, places, element)
        for row in block.rows
    ]
    box = TableBox(head, rows, setting.page.text)
    box.after = 14
    return box


def _narrow(columns: Sequence[tree.Column]) -> float:
    """The space to the right of columns: less of it where there are many."""
    return _RIGHT if len(columns) < 7 else _RIGHT / 2


def _places(widths: Sequence[float], right: float) -> list[Place]:
    places, x = [], 0.0
    for place, width in enumerate(widths):
        places.append(Place(x, width - (min(right, width / 5) if place < len(widths) - 1 else 0)))
        x += width
    return places


def _head(setting: Setting, heads: Sequence[str], places: Sequence[Place], element: Node) -> RowBox:
    row = element.add("TR")
    cells = [setting.typesetter.paragraph(cut(head), NOTE, row.add("TH")) for head in heads]
    return RowBox(tuple(zip(places, cells, strict=True)), above=0)


def _group(setting: Setting, row: tree.GroupRow, columns: int, element: Node) -> RowBox:
    cell = element.add("TR").add("TH")
    cell.span = columns
    box = setting.typesetter.paragraph(cut(row.title), _GROUP, cell)
    return RowBox(((Place(0, sum(_MEASURES)), box),), tied=True, above=8.75)


def _row(
    setting: Setting, row: tree.TableRow, columns: Sequence[tree.Column], places: Sequence[Place], element: Node
) -> RowBox:
    line = element.add("TR")
    cells = []
    for column, at, content in zip(columns, places, row.cells, strict=True):
        boxes = _content(setting, content, NOTE_INK if column.small else CELL, line.add("TD"))
        drop = dropped(CELL) if column.small else 0.0
        cells.append((Place(at.x, at.width, drop), cell_box(boxes)))
    return RowBox(tuple(cells), key=row.target)


def _content(setting: Setting, content: tree.Cell, style: Style, cell: Node) -> list[Box]:
    boxes: list[Box] = []
    if len(content.lines) == 1:
        boxes.append(setting.typesetter.paragraph(content.lines[0], style, cell))
    else:
        boxes += setting.lines(content.lines, style, cell)
    if content.figure:
        drawing = Drawing(content.figure, setting.typesetter.fonts, cell.add("Figure"))
        boxes.append(drawing if content.lines else _Centred(drawing, style.leading))
    return boxes


class _Centred(Stack):
    """A figure in the middle of a line of text."""

    def __init__(self, drawing: Drawing, leading: float) -> None:
        super().__init__([drawing])
        self._above = max(0.0, (leading - drawing.figure.height) / 2)

    def height(self, width: float) -> float:
        return super().height(width) + 2 * self._above

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        super().paint(sheet, x, top - self._above, width)


def measures(setting: Setting, block: tree.Measures, node: Node) -> TableBox:
    """Measures as before → after, with the change in words and a spark."""
    element = node.add("Table")
    places = _places(_MEASURES, 0)
    name, before, arrow, after, change, spark = (
        Place(at.x, at.width - less) for at, less in zip(places, (GUTTER, _CLOSE, 0, _CLOSE, _RIGHT, 0), strict=True)
    )
    head = _head(setting, block.heads, (name, before, after, change, spark), element)
    rows = []
    for row in block.rows:
        line = element.add("TR")
        cells: list[tuple[Place, Box]] = [(name, _named(setting, row, line.add("TD")))]
        cells += _reading(setting, row.before, before, VALUE_MUTED, line.add("TD"))
        if row.before and row.after:
            sign = setting.typesetter.paragraph((tree.Sign("arrow"),), NOTE, None)
            cells.append((Place(arrow.x, arrow.width, 4), sign))
        cells += _reading(setting, row.after, after, VALUE, line.add("TD"))
        cells += [(change, box) for box in _changed(setting, row, line.add("TD"))]
        cell = line.add("TD")
        if row.over_time:
            cells.append((spark, Drawing(row.over_time, setting.typesetter.fonts, cell.add("Figure"))))
        rows.append(RowBox(tuple(cells)))
    box = TableBox(head, rows, setting.page.text)
    box.before, box.after = 10.5, 10.5
    return box


def _named(setting: Setting, row: tree.MeasureRow, cell: Node) -> Box:
    boxes = [setting.text(row.name, NOTE_INK, cell)]
    if row.seen_by:
        boxes.append(setting.text(row.seen_by, NOTE, cell))
    return Stack(boxes)


def _reading(
    setting: Setting, reading: tree.Reading | None, at: Place, style: Style, cell: Node
) -> list[tuple[Place, Box]]:
    if reading is None:
        return []
    boxes: list[Box] = [_value(setting, reading.value, style, at.width, cell.add("P"))]
    if reading.when:
        boxes.append(setting.text(reading.when, NOTE, cell))
    return [(at, Stack(boxes))]


def _value(setting: Setting, text: str, style: Style, width: float, node: Node) -> Box:
    """A value in large type; one that would need a second line in smaller."""
    paragraph = setting.typesetter.paragraph(text, style, node)
    if len(paragraph.lines(width)) > 1:
        paragraph = setting.typesetter.paragraph(text, replace(style, size=CELL.size), node)
    return paragraph


def _changed(setting: Setting, row: tree.MeasureRow, cell: Node) -> list[Box]:
    boxes = [setting.text(row.change, _CHANGE, cell)] if row.change else []
    if row.verdict:
        boxes.append(setting.text(row.verdict, _WORSE if row.worse else NOTE, cell))
    return [Stack(boxes)] if boxes else []
