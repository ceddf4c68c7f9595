"""Tables without cages: a line under the head, a hairline under each row, the head again on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from leaderplan.report.pdf.boxes import Box, Stack
from leaderplan.report.pdf.sheet import Sheet
from leaderplan.report.pdf.styles import COLOURS, FULL

PADDING = 3.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell lies: its left edge, the width for its content, and how far its content is lowered."""

    x: float
    width: float
    drop: float = 0.0


@dataclass(frozen=True)
class RowBox:
    """One row: boxes in their places. One ``tied`` is never the last row on a page."""

    cells: tuple[tuple[Place, Box], ...]
    key: str = ""
    tied: bool = False
    above: float = PADDING

    @cached_property
    def height(self) -> float:
        """With its padding."""
        return self.above + max((box.height(at.width) + at.drop for at, box in self.cells), default=0) + PADDING

    def paint(self, sheet: Sheet, x: float, top: float, *, foot: bool = False) -> None:
        """Paint the cells from left to right; in the head (``foot``) they hang from its lower edge."""
        height = self.height
        for at, box in self.cells:
            down = height - PADDING - box.height(at.width) if foot else self.above + at.drop
            box.paint(sheet, x + at.x, top - down, at.width)

    def split(self, room: float) -> tuple[RowBox, RowBox] | None:
        """The row cut at ``room``: for a row that is taller than a page."""
        upper: list[tuple[Place, Box]] = []
        lower: list[tuple[Place, Box]] = []
        for at, box in self.cells:
            space = room - self.above - PADDING - at.drop
            if box.height(at.width) <= space:
                upper.append((at, box))
                continue
            parts = box.split(at.width, space)
            if parts is None:
                return None
            upper.append((at, parts[0]))
            lower.append((at, parts[1]))
        return replace(self, cells=tuple(upper)), replace(self, cells=tuple(lower), key="")


class TableBox(Box):
    """A head and rows. It splits between rows, and within a row only where that is taller than a page."""

    def __init__(self, head: RowBox, rows: Sequence[RowBox], page: float, *, repeated: bool = False) -> None:
        """``page`` is the height of a whole page; ``repeated`` marks the head of a continued table as an artifact."""
        self.head = head
        self.rows = rows
        self.page = page
        self.repeated = repeated

    def height(self, width: float) -> float:
        return self.head.height + sum(row.height for row in self.rows)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        used, cut = self.head.height, 0
        for row in self.rows:
            if used + row.height > room + 0.01:
                break
            used += row.height
            cut += 1
        while cut and self.rows[cut - 1].tied:
            cut -= 1
        if cut == len(self.rows):
            return None
        if cut:
            return self._part(self.rows[:cut], self.repeated), self._part(self.rows[cut:], repeated=True)
        return self._within(room)

    def _within(self, room: float) -> tuple[Box, Box] | None:
        """Cut the first row that is not tied, if no page could hold it."""
        lead = next((place for place, row in enumerate(self.rows) if not row.tied), 0)
        before, row, after = self.rows[:lead], self.rows[lead], self.rows[lead + 1 :]
        used = self.head.height + sum(each.height for each in before)
        if used + row.height <= self.page:
            return None
        parts = row.split(room - used)
        if parts is None:
            return None
        return self._part([*before, parts[0]], self.repeated), self._part([parts[1], *after], repeated=True)

    def _part(self, rows: Sequence[RowBox], repeated: bool) -> TableBox:
        return TableBox(self.head, rows, self.page, repeated=repeated)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        if self.repeated:
            with sheet.marked(None):
                self.head.paint(sheet, x, top, foot=True)
        else:
            self.head.paint(sheet, x, top, foot=True)
        top -= self.head.height
        _across(sheet, x, top, "ink", 0.8)
        for row in self.rows:
            row.paint(sheet, x, top)
            top -= row.height
            _across(sheet, x, top, "line", 0.4)

    def anchors(self, width: float) -> Iterator[tuple[str, float]]:
        yield from super().anchors(width)
        down = self.head.height
        for row in self.rows:
            if row.key:
                yield row.key, down
            down += row.height


def _across(sheet: Sheet, x: float, y: float, role: str, weight: float) -> None:
    colour = COLOURS["ink"] if role == "ink" else COLOURS["line"]
    with sheet.marked(None):
        sheet.line(((x, y), (x + FULL, y)), colour, weight)


class Row(Box):
    """Boxes side by side, each in its place, without a line: results, and small charts."""

    def __init__(self, cells: Sequence[tuple[Place, Box]], before: float = 0, after: float = 0) -> None:
        self.cells = cells
        self.before = before
        self.after = after

    def height(self, width: float) -> float:
        return max(box.height(at.width) + at.drop for at, box in self.cells)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        for at, box in self.cells:
            box.paint(sheet, x + at.x, top - at.drop, at.width)


def cell_box(boxes: Sequence[Box]) -> Box:
    """One box for the content of a cell."""
    return boxes[0] if len(boxes) == 1 else Stack(boxes)
