"""The lines of one paragraph on their way to the page: spans in reading order, and the areas of its links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from leaderplan.report.pdf.sheet import Sheet, Span
from leaderplan.report.pdf.signs import paint_sign
from leaderplan.report.pdf.styles import COLOURS, Colour
from leaderplan.report.pdf.tags import Node
from leaderplan.report.pdf.tokens import Piece, Token
from leaderplan.report.tree import Stroke

Box = tuple[float, float, float, float]

_STROKES: Final[dict[Stroke, float]] = {"through": 0.28, "under": -0.13}
"""How far above the baseline a line is drawn, in parts of the type size."""


@dataclass(slots=True)
class Script:
    """Collects what is written, then writes it piece by piece under the elements it belongs to."""

    sheet: Sheet
    space: float
    spans: list[tuple[Node | None, Span]] = field(default_factory=list)
    boxes: list[tuple[Node, Box]] = field(default_factory=list)
    strokes: list[tuple[float, float, float, Colour]] = field(default_factory=list)

    def line(self, tokens: list[Token], x: float, y: float) -> None:
        """Give each piece of a line its place; those that look alike and follow each other become one span."""
        start, letters, look = x, "", None
        for token in tokens:
            for piece in token.pieces:
                text, wide = self._letters(piece)
                if look is None or not _alike(piece, look):
                    self._close(look, letters, start, x, y)
                    start, letters, look = x, "", piece
                if piece.sign:
                    with self.sheet.marked(None):
                        paint_sign(self.sheet, piece.sign, x, y, piece.size)
                letters += text
                if piece.link:
                    self._reach(piece.link, (x, y - 0.3 * piece.size, x + wide, y + piece.size))
                x += wide
            if token.space:
                letters += " "
                x += self.space
        self._close(look, letters, start, x, y)

    def _letters(self, piece: Piece) -> tuple[str, float]:
        if not piece.page_of:
            return piece.text, piece.width
        number = self.sheet.number(piece.page_of)
        return number, piece.face.width(number) * piece.size

    def _close(self, look: Piece | None, letters: str, x: float, end: float, y: float) -> None:
        if look is None or not letters or look.sign:
            return
        colour = COLOURS[look.role]
        self.spans.append((look.link, Span(x, y, letters, look.face, look.size, colour)))
        if look.stroke:
            right = end - self.space if letters.endswith(" ") else end
            self.strokes.append((x, right, y + _STROKES[look.stroke] * look.size, colour))

    def _reach(self, link: Node, box: Box) -> None:
        """Note the area of a link; pieces of one link on one line share theirs."""
        if self.boxes and self.boxes[-1][0] is link and self.boxes[-1][1][1] == box[1]:
            left, bottom, _right, top = self.boxes[-1][1]
            self.boxes[-1] = (link, (left, bottom, box[2], max(top, box[3])))
        else:
            self.boxes.append((link, box))

    def write(self, node: Node | None) -> None:
        """Write everything: under ``node``, and what is linked under its Link element, which then hangs on ``node``."""
        start = 0
        for end in range(1, len(self.spans) + 1):
            if end < len(self.spans) and self.spans[end][0] is self.spans[start][0]:
                continue
            link = self.spans[start][0]
            texts = [span for _link, span in self.spans[start:end]]
            if link is not None and node is not None:
                if link.parent is None:
                    link.parent = node
                    node.kids.append(link)
                link.alternative = link.alternative or "".join(span.text for span in texts).strip()
            with self.sheet.marked(link if node is not None and link is not None else node):
                self.sheet.words(texts)
            start = end
        for left, right, y, colour in self.strokes:
            with self.sheet.marked(None):
                self.sheet.line(((left, y), (right, y)), colour, 0.6)
        for link, box in self.boxes:
            self.sheet.link(link, box)


def _alike(piece: Piece, look: Piece) -> bool:
    return (
        piece.face is look.face
        and piece.role == look.role
        and piece.link is look.link
        and piece.stroke == look.stroke
        and not piece.sign
        and not look.sign
    )
