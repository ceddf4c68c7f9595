"""Headings: balanced over their lines, never cut in two, told to the bookmarks and to the contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leaderplan.report.pdf.boxes import Box
from leaderplan.report.pdf.paragraph import Paragraph
from leaderplan.report.pdf.sheet import Bookmark, Sheet

LINES: Final = 4
"""A heading of more lines is printed cut at :data:`LETTERS`; its bookmark has it whole."""
LETTERS: Final = 160


class Title(Box):
    """A heading set in ``paragraph``. ``bookmark`` is its text in the outline, empty for none."""

    def __init__(self, paragraph: Paragraph, key: str, level: int = 0, bookmark: str = "") -> None:
        self.paragraph = paragraph
        self.key = key
        self.level = level
        self.bookmark = bookmark
        self.before = paragraph.before
        self.after = paragraph.after
        self._balanced: dict[float, float] = {}

    def height(self, width: float) -> float:
        return self.paragraph.height(self._balance(width))

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        if self.bookmark:
            sheet.bookmarks.append(Bookmark(self.level, self.bookmark, sheet.page, top + 4))
        self.paragraph.paint(sheet, x, top, self._balance(width))

    def _balance(self, width: float) -> float:
        """The narrowest width that needs no more lines than ``width`` does."""
        if width not in self._balanced:
            self._balanced[width] = balanced(self.paragraph, width)
        return self._balanced[width]


def balanced(paragraph: Paragraph, width: float) -> float:
    """The narrowest width at which ``paragraph`` needs no more lines than at ``width``, to about two points."""
    lines = len(paragraph.lines(width))
    if lines < 2:
        return width
    low, high = width / 2, width
    for _step in range(7):
        middle = (low + high) / 2
        if len(paragraph.lines(middle)) > lines:
            low = middle
        else:
            high = middle
    return high


class Indented(Box):
    """A box that begins at the text edge and reaches to the right margin."""

    def __init__(self, box: Box, x: float) -> None:
        self.box = box
        self.x = x
        self.before = box.before
        self.after = box.after

    def height(self, width: float) -> float:
        return self.box.height(width - self.x)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self.box.split(width - self.x, room)
        return (Indented(parts[0], self.x), Indented(parts[1], self.x)) if parts else None

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        self.box.paint(sheet, x + self.x, top, width - self.x)

    def anchors(self, width: float) -> Iterator[tuple[str, float]]:
        yield from self.box.anchors(width - self.x)
