"""Figures on paper: the same plain values that the window paints."""

from __future__ import annotations

from collections.abc import Sequence

from leaderplan.domain.figures import Area, Figure, Line, Mark, Words
from leaderplan.report.pdf.boxes import Box
from leaderplan.report.pdf.fonts import DocumentFonts, Face
from leaderplan.report.pdf.sheet import Sheet, Span
from leaderplan.report.pdf.signs import paint_mark
from leaderplan.report.pdf.styles import COLOURS, RUN_OUTLINE
from leaderplan.report.pdf.tags import Node
from leaderplan.report.pdf.text import printable


class Drawing(Box):
    """A figure, tagged with its alternative; one that is wider than its place is made smaller."""

    def __init__(self, figure: Figure, fonts: DocumentFonts, node: Node | None) -> None:
        self.figure = figure
        self.fonts = fonts
        self.node = node
        if node is not None:
            node.alternative = _one_line(figure.alternative)

    def _scale(self, width: float) -> float:
        return min(1.0, width / self.figure.width)

    def height(self, width: float) -> float:
        return self.figure.height * self._scale(width)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        scale = self._scale(width)
        right, bottom = x + self.figure.width * scale, top - self.figure.height * scale
        if self.node is not None:
            self.node.box = (x, bottom, right, top)
        with sheet.marked(self.node):
            for shape in self.figure.shapes:
                if isinstance(shape, Words):
                    self._words(sheet, shape, x, top, scale)
                else:
                    _draw(sheet, shape, x, top, scale)

    def _words(self, sheet: Sheet, words: Words, x: float, top: float, scale: float) -> None:
        """Set ``words`` at their anchor, but never out of the figure: moved first, then cut."""
        size, room = words.size * scale, self.figure.width * scale
        text = _one_line(words.text)
        runs = self.fonts.runs(text, bold=words.bold)
        wide = _wide(runs) * size
        while wide > room and text:
            text = text[: int(len(text) * room / wide) - 1]
            runs = self.fonts.runs(f"{text}…", bold=words.bold)
            wide = _wide(runs) * size
        left = words.x * scale - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
        left = x + max(0.0, min(left, room - wide))
        spans = []
        for face, part in runs:
            spans.append(Span(left, top - words.y * scale, part, face, size, COLOURS[words.role]))
            left += face.width(part) * size
        sheet.words(spans)


def _wide(runs: Sequence[tuple[Face, str]]) -> float:
    return sum(face.width(text) for face, text in runs)


def _one_line(text: str) -> str:
    return printable(text).replace("\n", " ")


def _draw(sheet: Sheet, shape: Line | Area | Mark, x: float, top: float, scale: float) -> None:
    if isinstance(shape, Mark):
        mark = Mark(
            0, 0, shape.shape, shape.role, shape.size * scale, shape.hollow, shape.see_through, shape.width * scale
        )
        paint_mark(sheet, mark, x + shape.x * scale, top - shape.y * scale)
        return
    points = [(x + px * scale, top - py * scale) for px, py in shape.points]
    if isinstance(shape, Line):
        sheet.line(points, COLOURS[shape.role], shape.width * scale, [part * scale for part in shape.dash])
    else:
        outline = RUN_OUTLINE if shape.role == "run" else None
        sheet.polygon(points, COLOURS[shape.role], outline, 0.4 * scale)
