"""A paragraph set off behind a drawn sign."""

from __future__ import annotations

from typing import Final

from leaderplan.report.pdf.boxes import Box
from leaderplan.report.pdf.sheet import Sheet
from leaderplan.report.pdf.signs import paint_sign
from leaderplan.report.pdf.styles import ASCENT
from leaderplan.report.tree import SignName

_OFF: Final = 14
"""How far a paragraph behind a sign is set off."""


class Signed(Box):
    """A paragraph in type of ``size`` behind a sign, which stands before its first line."""

    def __init__(self, sign: SignName | None, paragraph: Box, size: float) -> None:
        self.sign = sign
        self.paragraph = paragraph
        self.size = size
        self.before = paragraph.before
        self.after = paragraph.after

    def height(self, width: float) -> float:
        return self.paragraph.height(width - _OFF)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self.paragraph.split(width - _OFF, room)
        return (Signed(self.sign, parts[0], self.size), Signed(None, parts[1], self.size)) if parts else None

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        if self.sign:
            with sheet.marked(None):
                paint_sign(sheet, self.sign, x, top - ASCENT * self.size, self.size)
        self.paragraph.paint(sheet, x + _OFF, top, width - _OFF)
